// A service is let in that sends passwords in the clear.

import { hands, portsOf } from '../common/conditions.ts';
import { lintRule } from '../rule.ts';

/** Ports on which nothing else is spoken, with or without a password that others can read. */
const SERVICES: ReadonlyMap<number, string> = new Map([
  [23, 'Telnet'],
  [512, 'rexec'],
  [513, 'rlogin'],
]);

export const plaintextLoginService = lintRule({
  name: 'plaintext-login-service',
  severity: 'information',
  category: 'packets',
  finds: 'A rule that lets in Telnet, rlogin or rexec, which send passwords in the clear.',
  looksAt: 'rule',
  options: ['--dport', '--dports'],
  when: {
    may: ({ object, chain }) => object === 'ACCEPT' && chain !== 'OUTPUT',
    maybe: (text) => /\b(?:23|51[23]|telnet|exec|login)\b/.test(text),
  },
  check(rule, { line }, report) {
    const option = rule.options.find(({ name }) => name === '--dport' || name === '--dports');
    if (!option || option.negated || rule.protocol !== 6 || !hands(rule, 'ACCEPT')) return;
    for (const { first, last } of portsOf(rule, option) ?? []) {
      const service = first === last ? SERVICES.get(first) : undefined;
      if (service === undefined) continue;
      report({
        message: `${service} sends passwords in the clear, and whoever is on the way can read them. Use SSH, and remove this port.`,
        line,
        start: option.start,
        end: option.end,
      });
    }
  },
});
