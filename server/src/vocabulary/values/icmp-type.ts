// The kind `icmp-type`: an ICMP or ICMPv6 type by name, or a number with an optional code.

import { icmpTypes } from '../icmp-types.ts';
import { nearest } from '../nearest.ts';
import type { Family, Version } from '../schema.ts';
import { VERSIONS } from '../schema.ts';
import type { ValueContext, ValueFault, ValueKind } from './kind.ts';
import type { IcmpTypeValue } from './kinds.ts';
import { NO_NUMBER, scanUnsigned, wholeUnsigned } from './scan.ts';
import { shown } from './shown.ts';

const namesOf = (family: Family): readonly string[] =>
  icmpTypes(family).flatMap((entry) => [entry.name, ...entry.aliases]);
const NAMES: Readonly<Record<Family, readonly string[]>> = { 4: namesOf(4), 6: namesOf(6) };
/** The same in lower case: letter case does not count. */
const FOLDED: Readonly<Record<Family, readonly string[]>> = {
  4: NAMES[4].map((name) => name.toLowerCase()),
  6: NAMES[6].map((name) => name.toLowerCase()),
};
/** Names in lower case that came with a later version. */
const LATER: Readonly<Record<Family, ReadonlyMap<string, Version>>> = { 4: laterOf(4), 6: laterOf(6) };
const WHOLE: Readonly<Record<Family, ReadonlySet<string>>> = { 4: new Set(FOLDED[4]), 6: new Set(FOLDED[6]) };

function laterOf(family: Family): ReadonlyMap<string, Version> {
  const later = icmpTypes(family).flatMap(({ name, aliases, since }) =>
    since === undefined ? [] : [name, ...aliases].map((one): [string, Version] => [one.toLowerCase(), since]),
  );
  return new Map(later);
}

function check(text: string, _value: IcmpTypeValue, context: ValueContext): ValueFault | undefined {
  const { family } = context;
  if (WHOLE[family].has(text)) return LATER[family].size === 0 ? undefined : laterFault(text, family);
  const first = text.charCodeAt(0);
  if (scanUnsigned(text, 0, text.length) !== NO_NUMBER || first === 0x2f || first === 0x2d) return numberFault(text);
  const word = text.toLowerCase();
  const fits = FOLDED[family].filter((name) => name.startsWith(word));
  return fits.length === 1 ? laterFault(fits[0] ?? '', family) : nameFault(text, family, fits);
}

/** A name that not every version knows. */
function laterFault(name: string, family: Family): ValueFault | undefined {
  const since = LATER[family].get(name);
  if (since === undefined) return undefined;
  const versions = VERSIONS.slice(0, VERSIONS.indexOf(since));
  return { message: `The name ${name} is known from iptables ${since} on; write the number before that.`, versions };
}

/** `8`, `3/1`, `3/0:4`: all numbers in base 0 and of at most 255; a range of codes may run backwards. */
function numberFault(text: string): ValueFault | undefined {
  const slash = text.indexOf('/');
  const end = slash < 0 ? text.length : slash;
  if (wholeUnsigned(text, 0, end, 255) < 0) {
    return {
      message: `"${text.slice(0, end)}" is no ICMP type; a type is a name or a number from 0 to 255.`,
      start: 0,
      end,
    };
  }
  if (slash < 0 || isCode(text, slash + 1, text.length)) return undefined;
  const colon = text.indexOf(':', slash);
  if (colon >= 0 && isCode(text, slash + 1, colon) && isCode(text, colon + 1, text.length)) return undefined;
  if (slash + 1 === text.length)
    return { message: 'Behind the / a code is missing, a number from 0 to 255.', start: slash, end: text.length };
  return {
    message: `"${text.slice(slash + 1)}" is no ICMP code; a code is a number from 0 to 255.`,
    start: slash + 1,
    end: text.length,
  };
}

function isCode(text: string, from: number, to: number): boolean {
  return wholeUnsigned(text, from, to, 255) >= 0;
}

function nameFault(text: string, family: Family, fits: readonly string[]): ValueFault {
  const what = family === 4 ? 'ICMP' : 'ICMPv6';
  if (text === '') return { message: `An ${what} type is missing, such as echo-request.` };
  const names = NAMES[family].filter((name) => fits.includes(name.toLowerCase()));
  if (names.length > 1) {
    const some = names.length > 4 ? `${names.slice(0, 4).join(', ')} and others` : names.join(', ');
    return { message: `"${text}" fits several ${what} types: ${some}.`, suggestions: names.slice(0, 4) };
  }
  const slash = text.indexOf('/');
  const bare = slash < 0 ? text : text.slice(0, slash);
  if (slash > 0 && WHOLE[family].has(bare.toLowerCase())) {
    return { message: `A type by name takes no code; write numbers such as 3/4.`, start: slash, end: text.length };
  }
  const other = family === 4 ? 6 : 4;
  if (WHOLE[other].has(text.toLowerCase())) {
    return {
      message: `${shown(text)} is a type of ${other === 6 ? 'ICMPv6' : 'ICMP'}, and this file is for IPv${family}.`,
    };
  }
  const suggestions = nearest(bare, NAMES[family]);
  const hint = suggestions[0] === undefined ? '' : ` Did you mean ${suggestions[0]}?`;
  return {
    message: `"${text}" is no ${what} type; write a name such as echo-request or a number from 0 to 255.${hint}`,
    suggestions,
  };
}

export const icmpType: ValueKind<IcmpTypeValue> = {
  check,
  describe: (_value, context) =>
    `an ${context.family === 4 ? 'ICMP' : 'ICMPv6'} type by name, or a number from 0 to 255 with an optional code: ${context.family === 4 ? '3/4' : '1/4'}`,
  names: (_value, context) =>
    icmpTypes(context.family).flatMap(({ name, aliases, type, code, summary }) =>
      [name, ...aliases].map((each) => ({
        name: each,
        summary: `${type}${code === undefined ? '' : `/${code}`}: ${summary}`,
      })),
    ),
};
