// Where packets can come in the eyes of the legacy kernel, which does not look behind a rule that takes them all.

import { Jump, Trait } from '../ruleset/command.ts';
import { hookBit } from '../ruleset/places.ts';
import { isRule, type RulesFile } from '../ruleset/rules-file.ts';
import type { Chain, TableBlock } from '../ruleset/table-block.ts';

interface Reach {
  readonly revision: number;
  /** The line of each chain's first rule that takes every packet. */
  readonly finals: ReadonlyMap<string, number>;
  /** Hooks that lead to each chain. */
  readonly hooks: ReadonlyMap<Chain, number>;
}

const known = new WeakMap<TableBlock, Reach>();

/** The hooks from which packets can come to a rule's line; 0 behind a rule of its chain that takes them all. */
export function legacyHooks(file: RulesFile, block: TableBlock, chain: Chain, line: number): number {
  const { finals, hooks } = reachOf(file, block);
  const final = finals.get(chain.name);
  return final !== undefined && final < line ? 0 : (hooks.get(chain) ?? 0);
}

/** Found in one pass over the table, and kept until a verdict, a jump or a line changes. */
function reachOf(file: RulesFile, block: TableBlock): Reach {
  const last = known.get(block);
  if (last?.revision === file.revision) return last;
  const finals = new Map<string, number>();
  const calls = new Map<string, Set<Chain>>();
  for (let line = block.firstLine; line <= block.lastLine; line++) {
    const entry = file.entry(line);
    if (!isRule(entry) || entry.chain === undefined || finals.has(entry.chain)) continue;
    if (entry.traits & Trait.final) finals.set(entry.chain, line);
    const callee = entry.jump === Jump.none ? undefined : block.chains.get(entry.object ?? '');
    if (!callee || callee.builtin) continue;
    const callees = calls.get(entry.chain) ?? new Set<Chain>();
    calls.set(entry.chain, callees.add(callee));
  }
  const reach = { revision: file.revision, finals, hooks: spread(block, calls) };
  known.set(block, reach);
  return reach;
}

function spread(block: TableBlock, calls: ReadonlyMap<string, ReadonlySet<Chain>>): Map<Chain, number> {
  const hooks = new Map<Chain, number>();
  const work = [...block.chains.values()].filter(({ builtin }) => builtin);
  for (const chain of work) hooks.set(chain, hookBit(chain.name));
  for (let chain = work.pop(); chain; chain = work.pop()) {
    const from = hooks.get(chain) ?? 0;
    for (const callee of calls.get(chain.name) ?? []) {
      const before = hooks.get(callee) ?? 0;
      if ((before | from) === before) continue;
      hooks.set(callee, before | from);
      work.push(callee);
    }
  }
  return hooks;
}
