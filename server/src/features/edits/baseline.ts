// The restrictive baseline: policies DROP, answers, loopback, what IPv6 needs, the way in, and a log of the rest.

import type { TextEdit } from 'vscode-languageserver-types';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { type Block, baselineFile, blocksOf, DROP_POLICIES } from '../../vocabulary/service-rules.ts';
import { complete, type Steps } from '../steps.ts';
import { coveredByAll } from './cover.ts';
import { LineEdits } from './line-edits.ts';
import { type BlockOutline, type Outline, outlineOf } from './outline.ts';
import type { Administration } from './protocol.ts';
import { addCommits, appendTable, endLastLine, lastBlock, Paragraphs, wantedRule } from './rule-insertion.ts';
import { isSourceAddress } from './source-address.ts';
import { acceptSpot, endingOf, headSpot, logSpot, logsAll, reachedRules } from './spots.ts';

export interface BaselineChoice {
  readonly family: Family;
  readonly administration: Administration;
}

const CHAINS = ['INPUT', 'FORWARD', 'OUTPUT'] as const;

/** What is wrong with the answers: one sentence for the user. A wrong address would lock the user out. */
export function administrationProblem({ family, administration }: BaselineChoice): string | undefined {
  if (administration.kind === 'console') return undefined;
  const { port, sources } = administration;
  if (!Number.isInteger(port) || port < 1 || port > 65535) return `Port ${port} is none; a port is 1 to 65535.`;
  for (const source of sources) {
    const problem = isSourceAddress(source, family);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/**
 * The edits that make the filter table of a file restrictive: only what is missing, at its place; none where all is
 * there. Answers that `administrationProblem` objects to give no edits at all.
 */
export function insertBaseline(file: RulesFile, administration: Administration): TextEdit[] {
  return complete(insertBaselineSteps(file, administration));
}

/** The same in steps. */
export function* insertBaselineSteps(file: RulesFile, administration: Administration): Steps<TextEdit[]> {
  const { family } = file.settings;
  if (administrationProblem({ family, administration }) !== undefined) return [];
  const outline = outlineOf(file);
  const edits = new LineEdits(outline.lines);
  const block = lastBlock(outline, 'filter');
  const entrance = entranceRules(administration);
  if (!block) {
    const services = entrance.rules.length > 0 ? [`# ${entrance.description}`, ...entrance.rules] : [];
    addCommits(outline, edits);
    appendTable(outline.lines, baselineFile(family, services), edits);
    endLastLine(outline.lines, edits);
    return edits.toTextEdits();
  }
  for (const name of CHAINS) yield* block.readSteps(block.chain(name));
  setPolicies(block, edits);
  const paragraphs = new Paragraphs();
  for (const { place, description, rules } of [...blocksOf(family), entrance].sort(byPlace)) {
    for (const text of rules) yield* addMissing(outline, block, { text, place, description, family }, paragraphs);
  }
  paragraphs.writeTo(edits);
  addCommits(outline, edits);
  endLastLine(outline.lines, edits);
  return edits.toTextEdits();
}

type Group = Pick<Block, 'place' | 'description' | 'rules'>;

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
  readonly text: string;
  readonly place: Block['place'];
  readonly description: string;
  readonly family: Family;
}

function* addMissing(outline: Outline, block: BlockOutline, wanted: Wanted, paragraphs: Paragraphs): Steps<void> {
  const { text, place, description, family } = wanted;
  const { chain, rule } = wantedRule(text, block, family);
  if (place === 'last') {
    // Behind a rule that accepts the rest nothing is left to log.
    if (!logsAll(block, chain) && endingOf(block, chain) !== 'accept')
      paragraphs.add(logSpot(outline, block, chain), description, text);
    return;
  }
  if (yield* coveredByAll(reachedRules(block, chain), rule)) return;
  paragraphs.add(
    place === 'first' ? headSpot(outline, block, chain) : acceptSpot(outline, block, chain, rule),
    description,
    text,
  );
}

/**
 * Turns the policies to DROP where they are written, the last place wins; adds the lines that are missing. What a
 * template has a placeholder for is not ours to choose.
 */
function setPolicies(block: BlockOutline, edits: LineEdits): void {
  let anchor = block.header;
  for (const name of CHAINS) {
    const { declared, policy } = block.chain(name);
    if (declared !== undefined) anchor = declared;
    if (!policy)
      edits.insertBefore(
        anchor + 1,
        DROP_POLICIES.filter((line) => line.startsWith(`:${name} `)),
      );
    else if (policy.text === '') edits.replace(policy.line, policy.start, policy.end, ' DROP');
    else if (policy.text !== 'DROP' && !policy.unknown) edits.replace(policy.line, policy.start, policy.end, 'DROP');
  }
}
