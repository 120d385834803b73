// The targets that the rules of a table have.

import { isRule, type RulesFile } from '../ruleset/rules-file.ts';
import type { TableBlock } from '../ruleset/table-block.ts';

const known = new WeakMap<TableBlock, { readonly revision: number; readonly targets: ReadonlySet<string> }>();

/** The names of all targets of extensions that rules of a table jump to. */
export function targetsIn(file: RulesFile, block: TableBlock): ReadonlySet<string> {
  const last = known.get(block);
  // A rule that gets another target, comes or goes is another revision.
  if (last?.revision === file.revision) return last.targets;
  const targets = findTargets(file, block);
  known.set(block, { revision: file.revision, targets });
  return targets;
}

function findTargets(file: RulesFile, { firstLine, lastLine }: TableBlock): ReadonlySet<string> {
  const targets = new Set<string>();
  for (let line = firstLine; line <= lastLine; line++) {
    const entry = file.entry(line);
    if (isRule(entry) && entry.toExtension && entry.object !== undefined) targets.add(entry.object);
  }
  return targets;
}
