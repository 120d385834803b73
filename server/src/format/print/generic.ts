// What iptables-save prints of iptables' own conditions, by letter.

import { networkList } from './addresses.ts';
import { named, type OptionPrint } from './option.ts';
import { meaningOf, printedValue } from './values.ts';

/** Protocols that every version saves by this name. */
const NAMES: ReadonlyMap<number, string> = new Map([
  [1, 'icmp'],
  [6, 'tcp'],
  [17, 'udp'],
  [50, 'esp'],
  [51, 'ah'],
  [58, 'ipv6-icmp'],
  [132, 'sctp'],
  [136, 'udplite'],
]);

/** What takes every packet is not printed; with a ! it takes none, and nobody prints that. */
function idle({ negated }: { readonly negated: boolean }): '' | undefined {
  return negated ? undefined : '';
}

const network: OptionPrint = (said, context) => {
  const meaning = meaningOf('network', said.texts[0] ?? '', said.kinds[0], context);
  const list = meaning && networkList(meaning);
  return list === '' ? idle(said) : named(said, list);
};

const networkInterface: OptionPrint = (said, context) => {
  const [text = ''] = said.texts;
  const [kind] = said.kinds;
  if (text === '+') return idle(said);
  return named(said, kind && printedValue(text, kind, context));
};

/** Of other protocols some versions save the name and some the number, so the word stays. */
const protocol: OptionPrint = (said, context) => {
  const [text = ''] = said.texts;
  const meaning = meaningOf('protocol', text, said.kinds[0], context);
  if (!meaning) return undefined;
  if (meaning.number === 0) return idle(said);
  return named(said, NAMES.get(meaning.number) ?? (/^[a-z\d][\w.-]*$/i.test(text) ? text.toLowerCase() : undefined));
};

export const GENERIC_PRINTS: ReadonlyMap<string, OptionPrint> = new Map<string, OptionPrint>([
  ['s', network],
  ['d', network],
  ['i', networkInterface],
  ['o', networkInterface],
  ['p', protocol],
  ['f', (said) => named(said, '')],
]);
