// An address such as 192.168.1.0 without a mask: the one address that no host of that network has.

import type { Rule } from '../../ruleset/rule.ts';
import { addressNumber, addressText } from '../../vocabulary/values/address-words.ts';
import type { Network } from '../../vocabulary/values/meaning.ts';
import {
  ADDRESS_OPTIONS,
  type AskedAddress,
  addressAt,
  addressesOf,
  isOneAddress,
  rewritten,
  trailingZeros,
} from '../common/addresses.ts';
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

export const networkAddressAsHost = lintRule({
  name: 'network-address-as-host',
  severity: 'warning',
  category: 'packets',
  finds: 'The address of a network without its mask, which is a single address.',
  looksAt: 'rule',
  options: ADDRESS_OPTIONS,
  check(rule, { line }, report) {
    for (const one of addressesOf(rule)) {
      const whole = meant(rule, one);
      if (whole === undefined) continue;
      const single = one.mask === undefined ? 'Without a mask' : `With the mask "/${one.mask}"`;
      report({
        message: `${single}, "${one.address}" is a single address, which hosts hardly ever have; the rest of the network is not matched. Write ${whole} if the network is meant.`,
        line,
        start: one.start,
        end: one.end,
      });
    }
  },
  fix(file, { line, start }) {
    const one = addressAt(file, line, start);
    const whole = one && meant(file.rule(line), one);
    const edits = one && whole !== undefined ? rewritten(line, one, whole) : undefined;
    return edits ? [{ title: `Match the whole network ${whole}`, edits }] : [];
  },
});
