// A name in a comment that suppresses findings, where there is nothing to suppress.

import { removeLine, replaceColumns } from '../../check/fix.ts';
import { lintRule } from '../rule.ts';
import type { Useless } from '../suppression/cover.ts';
import { directiveIn } from '../suppression/directive.ts';

export const unusedSuppression = lintRule({
  name: 'unused-suppression',
  severity: 'information',
  category: 'suppressions',
  finds: 'A comment that suppresses findings where there are none.',
  looksAt: 'suppressions',
  checkUseless(useless, report) {
    const { line, word } = useless;
    report({ message: sayOf(useless), line, start: word.start, end: word.end, tags: ['unnecessary'] });
  },
  fix(file, { line, start }) {
    const names = directiveIn(file.lines.line(line))?.names ?? [];
    const at = names.findIndex((name) => name.start === start);
    const name = names[at];
    if (!name) return [];
    if (names.length === 1) return [{ title: 'Delete the comment', edits: [removeLine(line)], preferred: true }];
    const before = names[at - 1];
    const [from, to] = before ? [before.end, name.end] : [name.start, names[at + 1]?.start ?? name.end];
    return [{ title: `Take out ${name.text}`, edits: [replaceColumns(line, from, to, '')], preferred: true }];
  },
});

function sayOf({ word: { text }, why }: Useless): string {
  if (why === 'end') return `"${text}" is not suppressed here, so there is nothing to end.`;
  if (why === 'error')
    return `"${text}" is an error here: the loaders refuse the file, and no comment suppresses that.`;
  return `There is no "${text}" here to suppress.`;
}
