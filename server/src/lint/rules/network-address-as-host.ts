// An address such as 192.168.1.0 without a mask: the one address that no host of that network has.

import type { Rule } from '../../ruleset/rule.ts';
import { placeOf } from '../../ruleset/table/lines.ts';
import { addressNumber, addressText } from '../../vocabulary/values/address-words.ts';
import type { Network } from '../../vocabulary/values/meaning.ts';
import {
  type AskedAddress,
  addressAt,
  addressesOf,
  isOneAddress,
  rewritten,
  trailingZeros,
} from '../common/addresses.ts';
import type { Fact } from '../fact.ts';
import { lintRule } from '../rule.ts';

/** The lengths of networks whose hosts are counted by whole bytes, or by the 64 bits of IPv6. */
const LENGTHS = { 4: [8, 16, 24], 6: [32, 48, 64] } as const;

/** The network that is most likely meant; undefined where one address may well be. */
function meant(rule: Rule, { option, mask, network }: AskedAddress): string | undefined {
  if (!network || !isOneAddress(network)) return undefined;
  if (addressNumber(network.written) === 0n) return everything(rule, option.letter, network, mask);
  const bits = 32 * network.mask.length;
  const zeros = trailingZeros(network.written);
  const length = LENGTHS[rule.family].find((one) => zeros >= bits - one);
  // Outside of private networks a list of single hosts may have one that ends in .0.
  if (length === undefined || (mask !== undefined && rule.family === 4 && length === 24 && !isPrivate(network)))
    return undefined;
  return `${addressText(network.written)}/${length}`;
}

/** 0.0.0.0 is what hosts without an address send from: DHCP and neighbour discovery need it, and some have it dropped. */
function everything(
  rule: Rule,
  letter: string | undefined,
  network: Network,
  mask: string | undefined,
): string | undefined {
  if (mask !== undefined || rule.object !== 'ACCEPT') return undefined;
  const isMeant = letter === 's' && (rule.family === 6 || /\b6[78]\b/.test(rule.text));
  return isMeant ? undefined : `${addressText(network.written)}/0`;
}

/** Networks that are nobody's on the Internet: private ones, those of links and those of examples. */
const PRIVATE = /^(?:10|127|169\.254|172\.(?:1[6-9]|2\d|3[01])|192\.168|192\.0\.2|198\.51\.100|203\.0\.113)\./;

function isPrivate({ written }: Network): boolean {
  return PRIVATE.test(addressText(written));
}

/** Names the address of a network, and nothing larger or smaller. */
const namesNetworkAddress: Fact = {
  may: () => true,
  maybe: mayName,
  holds: (rule) => addressesOf(rule).some((one) => meant(rule, one) !== undefined),
};

function mayName(text: string): boolean {
  return ENDS_IN_ZERO.test(text) || IS_SHORT.test(text);
}

/** Behind a network's address stands a length that says so. */
const ENDS_IN_ZERO = /\.0+(?![.\d]|\/(?!32\b)\d{1,2}(?![.\dx]))|::(?![\da-f]|\/(?!128\b)\d{1,3}(?![\d:a-f]))/i;
/** Fewer than four numbers: `-s 10`, `--dst 10.1`. */
const IS_SHORT = /(?:-[sd]|--(?:s(?:rc|o)|d(?:st|es)|ct)[a-z]*)[ =]?"?(?:\S*,)?\d+(?:\.\d+){0,2}(?![.\d])/;

/** Names one of the first hosts of a network by its address alone, as iptables-save writes it. */
const namesFirstHosts: Fact = {
  may: () => true,
  maybe: (text) => / -[sd] (?:\d+\.){3}[12]?\d\/32 /.test(text) && !ENDS_IN_ZERO.test(text),
};

const LISTED = / -[sd] (?:\d+\.){3}0\/32 /g;

/** The text of a rule with blanks for such an address where the next rules with hosts have its next ones: single hosts are listed. */
function withoutListed(text: string, next: readonly string[]): string {
  return text.replace(LISTED, (words) => {
    const network = words.slice(0, -'0/32 '.length);
    return next.length > 1 && next.every((other) => other.includes(network)) ? ' '.repeat(words.length) : words;
  });
}

export const networkAddressAsHost = lintRule({
  name: 'network-address-as-host',
  severity: 'warning',
  category: 'packets',
  finds: 'The address of a network without its mask, which is a single address.',
  looksAt: 'chain',
  check(chain, report) {
    const lines = chain.all(namesNetworkAddress);
    const hosts = lines.length > 0 ? chain.all(namesFirstHosts) : [];
    for (const line of lines) {
      const at = placeOf(hosts, line);
      const next = hosts.slice(at, at + 2).map((other) => chain.text(other));
      const text = withoutListed(chain.text(line), next);
      if (!mayName(text)) continue;
      const rule = chain.rule(line);
      for (const one of addressesOf(rule)) {
        const whole = meant(rule, one);
        if (whole === undefined || text.slice(one.start, one.end).trim() === '') continue;
        const single = one.mask === undefined ? 'Without a mask' : `With the mask "/${one.mask}"`;
        report({
          message: `${single}, "${one.address}" is a single address, which hosts hardly ever have; the rest of the network is not matched. Write ${whole} if the network is meant.`,
          line,
          start: one.start,
          end: one.end,
        });
      }
    }
  },
  fix(file, { line, start }) {
    const one = addressAt(file, line, start);
    const whole = one && meant(file.rule(line), one);
    const edits = one && whole !== undefined ? rewritten(line, one, whole) : undefined;
    return edits ? [{ title: `Match the whole network ${whole}`, edits }] : [];
  },
});
