// The targets that the rules of a table have.

import { isRule, type RulesFile } from '../ruleset/rules-file.ts';
import type { TableBlock } from '../ruleset/table-block.ts';

/** The names of all targets of extensions that rules of a table jump to. */
export function targetsIn(file: RulesFile, { firstLine, lastLine }: TableBlock): ReadonlySet<string> {
  const targets = new Set<string>();
  for (let line = firstLine; line <= lastLine; line++) {
    const entry = file.entry(line);
    if (isRule(entry) && entry.toExtension && entry.object !== undefined) targets.add(entry.object);
  }
  return targets;
}
