// NUL characters: the loader reads a line up to the first of them, and what follows is lost without a word.

import type { RulesFile } from '../ruleset/rules-file.ts';
import { told } from './codes/index.ts';
import { LEGACY } from './finding.ts';
import type { Findings } from './findings.ts';

/** Reports the first NUL of each line but of comments; behind COMMIT it is one that legacy refuses. */
export function checkNuls(file: RulesFile, findings: Findings): void {
  if (!file.lines.mayHaveNuls) return;
  for (let line = 0; line < file.lineCount; line++) {
    const text = file.lines.line(line);
    const start = text.indexOf('\0');
    const { kind } = file.entry(line);
    if (start < 0 || kind === 'comment') continue;
    const place = { line, start, end: text.length };
    if (kind === 'commit') {
      const said = told('nul-character', ({ says }) => says.afterCommit());
      findings.refusal({ ...said, ...place, refusedBy: LEGACY });
    } else if (start > 0) {
      const said = told('nul-character', ({ says }) => says.lost());
      findings.add({ ...said, severity: 'warning', ...place });
    }
  }
}
