// What is told of packets: what becomes of one, what all rules together let in and out.

export { explainSteps } from '../explain/explanation.ts';
export { explanationMarkdown } from '../explain/markdown.ts';
export { answerLockedOut } from '../trace/locked-out.ts';
export { answerReadPacket, answerTrace } from '../trace/packet-trace.ts';
export { answerWitness } from '../trace/witness.ts';
