// Texts with a `$0` where the cursor is.

import { DEFAULT_SETTINGS, RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import type { Position } from '../../../server/src/syntax/lines.ts';
import type { Family } from '../../../server/src/vocabulary/schema.ts';

/** The file without its marker, and the place of the marker. Throws where there is none. */
export function atCursor(marked: string, family: Family = 4): { file: RulesFile; position: Position } {
  const at = marked.indexOf('$0');
  if (at < 0) throw new Error(`No $0 in ${JSON.stringify(marked)}`);
  const file = new RulesFile(marked.slice(0, at) + marked.slice(at + 2), { ...DEFAULT_SETTINGS, family });
  return { file, position: file.lines.positionAt(at) };
}

/** A rule within a table that has the user chain `services`. */
export function inTable(rule: string, table = 'filter'): string {
  return `*${table}\n:services - [0:0]\n-A services -j RETURN\n${rule}\nCOMMIT\n`;
}
