// A line of the other family in a file that is loaded for one of them only.

import type { Fact } from '../fact.ts';
import { lintRule } from '../rule.ts';

/** Rules that say of which family they are, as a file does that both tools load. */
const SAYS_FAMILY: Fact = { may: () => true, maybe: (text) => /(?:^|\s)(?:-4|-6|--ipv4|--ipv6)\s/.test(text) };

export const otherFamilyLine = lintRule({
  name: 'other-family-line',
  severity: 'warning',
  category: 'loading',
  finds: 'A line with `-4` or `-6` for the other family, which the loader silently skips.',
  looksAt: 'file',
  check(file, report) {
    const lines = file.skipped;
    // Where others say that they are of this family, both tools are to load the file.
    if (lines.length === 0 || file.mayHave(SAYS_FAMILY)) return;
    const { family } = file.settings;
    const other = family === 4 ? 6 : 4;
    for (const line of lines) {
      report({
        message: `The loader silently skips this line: it is for IPv${other}, and the file is for IPv${family}. Move it to the file for IPv${other}, or remove "-${other}".`,
        ...file.placeOf(line),
      });
    }
  },
  fix(file, { line }) {
    const text = file.lines.line(line);
    const found = /(?:-4|-6|--ipv4|--ipv6)\s+/.exec(text);
    if (!found) return [];
    const range = {
      start: { line, character: found.index },
      end: { line, character: found.index + found[0].length },
    };
    return [{ title: `Remove ${found[0].trim()}`, edits: [{ range, text: '' }] }];
  },
});
