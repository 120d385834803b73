// A list of recent addresses that INPUT fills or asks with the destination, which is this machine's own address.

import { replaceColumns } from '../../check/fix.ts';
import { lintRule } from '../rule.ts';

export const recentOwnAddress = lintRule({
  name: 'recent-own-address',
  severity: 'warning',
  category: 'packets',
  finds: 'A `-m recent --rdest` in INPUT, which keeps the address of this machine in place of the clients.',
  looksAt: 'rule',
  options: ['--rdest'],
  when: { may: ({ chain }) => chain === 'INPUT' },
  check(rule, { line }, report) {
    const option = rule.options.find(({ name }) => name === '--rdest');
    if (!option || rule.chain !== 'INPUT') return;
    report({
      message:
        '"--rdest" takes the destination, which is an address of this machine in INPUT: all clients are counted as one, and are blocked or let in together. Use "--rsource".',
      line,
      start: option.start,
      end: option.end,
    });
  },
  fix(_file, { line, start, end }) {
    return [{ title: 'Use --rsource', edits: [replaceColumns(line, start, end, '--rsource')], preferred: true }];
  },
});
