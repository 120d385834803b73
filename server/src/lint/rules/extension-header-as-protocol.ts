// A -p with an extension header of IPv6: the tools skip these when they look for the protocol.

import { lintRule } from '../rule.ts';

/** Each header and the match that asks for it. */
const HEADERS: ReadonlyMap<number, string> = new Map([
  [43, '-m rt'],
  [44, '-m frag'],
  [51, '-m ah'],
  [60, '-m dst'],
]);

function inWords(text: string, number: number | undefined, negated: boolean): string | undefined {
  if (text.toLowerCase() === 'hopopt')
    return `"${text}" has the number 0, which stands for every protocol, so this matches every packet. Use "-m hbh".`;
  const instead = number === undefined ? undefined : HEADERS.get(number);
  const how = negated ? 'always' : 'never';
  return (
    instead &&
    `"${text}" is an extension header, and "-p" looks at the protocol after all of them, so this ${how} matches. Use "${instead}".`
  );
}

export const extensionHeaderAsProtocol = lintRule({
  name: 'extension-header-as-protocol',
  severity: 'warning',
  category: 'packets',
  finds: 'A `-p` with an extension header of IPv6, which no packet has for its protocol.',
  looksAt: 'rule',
  options: ['--protocol'],
  check(rule, { line, settings }, report) {
    const option = rule.option('p');
    const value = option?.values[0];
    if (settings.family !== 6 || !option || !value) return;
    const message = inWords(value.text, rule.namedProtocol, option.negated);
    if (message !== undefined) report({ message, line, start: value.start, end: value.end });
  },
});
