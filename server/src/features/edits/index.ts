// The editing features behind the editor's commands: pure functions from a rules file to text edits.

export * from './answers.ts';
export {
  administrationProblem,
  type BaselineChoice,
  baselineProblem,
  insertBaseline,
  insertBaselineSteps,
} from './baseline.ts';
export { loadCommand, shellWord } from './load-command.ts';
export { declareFamily } from './modeline.ts';
export { safeResetScript } from './reset-script.ts';
export { currentSource, restrictToSource } from './restrict-source.ts';
export { insertServiceRules, type ServiceInsertion, servicesProblem } from './service-insertion.ts';
export { isSourceAddress, tidyAddresses } from './source-address.ts';
