// Answers the requests of the editor's commands from a rules file that is open. The connection calls nothing else here.

import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { SERVICES } from '../../vocabulary/service-catalogue.ts';
import type { Steps } from '../steps.ts';
import { administrationProblem, insertBaselineSteps } from './baseline.ts';
import { loadCommand } from './load-command.ts';
import type {
  EditsAnswer,
  InsertBaselineParams,
  InsertServiceRulesParams,
  LoadCommandAnswer,
  ResetScriptAnswer,
  RestrictToSourceAnswer,
  RestrictToSourceParams,
  ServicesAnswer,
} from './protocol.ts';
import { safeResetScript } from './reset-script.ts';
import { currentSource, restrictToSource } from './restrict-source.ts';
import { insertServiceRuleSteps, servicesProblem } from './service-insertion.ts';
import { isSourceAddress } from './source-address.ts';

/** `iptables/insertBaseline`, in steps. */
export function* answerInsertBaseline(
  file: RulesFile,
  { administration }: Pick<InsertBaselineParams, 'administration'>,
): Steps<EditsAnswer> {
  const problem = administrationProblem({ family: file.settings.family, administration });
  if (problem !== undefined) return { edits: [], message: problem };
  return answer(yield* insertBaselineSteps(file, administration), 'The baseline is all there already.');
}

/** `iptables/insertServiceRules`, in steps. */
export function* answerInsertServiceRules(
  file: RulesFile,
  { services, direction, source }: Pick<InsertServiceRulesParams, 'services' | 'direction' | 'source'>,
): Steps<EditsAnswer> {
  const insertion = { services, direction, ...(source === undefined ? {} : { source }) };
  const problem = servicesProblem(insertion, file.settings.family);
  if (problem !== undefined) return { edits: [], message: problem };
  return answer(yield* insertServiceRuleSteps(file, insertion), 'The rules are all there already.');
}

/** `iptables/restrictToSource`. Without a source it only tells what the rule has now. */
export function answerRestrictToSource(
  file: RulesFile,
  { line, source }: Pick<RestrictToSourceParams, 'line' | 'source'>,
): RestrictToSourceAnswer {
  const now = currentSource(file, line);
  const current = now === undefined ? {} : { current: now };
  const edits = restrictToSource(file, line, source ?? '');
  if (!edits)
    return { edits: [], message: 'There is no rule on this line; put the cursor into one such as -A INPUT ...' };
  if (source === undefined) return { edits: [], ...current };
  const problem = isSourceAddress(source, file.settings.family);
  if (problem !== undefined) return { edits: [], message: problem, ...current };
  return { ...answer(edits, `The rule is restricted to ${source} already.`), ...current };
}

/** `iptables/services`. */
export function answerServices(family: Family): ServicesAnswer {
  const services = SERVICES.filter(({ flows }) => flows.some((flow) => (flow.family ?? family) === family));
  return {
    family,
    services: services.map(({ id, label, description, direction, note }) => ({
      id,
      label,
      description,
      direction,
      ...(note === undefined ? {} : { note }),
    })),
  };
}

/** `iptables/loadCommand`. */
export function answerLoadCommand(family: Family, { path }: { readonly path: string }): LoadCommandAnswer {
  return { command: loadCommand(path, family) };
}

/** `iptables/resetScript`. */
export function answerResetScript(): ResetScriptAnswer {
  return { text: safeResetScript() };
}

function answer(edits: EditsAnswer['edits'], nothing: string): EditsAnswer {
  return edits.length > 0 ? { edits } : { edits, message: nothing };
}
