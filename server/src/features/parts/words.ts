// What is said of words: pages about them, proposals for them, the parts of a value that is being typed.

export { completionListOf, withDocumentation } from '../completion.ts';
export { hoverOf } from '../hover.ts';
export { signatureHelpOf } from '../signature-help.ts';
