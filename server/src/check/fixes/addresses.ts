// Addresses: ranges, stars, masks, ports and brackets where -s and -d take none, and lists that are negated.

import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { completedEnd } from '../../vocabulary/values/address-range.ts';
import { addressText, lastOf, prefixLength } from '../../vocabulary/values/address-words.ts';
import { readValue } from '../../vocabulary/values/index.ts';
import { type Edit, type Fix, type Fixer, insertLines } from '../fix.ts';
import { isOfOther, skipForFamily } from './family.ts';
import { type RuleLine, ruleLine, type Stretch } from './rule-line.ts';
import { ruleForEach } from './two-rules.ts';
import type { WrongValue } from './wrong-value.ts';

const RANGE_OPTION: Readonly<Record<string, string>> = { s: '--src-range', d: '--dst-range' };
const PORT_OPTION: Readonly<Record<string, string>> = { s: '--sport', d: '--dport' };
const V4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** Fixes for a value of -s, -d or iprange; none for other values. */
export function mendAddress(file: RulesFile, wrong: WrongValue): Fix[] {
  const { name, rule, columns, text } = wrong;
  if (/^--(?:src|dst)-range$/.test(name)) return asRangeValue(wrong);
  if (/^--to-(?:source|destination)$/.test(name)) return asNatRange(wrong);
  const range = RANGE_OPTION[name];
  if (range === undefined) return [];
  const fixes: Fix[] = [...rangesApart(file, wrong, range), ...asRange(wrong, range), ...asPort(wrong)];
  const { family } = rule.reading;
  const tidied = eachOf(text, (address) => tidy(address, family));
  if (tidied !== undefined)
    fixes.push({ title: `Change to ${tidied}`, edits: [rule.replace(columns, tidied)], safe: true });
  const capped = eachOf(text, (address) => shorterMask(address, family));
  if (capped !== undefined) fixes.push({ title: `Change to ${capped}`, edits: [rule.replace(columns, capped)] });
  return [...fixes, ...familiesApart(file, wrong), ...everyAddress(wrong)];
}

/** A list with a change made to those of its entries that it is for; undefined where it is for none. */
function eachOf(list: string, change: (address: string) => string | undefined): string | undefined {
  const changed = list.split(',').map((address) => change(address) ?? address);
  return changed.join(',') === list ? undefined : changed.join(',');
}

/** The mask that is as long as a mask may be, for one that is longer. */
function shorterMask(address: string, family: Family): string | undefined {
  const longest = family === 4 ? 32 : 128;
  const mask = /^(.+\/)(\d+)$/.exec(address);
  return mask && Number(mask[2]) > longest ? `${mask[1]}${longest}` : undefined;
}

/** `192.168.1.*` as a network, `[2001:db8::1]` without brackets, `http://192.0.2.1/` as the address in it. */
function tidy(text: string, family: Family): string | undefined {
  const stars = /^(\d{1,3}(?:\.\d{1,3}){0,2})((?:\.\*)+)$/.exec(text);
  if (stars && family === 4) {
    const parts = (stars[1] ?? '').split('.');
    return `${[...parts, ...new Array<string>(4 - parts.length).fill('0')].join('.')}/${parts.length * 8}`;
  }
  const brackets = /^\[([0-9a-fA-F:.]+)\](\/\d+)?$/.exec(text);
  if (brackets) return `${brackets[1]}${brackets[2] ?? ''}`;
  if (/^[\d.]+\\\d+$/.test(text)) return text.replace('\\', '/');
  if (family === 6 && /:{3}/.test(text)) return text.replace(/:{3,}/, '::');
  return /^[a-z]+:\/\/([^/:]+)\/?$/.exec(text)?.[1];
}

/** `-s any` in other words: without it the rule takes every address. */
function everyAddress({ rule, option, text, negated }: WrongValue): Fix[] {
  if (negated || text !== '*') return [];
  const stretch = rule.option(option);
  return [{ title: `Remove ${rule.raw(stretch)}`, edits: [rule.without(stretch)] }];
}

/** `--src-range 10.0.0.1:10.0.0.9` with a dash, `--src-range 10.0.0.0/24` with both ends. */
function asRangeValue({ rule, columns, text }: WrongValue): Fix[] {
  const ends = /^([\d.]+)(?::|\.{2,3}|,)([\d.]+)$/.exec(text);
  const better = ends ? `${ends[1]}-${ends[2]}` : text.includes('/') ? rangeOf(text, rule.reading.family) : undefined;
  return better === undefined
    ? []
    : [{ title: `Change to ${better}`, edits: [rule.replace(columns, better)], safe: true }];
}

/** `--to-source 10.0.0.1-9` with both addresses whole. */
function asNatRange({ rule, columns, text }: WrongValue): Fix[] {
  const [, from = '', end = '', ports = ''] = /^([\d.]+)-([\d.]+)(:.*)?$/.exec(text) ?? [];
  const last = completedEnd(from, end);
  if (last === undefined) return [];
  const better = `${from}-${last}${ports}`;
  return [{ title: `Change to ${better}`, edits: [rule.replace(columns, better)] }];
}

/** A list with ranges in it: a rule for the addresses, and one for each range. */
function rangesApart(file: RulesFile, { rule, option, columns, text, negated }: WrongValue, name: string): Fix[] {
  const entries = text.split(',');
  const ranges = entries.flatMap((entry) => rangeIn(entry) ?? []);
  if (entries.length < 2 || ranges.length === 0 || negated || !rule.mayBeTwo) return [];
  const others = entries.filter((entry) => rangeIn(entry) === undefined);
  const start = rule.option(option).start;
  const asIprange = (range: string) => rule.replace({ start, end: columns.end }, `-m iprange ${name} ${range}`);
  const own = others.length > 0 ? [rule.replace(columns, others.join(','))] : ranges.splice(0, 1).map(asIprange);
  const below = insertLines(
    file,
    rule.line + 1,
    ranges.map((range) => rule.edited([asIprange(range)])),
  );
  return [{ title: `Write a separate rule for ${ranges.join(', ')}`, edits: [...own, below] }];
}

/** A list of addresses of both families: a rule for each family. */
function familiesApart(file: RulesFile, { rule, columns, text, negated }: WrongValue): Fix[] {
  const { family } = rule.reading;
  const entries = text.split(',');
  const other = entries.filter((entry) => isOfOther(entry, family));
  const own = entries.filter((entry) => !isOfOther(entry, family));
  const [skip] = skipForFamily(rule, other.join(','));
  if (other.length === 0 || own.length === 0 || negated || !rule.mayBeTwo || !skip) return [];
  const below = rule.edited([...skip.edits, rule.replace(columns, other.join(','))]);
  const edits = [rule.replace(columns, own.join(',')), insertLines(file, rule.line + 1, [below])];
  return [{ title: 'Write a rule for each family', edits }];
}

/** `-s 10.0.0.1-10.0.0.9` becomes `-m iprange --src-range 10.0.0.1-10.0.0.9`; a cut end is written out. */
function asRange({ rule, option, columns, text, negated }: WrongValue, name: string): Fix[] {
  const range = rangeIn(text);
  if (range === undefined) return [];
  const stretch = rule.option(option);
  const edit = rule.replace(
    { start: stretch.start, end: columns.end },
    `-m iprange ${negated ? '! ' : ''}${name} ${range}`,
  );
  const isWhole = range.split('-').every((end) => V4.test(end) || end.includes(':'));
  return [{ title: `Write it as -m iprange ${name}`, edits: [edit], safe: isWhole }];
}

/** A range of addresses as iprange takes it; undefined where the text is none. */
function rangeIn(text: string): string | undefined {
  const ends = /^([0-9a-fA-F.:]+)-([0-9a-fA-F.:]+)$/.exec(text) ?? /^(\d+(?:\.\d+){3}):(\d+(?:\.\d+){3})$/.exec(text);
  if (!ends) return undefined;
  const [, from = '', to = ''] = ends;
  // `9` behind `10.0.0.1-` is `10.0.0.9`.
  return `${from}-${completedEnd(from, to) ?? to}`;
}

/** `-d 10.0.0.1:22` is `-d 10.0.0.1 -p tcp --dport 22`. */
function asPort({ rule, columns, text, name, negated, word }: WrongValue): Fix[] {
  const found = /^(\d+\.\d+\.\d+\.\d+):(\d+)$/.exec(text) ?? /^\[([0-9a-fA-F:.]+)\]:(\d+)$/.exec(text);
  const option = PORT_OPTION[name];
  if (!found || option === undefined || negated) return [];
  const [, address = '', port = ''] = found;
  const { reading } = rule;
  const protocols = reading.has('p') ? [''] : ['-p tcp ', '-p udp '];
  const isAhead = reading.option('p')?.word ?? -1;
  return protocols.map((protocol): Fix => {
    const edits: Edit[] = [rule.replace(columns, address)];
    const put = `${protocol}${option} ${port}`;
    const behind = isAhead > word ? rule.option(isAhead).last : word;
    if (behind === word) edits[0] = rule.replace(columns, `${address} ${put}`);
    else edits.push(rule.behind(behind, put));
    return { title: `Write the port as ${put}`, edits };
  });
}

/** `! -s a,b`: each address but the first as a negated range, since all of them must not match. */
export const negateEach: Fixer = (file, { line }) => {
  const rule = ruleLine(file, line);
  const lists = (['s', 'd'] as const).flatMap((letter) => {
    const word = rule.generic(letter)?.last;
    if (word === undefined) return [];
    const columns = rule.valueColumns(word);
    const list = rule.text.substring(columns.start, columns.end).replaceAll('"', '').split(',');
    return [{ letter, columns, list, isNegated: rule.reading.option(letter)?.negated === true }];
  });
  const wrong = lists.filter(({ list, isNegated }) => isNegated && list.length > 1);
  const beside = lists.find(({ list, isNegated }) => !isNegated && list.length > 1);
  if (wrong.length === 0) return beside ? ruleForEach(file, rule, beside.columns, beside.list) : [];
  const edits = wrong.map(({ letter, columns, list }) => negated(rule, letter, columns, list, beside !== undefined));
  if (!edits.every((edit) => edit !== undefined)) return [];
  return [{ title: 'Exclude each address separately', edits, preferred: true, safe: true }];
};

/** Beside a list of addresses that match no -s or -d may be negated at all, so that the first becomes a range too. */
function negated(
  rule: RuleLine,
  letter: 's' | 'd',
  columns: { readonly start: number; readonly end: number },
  list: readonly string[],
  isBesideList: boolean,
): Edit | undefined {
  const [first = '', ...others] = list;
  const ranges = (isBesideList ? list : others).map((address) => rangeOf(address, rule.reading.family));
  if (ranges.some((range) => range === undefined)) return undefined;
  const more = ranges.map((range) => `-m iprange ! ${RANGE_OPTION[letter]} ${range}`).join(' ');
  const start = rule.generic(letter)?.start ?? columns.start;
  return isBesideList ? rule.replace({ ...columns, start }, more) : rule.replace(columns, `${first} ${more}`);
}

/** `! -s a ! -s b`: the second as negated ranges; undefined where it is no address. */
export function negatedAgain(rule: RuleLine, option: Stretch, letter: 's' | 'd'): Edit | undefined {
  const columns = rule.valueColumns(option.last);
  const list = rule.text.substring(columns.start, columns.end).replaceAll('"', '').split(',');
  const ranges = list.map((address) => rangeOf(address, rule.reading.family));
  if (ranges.some((range) => range === undefined)) return undefined;
  const put = ranges.map((range) => `-m iprange ! ${RANGE_OPTION[letter]} ${range}`).join(' ');
  return rule.replace(option, put);
}

/** The first and last address of a network, as iprange takes them; undefined for names and odd masks. */
function rangeOf(text: string, family: Family): string | undefined {
  const [network, ...others] = readValue(text, { kind: 'network', list: true }, { family })?.networks ?? [];
  if (network?.kind !== 'network' || others.length > 0 || prefixLength(network.mask) === undefined) return undefined;
  const first = addressText(network.address);
  const last = addressText(lastOf(network));
  return first === last ? first : `${first}-${last}`;
}
