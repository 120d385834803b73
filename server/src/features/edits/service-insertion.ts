// Puts the rules of chosen services into the filter table, above what logs or refuses the rest.

import type { TextEdit } from 'vscode-languageserver-types';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import { complete, type Steps } from '../../ruleset/steps.ts';
import type { Family } from '../../vocabulary/schema.ts';
import type { Service } from '../../vocabulary/service-catalogue.ts';
import { findService, type Ports, serviceRules } from '../../vocabulary/service-rules.ts';
import { coveredByAll } from './cover.ts';
import { LineEdits } from './line-edits.ts';
import { type BlockOutline, type Outline, outlineOf } from './outline.ts';
import type { DirectionChoice, ServiceSelection } from './protocol.ts';
import { addCommits, appendTable, endLastLine, lastBlock, Paragraphs, wantedRule } from './rule-insertion.ts';
import { isSourceAddress } from './source-address.ts';
import { acceptSpot, reachedRules } from './spots.ts';

export interface ServiceInsertion {
  readonly services: readonly ServiceSelection[];
  readonly direction: DirectionChoice;
  readonly source?: string;
}

/** A frame that changes nothing by itself: policies ACCEPT. */
const OPEN_FRAME: readonly string[] = [
  '*filter',
  ':INPUT ACCEPT [0:0]',
  ':FORWARD ACCEPT [0:0]',
  ':OUTPUT ACCEPT [0:0]',
];

/** What is wrong with the answers: one sentence for the user. */
export function servicesProblem({ services, source }: ServiceInsertion, family: Family): string | undefined {
  for (const { id, port } of services) {
    if (!findService(id)) return `Unknown service "${id}".`;
    if (port !== undefined && !isPorts(port))
      return `"${port}" is not a port. Use a number from 1 to 65535, or a range first:last.`;
  }
  return source === undefined ? undefined : isSourceAddress(source, family);
}

function isPorts(ports: Ports): boolean {
  const numbers = String(ports).split(':').map(Number);
  const [first = 0, last = first] = numbers;
  return (
    numbers.length <= 2 &&
    numbers.every((port) => Number.isInteger(port) && port >= 1 && port <= 65535) &&
    first <= last
  );
}

/**
 * The edits that let services through: their rules go above LOG rules and final refusals of their chain, else to its
 * end; rules that are there already are left out. A file without a filter table gets one whose policies are ACCEPT.
 * Answers that `servicesProblem` objects to give no edits.
 */
export function insertServiceRules(file: RulesFile, insertion: ServiceInsertion): TextEdit[] {
  return complete(insertServiceRuleSteps(file, insertion));
}

/** The same in steps. */
export function* insertServiceRuleSteps(file: RulesFile, insertion: ServiceInsertion): Steps<TextEdit[]> {
  const { family } = file.settings;
  if (servicesProblem(insertion, family) !== undefined) return [];
  const groups = insertion.services.flatMap((selection) => serviceGroup(selection, insertion, family) ?? []);
  const outline = outlineOf(file);
  const edits = new LineEdits(outline.lines);
  const block = lastBlock(outline, 'filter');
  if (!block) {
    if (groups.length === 0) return [];
    addCommits(outline, edits);
    appendTable(
      outline.lines,
      [...OPEN_FRAME, ...groups.flatMap(({ comment, rules }) => ['', `# ${comment}`, ...rules]), '', 'COMMIT'],
      edits,
    );
    endLastLine(outline.lines, edits);
    return edits.toTextEdits();
  }
  const paragraphs = yield* addMissing(outline, block, groups, family);
  paragraphs.writeTo(edits);
  if (edits.empty) return [];
  addCommits(outline, edits);
  endLastLine(outline.lines, edits);
  return edits.toTextEdits();
}

export interface ServiceGroup {
  readonly comment: string;
  readonly rules: readonly string[];
}

/** The rules of one service under the comment that names it; undefined where the family has none. */
export function serviceGroup(
  selection: ServiceSelection,
  { direction, source }: Pick<ServiceInsertion, 'direction' | 'source'>,
  family: Family,
): ServiceGroup | undefined {
  const service = findService(selection.id);
  if (!service) return undefined;
  const way = direction === 'default' ? service.direction : direction;
  const { port } = selection;
  const one = (peer: string | undefined): string[] =>
    serviceRules(service, {
      family,
      direction: way,
      ...(peer === undefined ? {} : { source: peer }),
      ...(port === undefined ? {} : { port }),
    });
  const rules = source === undefined ? one(undefined) : source.split(',').flatMap(one);
  return rules.length === 0 ? undefined : { comment: commentOf(service, port, source), rules: [...new Set(rules)] };
}

function commentOf({ label }: Service, port: Ports | undefined, source: string | undefined): string {
  const where = port === undefined ? '' : ` on port ${port}`;
  return `${label}${where}${source === undefined ? '' : `, only ${source.split(',').join(', ')}`}`;
}

function* addMissing(
  outline: Outline,
  block: BlockOutline,
  groups: readonly ServiceGroup[],
  family: Family,
): Steps<Paragraphs> {
  const paragraphs = new Paragraphs();
  const taken = new Set<string>();
  for (const { comment, rules } of groups) {
    for (const text of rules) {
      const { chain, rule } = wantedRule(text, block, family);
      yield* block.readSteps(chain);
      if (taken.has(text) || (yield* coveredByAll(reachedRules(block, chain), rule, true))) continue;
      taken.add(text);
      paragraphs.add(acceptSpot(outline, block, chain, rule), comment, text);
    }
  }
  return paragraphs;
}
