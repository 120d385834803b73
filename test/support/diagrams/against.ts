// Owns the comparison of what the analysis says of the rules of a file with what decision diagrams say.

import type { Packet } from '../../../server/src/analysis/dimensions.ts';
import { type Fate, TableReach } from '../../../server/src/analysis/reach/table-reach.ts';
import { allFindingsOf } from '../../../server/src/lint/lint-file.ts';
import type { RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import type { TableBlock } from '../../../server/src/ruleset/table-block.ts';
import { type Diagram, NONE } from './diagrams.ts';
import { bitsOfPacket } from './packet-point.ts';
import { type ChainDiagrams, TableDiagrams } from './table-diagrams.ts';

export interface Comparison {
  /** Rules of which both say something. */
  rules: number;
  /** Of these, those that no packet gets to. */
  dead: number;
  /** Rules that could be left out, as the analysis has it. */
  redundant: number;
  /** Rules of which the analysis says nothing. */
  unknown: number;
  /** Where the two differ, a sentence each. */
  readonly wrong: string[];
}

export function nothingCompared(): Comparison {
  return { rules: 0, dead: 0, redundant: 0, unknown: 0, wrong: [] };
}

/** Compares every table of a file. Throws `TooLarge` where diagrams need more nodes. */
export function compareFile(file: RulesFile, most: number, sum: Comparison): void {
  const findings = allFindingsOf(file);
  const redundant = new Set(findings.filter(({ code }) => code === 'redundant-rule').map(({ line }) => line));
  for (const block of file.blocks) {
    const reach = TableReach.of(file, block);
    const diagrams = reach && TableDiagrams.of(file, block, most);
    if (!diagrams) continue;
    for (const chain of diagrams.chains.values()) {
      compareChain(file, diagrams, chain, reach, sum);
      compareRedundant(file, block, diagrams, chain, redundant, sum);
    }
  }
}

function compareChain(
  file: RulesFile,
  diagrams: TableDiagrams,
  chain: ChainDiagrams,
  reach: TableReach,
  sum: Comparison,
): void {
  const own = reach.chain(chain.name);
  chain.rows.forEach(({ line }, at) => {
    const step = own?.steps.find((one) => one.line === line);
    if (!own || !step) return;
    const fate = reach.fateOf(own, step);
    if (fate.kind === 'unknown') {
      sum.unknown++;
      return;
    }
    const expected = fateIn(diagrams, chain, at);
    sum.rules++;
    if (expected !== 'live') sum.dead++;
    const says = (what: string) => sum.wrong.push(`line ${line + 1}, ${file.lines.line(line)}: ${what}`);
    if (kindOf(fate) !== expected) says(`${fate.kind} where it is ${expected}`);
    else if (fate.kind === 'live' && !isMet(diagrams, chain.met[at] ?? NONE, packetOf(fate, file)))
      says(`its packet does not get there: ${packetText(packetOf(fate, file))}`);
  });
}

/** Why earlier rules or the jumps to its chain leave a rule nothing is said in one of two ways, and both may be so. */
function kindOf({ kind }: Fate): Fate['kind'] {
  return kind === 'excluded' ? 'covered' : kind;
}

function packetOf(fate: Extract<Fate, { kind: 'live' }>, file: RulesFile): Packet {
  return fate.probe.packet(file.settings.family);
}

function packetText(packet: Packet): string {
  return Object.entries(packet)
    .map(([name, point]) => `${name} ${point}`)
    .join(', ');
}

function isMet({ bits }: TableDiagrams, set: Diagram, packet: Packet): boolean {
  return bits.diagrams.hasAny(set, bitsOfPacket(bits, packet));
}

function fateIn({ bits: { diagrams } }: TableDiagrams, chain: ChainDiagrams, at: number): Fate['kind'] {
  if ((chain.met[at] ?? NONE) !== NONE) return 'live';
  if (chain.entering === NONE) return 'chain';
  return diagrams.and(chain.rows[at]?.set ?? NONE, chain.hooks) === NONE ? 'never' : 'covered';
}

/** Without a rule that is called redundant its packets meet the same verdict, and no rule that they left out before. */
function compareRedundant(
  file: RulesFile,
  block: TableBlock,
  diagrams: TableDiagrams,
  chain: ChainDiagrams,
  redundant: ReadonlySet<number>,
  sum: Comparison,
): void {
  const policy = block.chains.get(chain.name)?.policy ?? '';
  chain.rows.forEach(({ line, verdict }, at) => {
    if (!redundant.has(line)) return;
    sum.redundant++;
    const ends = diagrams.endsBehind(chain.name, at, chain.met[at] ?? NONE);
    const others = [...ends].map((end) => (end === 'back' ? policy : end)).filter((end) => end !== verdict);
    if (others.length > 0)
      sum.wrong.push(`line ${line + 1}, ${file.lines.line(line)}: redundant, but then ${others.join(', ')}`);
  });
}
