// What names mean: choices and other named values, ICMP types, interfaces, texts, accounts.

import { byteLength } from '../../../syntax/bytes.ts';
import { icmpTypes } from '../../../vocabulary/icmp-types.ts';
import { readValue, valueNames } from '../../../vocabulary/values/index.ts';
import type {
  AccountValue,
  ChoiceValue,
  IcmpTypeValue,
  InterfaceValue,
  LogLevelValue,
  MacValue,
  TextValue,
  Value,
} from '../../../vocabulary/values/kinds.ts';
import type { Range } from '../../../vocabulary/values/meaning.ts';
import { code } from '../page.ts';
import { list } from '../prose.ts';
import type { Explain } from './meaning.ts';

/** One of some names, or one entry of a list of them. */
export const explainChoice: Explain<ChoiceValue> = (word, value, context) => {
  const choice = readValue(word, value, context)?.choices[0];
  if (!choice || word === '') return [];
  const numbered = choice.number === undefined ? undefined : `Its number is ${choice.number}.`;
  return [shortened(word, choice.name), choice.summary, numbered];
};

/** What a word that is not the whole name was read as. */
function shortened(word: string, name: string): string | undefined {
  if (word.length === name.length) return undefined;
  return word.length < name.length ? `Short for ${code(name)}.` : `Read as ${code(name)}; the rest is ignored.`;
}

/** A value whose names the vocabulary lists: TOS, flags, directions. */
export const explainNamed: Explain<Value> = (word, value, context) => {
  const folded = word.toLowerCase();
  return [valueNames(value, context).find(({ name }) => name.toLowerCase() === folded)?.summary];
};

/** A syslog level: a name, or the name behind a number. */
export const explainLogLevel: Explain<LogLevelValue> = (word, value, context) => {
  const level = readValue(word, value, context)?.level;
  const names = valueNames(value, context);
  const found = names.find(({ name }) => name === word) ?? names.find(({ summary }) => summary.startsWith(`${level}:`));
  if (level === undefined || !found) return [];
  return [found.name === word ? found.summary : `${code(found.name)}, ${found.summary}`];
};

/** An ICMP type by name or number. */
export const explainIcmpType: Explain<IcmpTypeValue> = (word, value, context) => {
  const meaning = readValue(word, value, context);
  if (!meaning) return [];
  const { type, codes } = meaning;
  const number = type === 'any' ? ANY_TYPE : type;
  const types = icmpTypes(context.family).filter((one) => one.type === number);
  const isWhole = codes.first === 0 && codes.last === 255;
  const found = types.find((one) => (isWhole ? one.code === undefined : isOnly(codes, one.code)));
  const parent = types.find((one) => one.code === undefined);
  const what = `${context.family === 4 ? 'ICMP' : 'ICMPv6'} type ${number}${codesText(codes)}`;
  const names = found ? [found.name, ...found.aliases] : [];
  const others = names.filter((name) => name.toLowerCase() !== word.toLowerCase()).map(code);
  if (!/^[a-z]/i.test(word))
    return [found ? `${what}: ${code(found.name)}.` : `${what}.`, found?.summary ?? parent?.summary];
  return [
    found?.summary,
    type === 'any' ? undefined : `${what}.`,
    others.length > 0 ? `Also written ${list(others, 'or')}.` : undefined,
  ];
};

/** ICMP's number for "every type". */
const ANY_TYPE = 255;

function isOnly({ first, last }: Range, code: number | undefined): boolean {
  return first === code && last === code;
}

function codesText({ first, last }: Range): string {
  if (first === 0 && last === 255) return ', every code';
  return first === last ? `, code ${first}` : `, codes ${first} to ${last}`;
}

/** What the names of interfaces usually stand for. Source: systemd.net-naming-scheme(7), and who makes them. */
const INTERFACES: readonly (readonly [pattern: RegExp, says: string])[] = [
  [/^lo$/, 'The loopback interface: the machine talks to itself.'],
  [/^(eth\d|en[opsx]|em\d)/, 'By its name an Ethernet card.'],
  [/^wl/, 'By its name a wireless card.'],
  [/^(wg|nordlynx)/, 'By its name a WireGuard tunnel.'],
  [/^tun/, 'By its name a tunnel of IP packets, as OpenVPN makes it.'],
  [/^tap/, 'By its name a tunnel of Ethernet frames, as virtual machines use it.'],
  [/^ppp/, 'By its name a PPP link: DSL, a modem, a VPN.'],
  [/^docker/, "By its name Docker's bridge."],
  [/^br(-|\d|$)/, 'By its name a bridge.'],
  [/^virbr/, "By its name libvirt's bridge."],
  [/^veth/, 'By its name one end of a pair into a container.'],
  [/^(bond|team)/, 'By its name several cards used as one.'],
  [/^tailscale/, "By its name Tailscale's tunnel."],
  [/^vlan|\.\d+$/, 'By its name a VLAN.'],
];

/** An interface, or with a `+` at the end all whose names begin so. */
export const explainInterface: Explain<InterfaceValue> = (word, value, context) => {
  const meaning = readValue(word, value, context);
  if (!meaning) return [];
  const { name, prefix } = meaning;
  if (prefix && name === '') return ['Any interface.'];
  const begins = prefix ? `Every interface whose name starts with ${code(name)}.` : undefined;
  const usual = INTERFACES.find(([pattern]) => pattern.test(prefix ? `${name}0` : name))?.[1];
  const alone = 'This interface alone; it need not exist when the rules are loaded.';
  return [begins, usual, prefix || usual !== undefined ? undefined : alone];
};

/** A text: how much of what it may hold is used. */
export const explainText: Explain<TextValue> = (word, { maxBytes, cutAfterBytes }) => {
  const most = maxBytes ?? cutAfterBytes;
  return [most === undefined ? undefined : `${byteLength(word)} of at most ${most} bytes.`];
};

/** A user or a group. */
export const explainAccount: Explain<AccountValue> = (word, value, context) => {
  const meaning = readValue(word, value, context);
  const { of } = value;
  if (!meaning) return [];
  if (meaning.kind === 'unknown')
    return [word === 'root' ? ROOT[of] : `The ${of} of this name on the machine that loads the rules.`];
  const { first, last } = meaning;
  if (first < last) return [`The ${of}s ${first} to ${last}.`];
  return [first === 0 ? ROOT[of] : `The ${of} with the number ${first}.`];
};

const ROOT = { user: 'root, the user 0.', group: 'root, the group 0.' } as const;

/** A hardware address: who gave it. */
export const explainMac: Explain<MacValue> = (word, value, context) => {
  const bytes = readValue(word, value, context)?.bytes;
  const [first = 0] = bytes ?? [];
  if (!bytes) return [];
  if (bytes.every((byte) => byte === 0xff)) return ['The broadcast address: every card of the link.'];
  if (first & 1) return ['A multicast address: many cards at once.'];
  return [
    first & 2
      ? 'An address given by software, as virtual machines and phones have it.'
      : "An address given by the card's maker.",
  ];
};
