// Owns the breaking of values: other texts, lists, quotes, lengths.
import type { Random } from '../random.ts';
import { type Breakage, named, onSpan, splice, withValue, word } from './spans.ts';

/** Changes one value of an option, or the word of a generic one. */
function revalue(change: (value: string, random: Random) => string): Breakage {
  return onSpan(
    (one, rule) => withValue(one) || named('-s', '-d', '-p', '-i', '-o', '-m', '-j')(one, rule),
    (rule, { at, length }, random) => {
      const place = at + random.int(1, length - 1);
      return splice(rule, place, 1, change(word(rule, place), random));
    },
  );
}

const inner = (value: string): string => value.replace(/^"|"$/g, '');
export const VALUE_BREAKAGES: Readonly<Record<string, Breakage>> = {
  'value-fixed': revalue((_, random) =>
    random.pick([
      '""',
      '!',
      'zzz',
      '0',
      '-1',
      '99999999999',
      '0x10',
      '010',
      '1:2',
      '2:1',
      '1-2',
      '2-1',
      '1,2',
      '256',
      '65536',
      '4294967296',
      '1.2.3.4',
      '::1',
      '" "',
      '*',
      '@',
      '$X',
      '#',
      '\t',
    ]),
  ),
  'value-comma': revalue((value) => `${value},`),
  'value-upper': revalue((value) => value.toUpperCase()),
  'value-lower': revalue((value) => value.toLowerCase()),
  'value-cut': revalue((value) => value.slice(0, -1)),
  'value-tail': revalue(
    (value, random) =>
      `${value}${random.pick(['x', ':', '/', '-', '.', ';', '1', '"', "'", '\\', '/24', ':1', '+', '\u00a0'])}`,
  ),
  'value-head': revalue(
    (value, random) => `${random.pick(['x', ':', '/', '-', ',', '+', '0', '0x', '!', "'", '"', '\\', '='])}${value}`,
  ),
  'value-twice': revalue((value, random) => `${value}${random.pick([',', ':', '-', '/', ''])}${value}`),
  'value-blank': revalue((value, random) =>
    random.pick([`" ${inner(value)}"`, `"${inner(value)} "`, `"\t${inner(value)}"`]),
  ),
  'value-single-quoted': revalue((value) => `'${value}'`),
  'value-quoted': revalue((value) => `"${inner(value)}"`),
  'value-part-quoted': revalue((value, random) => {
    const at = random.int(0, value.length);
    return `${value.slice(0, at)}"${value.slice(at)}"`;
  }),
  'value-open-quote': revalue((value) => `"${inner(value)}`),
  'value-long': revalue((value, random) => value + 'a'.repeat(random.pick([14, 26, 30, 255, 1020, 1024]))),
};
