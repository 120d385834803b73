// What changes a file: fixes and refactorings, the edits of the editor's commands, its form.

export { codeActionSteps, laterEdits, readLaterEdit } from '../code-actions.ts';
export * from '../edits/answers.ts';
export { documentFormatSteps, rangeFormatSteps, typedLineEdits } from '../formatting.ts';
