// A condition of ports or flags of which the back ends make different things.

import { differOnNft } from '../../analysis/native-ports.ts';
import { lintRule } from '../rule.ts';

export const negationDiffers = lintRule({
  name: 'negation-differs',
  severity: 'warning',
  category: 'loading',
  finds: 'Negated ports or empty TCP flags that iptables-nft and iptables-legacy take differently.',
  looksAt: 'rule',
  options: ['--sport', '--dport', '--tcp-flags'],
  when: { may: () => true, maybe: (text) => text.includes('! --') || text.includes('NONE') },
  check(rule, { line, settings }, report) {
    const [first, second] = differOnNft(rule, rule.options);
    if (!first) return;
    const isPair = second !== undefined && second.name !== '--tcp-flags' && first.name !== second.name;
    if (isPair && settings.backend === 'legacy') return;
    const message = isPair
      ? 'Of two negated ports iptables-nft makes one question: it also takes packets with one of the two ports, where iptables-legacy takes those with neither. Write two rules, or use "-m multiport ! --sports ... -m multiport ! --dports ...".'
      : `"${rule.text.slice(first.start, first.end)}" never matches on iptables-legacy and always on iptables-nft. Remove it, or write what is meant.`;
    report({ message, line, start: first.start, end: first.end });
  },
});
