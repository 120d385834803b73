// Rules that -F takes away again: what only the kernel minds of them not every loader comes to hear.

import type { Command } from '../ruleset/command.ts';
import type { Fault } from '../ruleset/fault.ts';
import type { RulesFile } from '../ruleset/rules-file.ts';
import { takesEffect } from '../ruleset/table/roles.ts';
import type { TableBlock } from '../ruleset/table-block.ts';
import type { Findings } from './findings.ts';

/** The -F below a rule that takes it away again; one of its chain alone before one of all. */
export function flushBelow(file: RulesFile, block: TableBlock, { chain }: Command, line: number): Command | undefined {
  const flushes: Command[] = [];
  for (const at of block.events) {
    const event = at > line ? file.entry(at) : undefined;
    if (event?.kind !== 'command' || event.letter !== 'F' || !takesEffect(event)) continue;
    if (event.chain === undefined || event.chain === chain) flushes.push(event);
  }
  return flushes.find((flush) => flush.chain !== undefined) ?? flushes[0];
}

/**
 * What the kernel minds of a rule that is flushed: legacy gives it the table without the rule, and so does nft where the
 * chain is named. Of -F alone nft asks it in the order of the commands. Source: runs of all versions.
 */
export function sayFlushed(fault: Fault, flush: Command, line: number, findings: Findings): void {
  const { backend, since: _, until: __, also, unreadBy, byKernel: ___, ...what } = fault;
  if (flush.chain === undefined && backend !== 'legacy') {
    findings.fault({ ...what, backend: 'nft', ...(unreadBy && { also: unreadBy }) }, line);
    return;
  }
  const left = flush.chain === undefined ? (also ?? unreadBy) : unreadBy;
  if (left) findings.fault({ ...what, ...left }, line);
}
