// The kind `icmp-type`: an ICMP or ICMPv6 type by name, or a number with an optional code.

import { type IcmpType, icmpTypes } from '../icmp-types.ts';
import { nearest } from '../nearest.ts';
import type { Family, Version } from '../schema.ts';
import type { ReadContext, ValueContext, ValueFault, ValueKind } from './kind.ts';
import type { IcmpTypeValue } from './kinds.ts';
import type { IcmpTypeMeaning, Range } from './meaning.ts';
import { quoted } from './quoted.ts';
import { NO_NUMBER, scanUnsigned, wholeUnsigned } from './scan.ts';

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

const ENTRIES: Readonly<Record<Family, ReadonlyMap<string, IcmpType>>> = { 4: entriesOf(4), 6: entriesOf(6) };

/** Types by all their names, in lower case. */
function entriesOf(family: Family): ReadonlyMap<string, IcmpType> {
  const entries = icmpTypes(family).flatMap((entry) =>
    [entry.name, ...entry.aliases].map((name): [string, IcmpType] => [name.toLowerCase(), entry]),
  );
  return new Map(entries);
}

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
  if (scanUnsigned(text, 0, text.length) !== NO_NUMBER || first === 0x2f || first === 0x2d)
    return readNumbers(text) ? codesFault(text) : numberFault(text);
  const fits = fittingNames(text, family);
  return fits.length === 1 ? laterFault(fits[0] ?? '', family) : nameFault(text, family, fits);
}

/** Names in lower case that begin with the word, whatever its letters' case. A single one is meant. */
function fittingNames(text: string, family: Family): readonly string[] {
  const word = text.toLowerCase();
  return FOLDED[family].filter((name) => name.startsWith(word));
}

/** In IPv4 this number is `any`, whatever code stands behind it. */
const ANY = 255;
const ALL_CODES: Range = { first: 0, last: 255 };

function read(text: string, _value: IcmpTypeValue, { family }: ReadContext): IcmpTypeMeaning | undefined {
  const found = WHOLE[family].has(text) ? namedType(text, family) : (readNumbers(text) ?? readName(text, family));
  if (found === undefined) return undefined;
  return family === 4 && found.type === ANY ? { kind: 'icmp-type', type: 'any', codes: ALL_CODES } : found;
}

/** `8`, `3/1`, `3/0:4`: numbers in base 0 and of at most 255; a range of codes may run backwards. */
function readNumbers(text: string): (IcmpTypeMeaning & { readonly type: number }) | undefined {
  const slash = text.indexOf('/');
  const type = wholeUnsigned(text, 0, slash < 0 ? text.length : slash, ANY);
  if (type < 0) return undefined;
  if (slash < 0) return { kind: 'icmp-type', type, codes: ALL_CODES };
  const colon = text.indexOf(':', slash);
  const first = wholeUnsigned(text, slash + 1, colon < 0 ? text.length : colon, 255);
  const last = colon < 0 ? first : wholeUnsigned(text, colon + 1, text.length, 255);
  return first < 0 || last < 0 ? undefined : { kind: 'icmp-type', type, codes: { first, last } };
}

function readName(text: string, family: Family): (IcmpTypeMeaning & { readonly type: number }) | undefined {
  const [name, ...others] = fittingNames(text, family);
  return name === undefined || others.length > 0 ? undefined : namedType(name, family);
}

/** A type by a whole name, in the case of the list or in lower case. */
function namedType(name: string, family: Family): (IcmpTypeMeaning & { readonly type: number }) | undefined {
  const named = ENTRIES[family].get(name.toLowerCase());
  if (named === undefined) return undefined;
  const codes = named.code === undefined ? ALL_CODES : { first: named.code, last: named.code };
  return { kind: 'icmp-type', type: named.type, codes };
}

/** A name that not every version knows. */
function laterFault(name: string, family: Family): ValueFault | undefined {
  const since = LATER[family].get(name);
  if (since === undefined) return undefined;
  return {
    message: `"${name}" is only known since iptables ${since}; write the number for older versions.`,
    until: since,
  };
}

/** Several codes: 1.8.7 takes one. */
function codesFault(text: string): ValueFault | undefined {
  const slash = text.indexOf('/');
  if (!text.includes(':', slash)) return undefined;
  const message = 'Ranges of codes are only known since iptables 1.8.9; for older versions write one rule per code.';
  return { message, start: slash + 1, end: text.length, until: '1.8.9' };
}

/** What is wrong with numbers that `readNumbers` doesn't take. */
function numberFault(text: string): ValueFault {
  const slash = text.indexOf('/');
  const end = slash < 0 ? text.length : slash;
  if (wholeUnsigned(text, 0, end, 255) < 0) {
    return {
      message: `"${text.slice(0, end)}" is not an ICMP type; write a name or a number from 0 to 255.`,
      start: 0,
      end,
    };
  }
  if (slash + 1 === text.length)
    return {
      message: 'The code after the "/" is missing; write a number from 0 to 255.',
      start: slash,
      end: text.length,
    };
  return {
    message: `"${text.slice(slash + 1)}" is not an ICMP code; write a number from 0 to 255.`,
    start: slash + 1,
    end: text.length,
  };
}

function nameFault(text: string, family: Family, fits: readonly string[]): ValueFault {
  const what = family === 4 ? 'ICMP' : 'ICMPv6';
  if (text === '') return { message: `The ${what} type is missing; write a name such as echo-request.` };
  const names = NAMES[family].filter((name) => fits.includes(name.toLowerCase()));
  if (names.length > 1) {
    const some = names.length > 4 ? `${names.slice(0, 4).join(', ')} and others` : names.join(', ');
    return { message: `"${text}" is ambiguous: it could be ${some}.`, suggestions: names.slice(0, 4) };
  }
  const slash = text.indexOf('/');
  const bare = slash < 0 ? text : text.slice(0, slash);
  if (slash > 0 && WHOLE[family].has(bare.toLowerCase())) {
    return {
      message: `A type given by name cannot have a code; write numbers such as 3/4.`,
      start: slash,
      end: text.length,
    };
  }
  const other = family === 4 ? 6 : 4;
  if (WHOLE[other].has(text.toLowerCase())) {
    return {
      message: `${quoted(text)} is a type of ${other === 6 ? 'ICMPv6' : 'ICMP'}, but this file is for IPv${family}.`,
    };
  }
  const suggestions = nearest(bare, NAMES[family]);
  const hint = suggestions[0] === undefined ? '' : ` Did you mean "${suggestions[0]}"?`;
  return {
    message: `"${text}" is not an ${what} type; write a name such as echo-request or a number from 0 to 255.${hint}`,
    suggestions,
  };
}

export const icmpType: ValueKind<IcmpTypeValue, IcmpTypeMeaning> = {
  check,
  read,
  describe: (_value, context) =>
    `an ${context.family === 4 ? 'ICMP' : 'ICMPv6'} type by name, or a number from 0 to 255 with an optional code: ${context.family === 4 ? '3/4' : '1/4'}`,
  names: (_value, context) =>
    icmpTypes(context.family).flatMap(({ name, aliases, type, code, summary }) =>
      [name, ...aliases].map((each) => ({
        name: each,
        summary: `${type}${code === undefined ? '' : `/${code}`}: ${summary}`,
        stands: `${type}${code === undefined ? '' : `/${code}`}`,
        ...(each === name ? {} : { aliasOf: name }),
      })),
    ),
};
