// A comment that is to suppress findings, and cannot as it is written.

import { type Fix, type Fixer, removeLine, replaceColumns } from '../../check/fix.ts';
import { nearest } from '../../vocabulary/nearest.ts';
import { lintRule } from '../rule.ts';
import { directiveIn } from '../suppression/directive.ts';

const mend: Fixer = (file, { line, start, end, suggestions }) => {
  if (suggestions)
    return suggestions.map(
      (text, i): Fix => ({
        title: `Change to ${text}`,
        edits: [replaceColumns(line, start, end, text)],
        preferred: i === 0,
      }),
    );
  const directive = directiveIn(file.lines.line(line));
  if (directive?.strays.some((stray) => stray.start === start))
    return [
      { title: 'Make it the reason', edits: [replaceColumns(line, start, start, '-- ')], preferred: true, safe: true },
    ];
  return [{ title: 'Delete the comment', edits: [removeLine(line)] }];
};

export const invalidSuppression = lintRule({
  name: 'invalid-suppression',
  severity: 'warning',
  category: 'suppressions',
  finds: 'A comment that is to suppress findings without a name, or with one that no rule has.',
  looksAt: 'suppressions',
  checkDirective({ line, directive }, known, report) {
    const { kind, word, meant, names, strays } = directive;
    if (!kind) {
      const suggestions = meant.map((name) => `iptables-lint-${name}`);
      report({
        message: `"${word.text}" is not a directive, so it suppresses nothing.${guess(suggestions)}`,
        line,
        start: word.start,
        end: word.end,
        ...(suggestions.length > 0 && { suggestions }),
      });
      return;
    }
    if (names.length === 0)
      report({
        message: `This names no rule, so it ${kind === 'enable' ? 'ends' : 'suppresses'} nothing. Add the names, as in "iptables-lint-${kind} bare-flush".`,
        line,
        start: word.start,
        end: word.end,
      });
    for (const { text, start, end } of names) {
      if (known.has(text)) continue;
      const suggestions = nearest(text, known);
      const message = `No rule is called "${text}".${guess(suggestions)}`;
      report({ message, line, start, end, ...(suggestions.length > 0 && { suggestions }) });
    }
    for (const { text, start, end } of strays)
      report({ message: `Unexpected words "${text}". Put "--" before a reason.`, line, start, end });
  },
  fix: mend,
});

function guess([first]: readonly string[]): string {
  return first === undefined ? '' : ` Did you mean "${first}"?`;
}
