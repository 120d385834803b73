// A -p with an extension header of IPv6: the tools skip these when they look for the protocol.

import { lintRule } from '../rule.ts';

/** Each header and the match that asks for it. */
const HEADERS: ReadonlyMap<number, string> = new Map([
  [43, '-m rt'],
  [44, '-m frag'],
  [51, '-m ah'],
  [60, '-m dst'],
]);

export const extensionHeaderAsProtocol = lintRule({
  name: 'extension-header-as-protocol',
  severity: 'warning',
  category: 'packets',
  finds: 'A `-p` with an extension header of IPv6, which no packet has for its protocol.',
  looksAt: 'rule',
  options: ['--protocol'],
  check(rule, { line, settings }, report) {
    const option = rule.option('p');
    const instead = rule.namedProtocol === undefined ? undefined : HEADERS.get(rule.namedProtocol);
    const value = option?.values[0];
    if (settings.family !== 6 || !option || !value || instead === undefined) return;
    const what = option.negated ? 'always' : 'never';
    report({
      message: `"${value.text}" is an extension header, and "-p" looks at the protocol behind all of them, so this ${what} matches. Use "${instead}".`,
      line,
      start: value.start,
      end: value.end,
    });
  },
});
