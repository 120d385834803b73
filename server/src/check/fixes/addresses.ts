// Addresses: ranges, stars, masks, ports and brackets where -s and -d take none, and lists that are negated.

import type { Edit, Fix, Fixer } from '../fix.ts';
import { replaceColumns } from '../fix.ts';
import { type RuleLine, ruleLine } from './rule-line.ts';
import { ruleForEach } from './two-rules.ts';
import type { WrongValue } from './values.ts';

const RANGE_OPTION: Readonly<Record<string, string>> = { s: '--src-range', d: '--dst-range' };
const PORT_OPTION: Readonly<Record<string, string>> = { s: '--sport', d: '--dport' };
const V4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const V4_START = /^\d{1,3}(?:\.\d{1,3}){0,2}$/;

/** Fixes for a value of -s or -d; none for other values. */
export function mendAddress(wrong: WrongValue): Fix[] {
  const { name, rule, columns, text } = wrong;
  const range = RANGE_OPTION[name];
  if (range === undefined) return [];
  const fixes: Fix[] = [...asRange(wrong, range), ...asPort(wrong)];
  const better = tidy(text, rule.reader.family);
  if (better !== undefined)
    fixes.push({ title: `Change to ${better}`, edits: [rule.replace(columns, better)], safe: true });
  const longest = rule.reader.family === 4 ? 32 : 128;
  const mask = /^(.+\/)(\d+)$/.exec(text);
  if (mask && Number(mask[2]) > longest)
    fixes.push({ title: `Change to ${mask[1]}${longest}`, edits: [rule.replace(columns, `${mask[1]}${longest}`)] });
  return [...fixes, ...skipForFamily(wrong)];
}

/** `192.168.1.*` as a network, `[2001:db8::1]` without brackets, `http://192.0.2.1/` as the address in it. */
function tidy(text: string, family: 4 | 6): string | undefined {
  const stars = /^(\d{1,3}(?:\.\d{1,3}){0,2})((?:\.\*)+)$/.exec(text);
  if (stars && family === 4) {
    const parts = (stars[1] ?? '').split('.');
    return `${[...parts, ...new Array<string>(4 - parts.length).fill('0')].join('.')}/${parts.length * 8}`;
  }
  const brackets = /^\[([0-9a-fA-F:.]+)\](\/\d+)?$/.exec(text);
  if (brackets) return `${brackets[1]}${brackets[2] ?? ''}`;
  const host = /^[a-z]+:\/\/([^/:]+)\/?$/.exec(text);
  return host?.[1] ?? (text.endsWith('/') && text.length > 1 ? text.slice(0, -1) : undefined);
}

/** `-s 10.0.0.1-10.0.0.9` becomes `-m iprange --src-range 10.0.0.1-10.0.0.9`; a cut end is written out. */
function asRange({ rule, option, columns, text, negated }: WrongValue, name: string): Fix[] {
  const ends = /^([0-9a-fA-F.:]+)-([0-9a-fA-F.:]+)$/.exec(text);
  if (!ends) return [];
  const [, from = '', to = ''] = ends;
  const whole = V4.test(from) && V4_START.test(to) ? completed(from, to) : to;
  const stretch = rule.option(option);
  const edit = rule.replace(
    { start: stretch.start, end: columns.end },
    `-m iprange ${negated ? '! ' : ''}${name} ${from}-${whole}`,
  );
  return [{ title: `Write ${name} of -m iprange`, edits: [edit], safe: true }];
}

/** `9` behind `10.0.0.1-` is `10.0.0.9`. */
function completed(from: string, to: string): string {
  const parts = from.split('.');
  const tail = to.split('.');
  return [...parts.slice(0, parts.length - tail.length), ...tail].join('.');
}

/** `-d 10.0.0.1:22` is `-d 10.0.0.1 -p tcp --dport 22`. */
function asPort({ rule, columns, text, name, negated, word }: WrongValue): Fix[] {
  const found = /^(\d+\.\d+\.\d+\.\d+):(\d+)$/.exec(text);
  const option = PORT_OPTION[name];
  if (!found || option === undefined || negated) return [];
  const [, address = '', port = ''] = found;
  const { reader } = rule;
  const protocols = reader.has('p') ? [''] : ['-p tcp ', '-p udp '];
  const isAhead = reader.letterWords[reader.letters.indexOf('p')] ?? -1;
  return protocols.map((protocol): Fix => {
    const edits: Edit[] = [rule.replace(columns, address)];
    const put = `${protocol}${option} ${port}`;
    const behind = isAhead > word ? rule.option(isAhead).last : word;
    if (behind === word) edits[0] = rule.replace(columns, `${address} ${put}`);
    else edits.push(rule.behind(behind, put));
    return { title: `Write the port as ${put}`, edits };
  });
}

/** An address of the other family: the line is then for the other program alone. */
function skipForFamily({ rule, text }: WrongValue): Fix[] {
  const { family, commandWord } = rule.reader;
  const isOther =
    family === 4 ? /^[0-9a-fA-F]*:[0-9a-fA-F:.]*(\/\d+)?$/.test(text) : /^\d+(\.\d+){3}(\/\d+)?$/.test(text);
  if (!isOther || commandWord < 0) return [];
  const other = family === 4 ? 6 : 4;
  const at = rule.reader.words.start[0] ?? 0;
  return [
    {
      title: `Put -${other} in front, so that the line is for IPv${other} alone`,
      edits: [replaceColumns(rule.line, at, at, `-${other} `)],
    },
  ];
}

/** `! -s a,b`: each address but the first as a negated range, since all of them must not match. */
export const negateEach: Fixer = (file, { line }) => {
  const rule = ruleLine(file, line);
  for (const letter of ['s', 'd'] as const) {
    const stretch = rule.generic(letter);
    const word = stretch?.last;
    if (!stretch || word === undefined) continue;
    const list = rule.word(word).split(',');
    if (list.length < 2) continue;
    if (!rule.reader.negatedLetters.includes(letter)) return ruleForEach(file, rule, rule.valueColumns(word), list);
    const edits = negated(rule, word, list, letter);
    return edits ? [{ title: 'Exclude each address for itself', edits, preferred: true, safe: true }] : [];
  }
  return [];
};

function negated(rule: RuleLine, word: number, list: readonly string[], letter: 's' | 'd'): Edit[] | undefined {
  const [first = '', ...others] = list;
  const ranges = others.map((address) => rangeOf(address, rule.reader.family));
  if (ranges.some((range) => range === undefined)) return undefined;
  const more = ranges.map((range) => `-m iprange ! ${RANGE_OPTION[letter]} ${range}`).join(' ');
  return [rule.replace(rule.valueColumns(word), `${first} ${more}`)];
}

/** `! -s a ! -s b`: the second as a negated range; undefined where it is no address. */
export function negatedAgain(rule: RuleLine, word: number, letter: 's' | 'd'): Edit | undefined {
  const option = rule.option(word);
  const range = rangeOf(rule.word(option.last), rule.reader.family);
  return range === undefined ? undefined : rule.replace(option, `-m iprange ! ${RANGE_OPTION[letter]} ${range}`);
}

/** The first and last address of a network, as iprange takes them; undefined for names and odd masks. */
function rangeOf(text: string, family: 4 | 6): string | undefined {
  const [address = '', mask, ...rest] = text.split('/');
  if (rest.length > 0) return undefined;
  if (family === 6) return mask === undefined && /^[0-9a-fA-F:]*:[0-9a-fA-F:.]*$/.test(address) ? address : undefined;
  if (!V4.test(address)) return undefined;
  if (mask === undefined || mask === '32') return address;
  if (!/^\d+$/.test(mask) || Number(mask) > 32) return undefined;
  const value = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const size = 2 ** (32 - Number(mask));
  const first = Math.floor(value / size) * size;
  return `${dotted(first)}-${dotted(first + size - 1)}`;
}

function dotted(value: number): string {
  return [24, 16, 8, 0].map((bits) => Math.floor(value / 2 ** bits) % 256).join('.');
}
