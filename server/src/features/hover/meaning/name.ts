// What names mean: choices and other named values, ICMP types, interfaces, texts, accounts.

import { byteLength } from '../../../syntax/bytes.ts';
import { icmpTypes } from '../../../vocabulary/icmp-types.ts';
import type { Family } from '../../../vocabulary/schema.ts';
import { valueNames } from '../../../vocabulary/values/index.ts';
import type { AccountValue, Choice, ChoiceValue, TextValue, Value } from '../../../vocabulary/values/kinds.ts';
import { wholeUnsigned } from '../../../vocabulary/values/scan.ts';
import { code } from '../page.ts';
import { list } from '../prose.ts';
import { type Explain, entryAt, whole } from './meaning.ts';

/** The choice that a word stands for: exactly, else as the tools cut it. */
function choiceOf(word: string, value: ChoiceValue, family: Family): Choice | undefined {
  const fold = (text: string) => (value.letterCase === 'any' ? text.toLowerCase() : text);
  const here = value.choices.filter((choice) => choice.family === undefined || choice.family === family);
  const exact = here.find(({ name }) => fold(name) === fold(word));
  if (exact || word === '') return exact;
  const trimmed = value.tail === 'ignored' ? here.find(({ name }) => fold(word).startsWith(fold(name))) : undefined;
  if (trimmed || value.cut === undefined) return trimmed;
  const fits = here.filter(({ name }) => fold(name).startsWith(fold(word)));
  return value.cut === 'first' || fits.length === 1 ? fits[0] : undefined;
}

/** One of some names, or the one of a list that is at the offset. */
export const explainChoice: Explain<ChoiceValue> = (text, value, at, { family }) => {
  const separators = `${value.list ?? ''}${value.orList ?? ''}`;
  const { from, to } = separators === '' ? { from: 0, to: text.length } : entryAt(text, at, separators);
  const word = text.slice(from, to);
  const choice = choiceOf(word, value, family);
  if (!choice) return { from, to, says: [] };
  const cut = choice.name.toLowerCase() === word.toLowerCase() ? undefined : `Cut short from ${code(choice.name)}.`;
  const numbered = choice.number === undefined ? undefined : `Its number is ${choice.number}.`;
  return { from, to, says: [cut, choice.summary, numbered].filter((one) => one !== undefined) };
};

/** A value whose names the vocabulary lists: TOS, log levels, flags, directions. `separators` cut it into entries. */
export function explainNamed(separators: string): Explain<Value> {
  return (text, value, at, { family }) => {
    const { from, to } = separators === '' ? { from: 0, to: text.length } : entryAt(text, at, separators);
    const word = text.slice(from, to).toLowerCase();
    const found = valueNames(value, { family }).find(({ name }) => name.toLowerCase() === word);
    return { from, to, says: found ? [found.summary] : [] };
  };
}

/** A syslog level: a name, or the name behind a number. */
export const explainLogLevel: Explain<Value> = (text, value, at, context) => {
  const number = wholeUnsigned(text, 0, text.length, 7);
  if (number < 0) return explainNamed('')(text, value, at, context);
  const found = valueNames(value, context).find(({ summary }) => summary.startsWith(`${number}:`));
  return whole(text, found ? [`${code(found.name)}, ${found.summary}`] : []);
};

/** An ICMP type by name or number. */
export const explainIcmpType: Explain<unknown> = (text, _value, _at, { family }) => {
  const what = family === 4 ? 'ICMP' : 'ICMPv6';
  const types = icmpTypes(family);
  const slash = text.indexOf('/');
  const number = wholeUnsigned(text, 0, slash < 0 ? text.length : slash, 255);
  if (number >= 0) {
    const codeNumber = slash < 0 ? undefined : wholeUnsigned(text, slash + 1, text.length, 255);
    const found = types.find((one) => one.type === number && one.code === codeNumber);
    const parent = types.find((one) => one.type === number && one.code === undefined);
    const numbers = `${what} type ${number}${codeNumber === undefined ? ', every code' : `, code ${codeNumber}`}`;
    return whole(text, [found ? `${numbers}: ${code(found.name)}.` : `${numbers}.`, found?.summary ?? parent?.summary]);
  }
  const word = text.toLowerCase();
  const names = (one: (typeof types)[number]) => [one.name, ...one.aliases].map((name) => name.toLowerCase());
  const exact = types.find((one) => names(one).includes(word));
  const fits = exact || word === '' ? [] : types.filter((one) => names(one).some((name) => name.startsWith(word)));
  const found = exact ?? (fits.length === 1 ? fits[0] : undefined);
  if (!found) return whole(text, []);
  const numbers =
    found.type === 255 && family === 4
      ? undefined
      : `${what} type ${found.type}${found.code === undefined ? ', every code' : `, code ${found.code}`}.`;
  const others = [found.name, ...found.aliases].filter((name) => name.toLowerCase() !== word);
  return whole(text, [
    found.summary,
    numbers,
    others.length > 0 ? `Also written ${list(others.map(code), 'or')}.` : undefined,
  ]);
};

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
  [/^veth/, 'By its name one end of a pair that leads into a container.'],
  [/^(bond|team)/, 'By its name several cards taken together.'],
  [/^tailscale/, "By its name Tailscale's tunnel."],
  [/^vlan|\.\d+$/, 'By its name a VLAN.'],
];

/** An interface, or with a `+` at the end all whose names begin so. */
export const explainInterface: Explain<unknown> = (text) => {
  if (text === '+') return whole(text, ['Any interface.']);
  const plus = text.endsWith('+');
  const begins = plus ? `Every interface whose name begins with ${code(text.slice(0, -1))}.` : undefined;
  const usual = INTERFACES.find(([pattern]) => pattern.test(plus ? `${text.slice(0, -1)}0` : text))?.[1];
  return whole(text, [
    begins,
    usual,
    plus || usual !== undefined ? undefined : 'This interface alone; it need not exist when the rules are loaded.',
  ]);
};

/** A text: how much of what it may hold is used. */
export const explainText: Explain<TextValue> = (text, { maxBytes, cutAfterBytes }) => {
  const most = maxBytes ?? cutAfterBytes;
  return whole(text, [most === undefined ? undefined : `${byteLength(text)} of at most ${most} bytes.`]);
};

/** A user or a group. */
export const explainAccount: Explain<AccountValue> = (text, { of }) => {
  if (text === '0' || text === 'root') return whole(text, [of === 'user' ? 'root, the user 0.' : 'root, the group 0.']);
  const range = /^(\d+)[-:](\d+)$/.exec(text);
  if (range) return whole(text, [`The ${of}s ${range[1]} to ${range[2]}.`]);
  return whole(text, [
    /^\d+$/.test(text)
      ? `The ${of} with the number ${text}.`
      : `The ${of} of this name on the machine that loads the rules.`,
  ]);
};

/** A hardware address: who gave it. */
export const explainMac: Explain<unknown> = (text) => {
  const first = Number.parseInt(text.slice(0, 2), 16);
  if (Number.isNaN(first)) return whole(text, []);
  const says =
    first & 1
      ? 'A multicast address: many cards at once.'
      : first & 2
        ? 'An address given by software, as virtual machines and phones have it.'
        : "An address given by the card's maker.";
  return whole(text, [/^ff:ff:ff:ff:ff:ff$/i.test(text) ? 'The broadcast address: every card of the link.' : says]);
};
