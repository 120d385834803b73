// The old match for the states of connections, which conntrack has replaced.

import { type Edit, replaceColumns } from '../../check/fix.ts';
import type { Rule } from '../../ruleset/rule.ts';
import { lintRule } from '../rule.ts';

const MESSAGE =
  '"-m state" is an old name that is only kept for old files. Use "-m conntrack --ctstate", which takes the same states and more.';

/** Rewrites the match and its option; undefined where that is no matter of words. */
function rewrite(rule: Rule, line: number): readonly Edit[] | undefined {
  const instances = rule.instances.filter(({ known }) => known.extension.name === 'state');
  if (instances.length !== 1 || rule.instanceOf('match', 'conntrack')) return undefined;
  const edits: Edit[] = [];
  for (const { word } of instances) {
    const { start, end } = rule.columns(word);
    if (rule.text.slice(start, end) !== 'state') return undefined;
    edits.push(replaceColumns(line, start, end, 'conntrack'));
  }
  for (const { name, nameColumns } of rule.options) {
    if (name === '--state') edits.push(replaceColumns(line, nameColumns.start, nameColumns.end, '--ctstate'));
  }
  return edits;
}

export const stateMatchDeprecated = lintRule({
  name: 'state-match-deprecated',
  severity: 'information',
  category: 'packets',
  finds: 'A `-m state`, which `-m conntrack` has replaced.',
  looksAt: 'rule',
  options: ['--state'],
  found(text) {
    const start = text.indexOf(' -m state ') + 1;
    if (start === 0 || text.includes('"') || text.includes(' -m state ', start)) return undefined;
    return [{ message: MESSAGE, start, end: start + '-m state'.length, tags: ['deprecated'] }];
  },
  check(rule, { line }, report) {
    for (const { known, word } of rule.instances) {
      if (known.extension.name !== 'state') continue;
      const { start, end } = rule.columns(word);
      const from = rule.text.slice(0, start).endsWith('-m ') ? start - 3 : start;
      report({ message: MESSAGE, line, start: from, end, tags: ['deprecated'] });
    }
  },
  fix(file, { line }) {
    const edits = rewrite(file.rule(line), line);
    return edits ? [{ title: 'Use -m conntrack --ctstate', edits, preferred: true, safe: true }] : [];
  },
});
