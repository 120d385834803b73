// A packet that a rule decides: one that gets to the rule and matches it, sent on its way before it is offered.

import type { ChainSteps } from '../../analysis/reach/chain-steps.ts';
import type { Step } from '../../analysis/reach/step.ts';
import type { Fate } from '../../analysis/reach/table-reach.ts';
import { packetTablesOf } from '../../lint/lint-file.ts';
import type { PacketTable } from '../../lint/packets.ts';
import { isGrave } from '../../ruleset/fault.ts';
import { isRule, type RulesFile } from '../../ruleset/rules-file.ts';
import { readPacketLine } from './packet-line.ts';
import { packetTrace } from './packet-trace.ts';
import type { PacketTrace, WitnessAnswer } from './protocol.ts';
import { witnessLines } from './witness-lines.ts';

const WHY_NONE: Readonly<Record<Exclude<Fate['kind'], 'live'>, string>> = {
  covered: 'No packet gets to this rule: rules before it take every packet that it asks for.',
  never: 'No packet matches this rule: what it asks for cannot be in its chain.',
  excluded: 'No packet gets to this rule: the jumps to its chain ask for something else.',
  chain: 'No packet gets to this rule: nothing leads to its chain.',
  unknown: 'No packet was found that surely gets to this rule.',
};

/** Whether a line puts a rule into a chain, as far as the loaders take it. */
export function hasRule(file: RulesFile, line: number): boolean {
  const entry = file.entry(line);
  return isRule(entry) && !entry.skipped && !entry.faults.some(isGrave);
}

/** A packet for the rule of a line, or why there is none. */
export function answerWitness(file: RulesFile, line: number): WitnessAnswer {
  if (!hasRule(file, line)) return { message: 'No rule that the loaders take stands in this line.' };
  const block = file.blockAt(line);
  const table = packetTablesOf(file).find((one) => one.block === block);
  const found = table && stepAt(table, line);
  if (!table || !found)
    return { message: 'It is not certain which rules this table has, so no packet was looked for.' };
  const fate = table.fateOf(found.chain, found.step);
  if (fate.kind !== 'live') return { message: WHY_NONE[fate.kind] };
  const tried = witnessLines(found.chain.name, found.step, fate, file.settings.family).flatMap((packet) => {
    const read = readPacketLine(packet, file.settings.family);
    return 'wrong' in read ? [] : [{ packet, trace: packetTrace(file, read.packet, read.host, packet) }];
  });
  const kinds = ['matches', 'depends'] as const;
  const best = kinds.flatMap((kind) => tried.filter(({ trace }) => meets(trace, line, kind)))[0];
  return best ? { packet: best.packet } : { message: WHY_NONE.unknown };
}

function meets({ steps }: PacketTrace, line: number, kind: 'matches' | 'depends'): boolean {
  return steps.some((step) => step.kind === kind && step.line === line);
}

function stepAt(table: PacketTable, line: number): { readonly chain: ChainSteps; readonly step: Step } | undefined {
  for (const chain of table.chains) {
    const step = chain.steps.find((one) => one.line === line);
    if (step) return { chain, step };
  }
  return undefined;
}
