// The restrictive baseline: policies DROP, answers, loopback, what IPv6 needs, the way in, and a log of the rest.

import type { TextEdit } from 'vscode-languageserver-types';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import { complete, type Steps } from '../../ruleset/steps.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { type Block, baselineFile, blocksOf, DROP_POLICIES } from '../../vocabulary/service-rules.ts';
import { type BaselineChanges, type ChangedPolicy, summaryOf } from './baseline-summary.ts';
import { coveredByAll } from './cover.ts';
import { LineEdits } from './line-edits.ts';
import { type BlockOutline, type Outline, outlineOf } from './outline.ts';
import type { Administration, InsertBaselineParams } from './protocol.ts';
import { addCommits, appendTable, endLastLine, lastBlock, Paragraphs, wantedRule } from './rule-insertion.ts';
import { serviceGroup, servicesProblem } from './service-insertion.ts';
import { isSourceAddress } from './source-address.ts';
import { acceptSpot, endingOf, headSpot, logSpot, logsAll, reachedRules } from './spots.ts';
import { fitWayIn } from './way-in.ts';

/** What the user was asked. */
export type BaselineAnswers = Pick<InsertBaselineParams, 'administration' | 'serves' | 'reaches'>;

export interface BaselineChoice {
  readonly family: Family;
  readonly administration: Administration;
}

const CHAINS = ['INPUT', 'FORWARD', 'OUTPUT'] as const;

/** What is wrong with the answers: one sentence for the user. A wrong address would lock the user out. */
export function administrationProblem({ family, administration }: BaselineChoice): string | undefined {
  if (administration.kind === 'console') return undefined;
  const { port, sources } = administration;
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    return `"${port}" is not a port. Use a number from 1 to 65535.`;
  for (const source of sources) {
    const problem = isSourceAddress(source, family);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** What is wrong with any of the answers. */
export function baselineProblem(answers: BaselineAnswers, family: Family): string | undefined {
  const services = [...(answers.serves ?? []), ...(answers.reaches ?? [])];
  return (
    administrationProblem({ family, administration: answers.administration }) ??
    servicesProblem({ services, direction: 'default' }, family)
  );
}

/** The edits, and in one line what they change. */
export interface Baseline {
  readonly edits: TextEdit[];
  readonly summary: string;
}

/**
 * The edits that make the filter table of a file restrictive: only what is missing, at its place; none where all is
 * there. Answers that `baselineProblem` objects to give no edits at all.
 */
export function insertBaseline(
  file: RulesFile,
  administration: Administration,
  services: Omit<BaselineAnswers, 'administration'> = {},
): TextEdit[] {
  return complete(insertBaselineSteps(file, { administration, ...services })).edits;
}

/** The same in steps, with what it changes. */
export function* insertBaselineSteps(file: RulesFile, answers: BaselineAnswers): Steps<Baseline> {
  const { family } = file.settings;
  if (baselineProblem(answers, family) !== undefined) return { edits: [], summary: '' };
  const outline = outlineOf(file);
  const edits = new LineEdits(outline.lines);
  const block = lastBlock(outline, 'filter');
  const changes = block ? yield* completeTable(outline, block, { answers, family }, edits) : NEW_TABLE;
  addCommits(outline, edits);
  if (!block) appendTable(outline.lines, wholeTable(answers, family), edits);
  endLastLine(outline.lines, edits);
  return { edits: edits.toTextEdits(), summary: summaryOf(changes, answers.administration) };
}

function wholeTable(answers: BaselineAnswers, family: Family): readonly string[] {
  const groups = [entranceRules(answers.administration), ...serviceGroups(answers, family)];
  const services = groups.filter(({ rules }) => rules.length > 0);
  return baselineFile(
    family,
    services.flatMap(({ description, rules }, at) => [...(at > 0 ? [''] : []), `# ${description}`, ...rules]),
  );
}

const NEW_TABLE: BaselineChanges = { policies: 'new', added: 0 };

function* completeTable(
  outline: Outline,
  block: BlockOutline,
  { answers, family }: { readonly answers: BaselineAnswers; readonly family: Family },
  edits: LineEdits,
): Steps<BaselineChanges> {
  for (const name of CHAINS) yield* block.readSteps(block.chain(name));
  const policies = setPolicies(block, edits);
  const { administration } = answers;
  const entrance = entranceRules(administration);
  const wayIn = yield* fitWayIn(block, { family, administration, comment: entrance.description }, edits);
  const paragraphs = new Paragraphs();
  const groups = [...blocksOf(family), ...(wayIn.isMissing ? [entrance] : []), ...serviceGroups(answers, family)];
  for (const { place, description, rules } of groups.sort(byPlace)) {
    for (const text of rules) {
      const isWayIn = description === entrance.description;
      yield* addMissing(outline, block, { text, place, description, family, isWayIn }, paragraphs);
    }
  }
  paragraphs.writeTo(edits);
  return { policies, wayIn, added: paragraphs.size };
}

type Group = Pick<Block, 'place' | 'description' | 'rules'>;

/** The rules of the services that this machine has and uses. */
function serviceGroups({ serves = [], reaches = [] }: BaselineAnswers, family: Family): readonly Group[] {
  const ways = [
    { services: serves, direction: 'in', words: 'Others may reach' },
    { services: reaches, direction: 'out', words: 'This machine may reach' },
  ] as const;
  return ways.flatMap(({ services, direction, words }) =>
    services.flatMap((selection): Group[] => {
      const group = serviceGroup(selection, { direction }, family);
      return group ? [{ place: 'middle', description: `${words}: ${group.comment}.`, rules: group.rules }] : [];
    }),
  );
}

/** The rules that let the administrator in: SSH, a rule for every address. */
function entranceRules(administration: Administration): Group {
  if (administration.kind === 'console') return { place: 'middle', description: '', rules: [] };
  const { port } = administration;
  const sources = administration.sources.flatMap((source) => source.split(','));
  const rule = `-p tcp -m tcp --dport ${port} -j ACCEPT`;
  return {
    place: 'middle',
    description: `This machine is administered by SSH on port ${port}${sources.length > 0 ? `, from ${sources.join(', ')}` : ''}.`,
    rules:
      sources.length > 0
        ? [...new Set(sources)].map((source) => `-A INPUT -s ${source} ${rule}`)
        : [`-A INPUT ${rule}`],
  };
}

const PLACES: readonly Block['place'][] = ['first', 'middle', 'last'];

function byPlace(a: Group, b: Group): number {
  return PLACES.indexOf(a.place) - PLACES.indexOf(b.place);
}

interface Wanted {
  /** Surely missing. */
  readonly isWayIn: boolean;
  readonly text: string;
  readonly place: Block['place'];
  readonly description: string;
  readonly family: Family;
}

function* addMissing(outline: Outline, block: BlockOutline, wanted: Wanted, paragraphs: Paragraphs): Steps<void> {
  const { text, place, description, family, isWayIn } = wanted;
  const { chain, rule } = wantedRule(text, block, family);
  if (place === 'last') {
    // Behind a rule that accepts the rest nothing is left to log.
    if (!logsAll(block, chain) && endingOf(block, chain) !== 'accept')
      paragraphs.add(logSpot(outline, block, chain), description, text);
    return;
  }
  const reached = reachedRules(block, chain);
  if (isWayIn ? reached.some((one) => one.isSame(rule)) : yield* coveredByAll(reached, rule)) return;
  paragraphs.add(
    place === 'first' ? headSpot(outline, block, chain) : acceptSpot(outline, block, chain, rule),
    description,
    text,
  );
}

/**
 * Turns the policies to DROP where they are written, the last place wins; adds the lines that are missing. What a
 * template has a placeholder for is not ours to choose. Answers which were others.
 */
function setPolicies(block: BlockOutline, edits: LineEdits): readonly ChangedPolicy[] {
  let anchor = block.header;
  const changed: ChangedPolicy[] = [];
  for (const name of CHAINS) {
    const { declared, policy } = block.chain(name);
    if (declared !== undefined) anchor = declared;
    if (policy?.text === 'DROP' || policy?.unknown) continue;
    changed.push({ chain: name, from: policy?.text ?? '' });
    if (!policy)
      edits.insertBefore(
        anchor + 1,
        DROP_POLICIES.filter((line) => line.startsWith(`:${name} `)),
      );
    else edits.replace(policy.line, policy.start, policy.end, policy.text === '' ? ' DROP' : 'DROP');
  }
  return changed;
}
