// Answers the requests of the editor's commands from a rules file that is open. The connection calls nothing else here.

import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { Steps } from '../../ruleset/steps.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { SERVICES } from '../../vocabulary/service-catalogue.ts';
import { addressOf } from './address-option.ts';
import { type BaselineAnswers, baselineProblem, insertBaselineSteps } from './baseline.ts';
import { entrancesOf } from './entrance.ts';
import { loadCommand } from './load-command.ts';
import { outlineOf } from './outline.ts';
import type {
  Administration,
  EditsAnswer,
  InsertServiceRulesParams,
  LoadCommandAnswer,
  ResetScriptAnswer,
  RestrictToInterfaceAnswer,
  RestrictToInterfaceParams,
  RestrictToSourceAnswer,
  RestrictToSourceParams,
  ServicesAnswer,
  SshRulesAnswer,
} from './protocol.ts';
import { safeResetScript } from './reset-script.ts';
import { interfaceLetterOf, interfaceProblem, restrictToInterface } from './restrict-interface.ts';
import { restrictableRule, restrictToSource } from './restrict-source.ts';
import { lastBlock } from './rule-insertion.ts';
import { insertServiceRuleSteps, servicesProblem } from './service-insertion.ts';
import { isSourceAddress, tidyAddresses } from './source-address.ts';
import { SSH_PORT } from './way-in.ts';

/** `iptables/insertBaseline`, in steps. */
export function* answerInsertBaseline(
  file: RulesFile,
  { administration, serves = [], reaches = [] }: BaselineAnswers,
): Steps<EditsAnswer> {
  const answers = { administration: tidied(administration), serves, reaches };
  const problem = baselineProblem(answers, file.settings.family);
  if (problem !== undefined) return { edits: [], message: problem };
  const { edits, summary } = yield* insertBaselineSteps(file, answers);
  return edits.length > 0
    ? { edits, summary }
    : { edits, message: `The baseline is already complete. ${summary}`.trim() };
}

function tidied(administration: Administration): Administration {
  if (administration.kind === 'console') return administration;
  return { ...administration, sources: administration.sources.map(tidyAddresses).flatMap((one) => one.split(',')) };
}

/** `iptables/sshRules`, in steps. */
export function* answerSshRules(file: RulesFile): Steps<SshRulesAnswer> {
  const { family } = file.settings;
  const block = lastBlock(outlineOf(file), 'filter');
  const found = block ? yield* entrancesOf(block, SSH_PORT, family) : [];
  const lines = new Set(found.filter(({ isExact }) => isExact).map(({ line }) => line));
  const isEmpty = file.lines.all().every((line) => line.trim() === '');
  return { family, isEmpty, rules: [...lines].map((line) => file.lines.line(line)) };
}

/** `iptables/insertServiceRules`, in steps. */
export function* answerInsertServiceRules(
  file: RulesFile,
  { services, direction, source }: Pick<InsertServiceRulesParams, 'services' | 'direction' | 'source'>,
): Steps<EditsAnswer> {
  const insertion = { services, direction, ...(source === undefined ? {} : { source: tidyAddresses(source) }) };
  const problem = servicesProblem(insertion, file.settings.family);
  if (problem !== undefined) return { edits: [], message: problem };
  return answer(yield* insertServiceRuleSteps(file, insertion), 'The rules are already there.');
}

/** `iptables/restrictToSource`. Without a source it only tells what the rules have now. */
export function answerRestrictToSource(
  file: RulesFile,
  { line, lines = [line], source, end: wanted }: Pick<RestrictToSourceParams, 'line' | 'lines' | 'source' | 'end'>,
): RestrictToSourceAnswer {
  const rules = lines.flatMap((one) => restrictableRule(file, one) ?? []);
  if (rules.length === 0)
    return { edits: [], message: 'There is no rule on this line. Put the cursor into a rule such as "-A INPUT ...".' };
  const current = [...new Set(rules.map(({ rule, end }) => addressOf(rule, wanted ?? end)))];
  const ends = [...new Set(rules.map(({ end }) => wanted ?? end))];
  const [only] = current;
  const about = {
    rules: rules.length,
    restricts: ends.length > 1 ? ('both' as const) : (ends[0] ?? 'source'),
    ...(current.length === 1 && only !== undefined ? { current: only } : {}),
  };
  if (source === undefined) return { edits: [], ...about };
  const address = tidyAddresses(source);
  const problem = isSourceAddress(address, file.settings.family);
  if (problem !== undefined) return { edits: [], message: problem, ...about };
  const what = rules.length === 1 ? 'The rule is' : 'The rules are';
  const edits = restrictToSource(file, lines, address, wanted) ?? [];
  return { ...answer(edits, `${what} already restricted to ${address}.`), ...about };
}

/** `iptables/restrictToInterface`. Without a name it only tells how many rules there are. */
export function answerRestrictToInterface(
  file: RulesFile,
  { lines, name }: Pick<RestrictToInterfaceParams, 'lines' | 'name'>,
): RestrictToInterfaceAnswer {
  const rules = lines.flatMap((line) => restrictableRule(file, line) ?? []);
  const letters = rules.flatMap((rule) => interfaceLetterOf(file, rule) ?? []);
  const [first, ...others] = letters;
  if (first === undefined) return { edits: [], message: 'There is no rule on this line that can match an interface.' };
  const restricts = others.every((letter) => letter === first) ? first : ('both' as const);
  const about = { rules: letters.length, restricts };
  if (name === undefined) return { edits: [], ...about };
  const problem = interfaceProblem(name.trim(), file);
  if (problem !== undefined) return { edits: [], message: problem, ...about };
  const edits = restrictToInterface(file, lines, name.trim());
  return { ...answer(edits, `The interface is ${name.trim()} already.`), ...about };
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
