// Ports: lists and ranges that are written in another tool's way, and more of them than a rule takes.

import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { Edit, Fix } from '../fix.ts';
import type { WrongValue } from './values.ts';

const PLURAL: Readonly<Record<string, string>> = { '--dport': '--dports', '--sport': '--sports' };
const MOST_PORTS = 15;
const MAX_PORT = 65535;

/** Fixes for a value of --dport, --sport or one of multiport's options; none for other values. */
export function mendPorts(file: RulesFile, wrong: WrongValue): Fix[] {
  if (!/^--([sd]?ports?)$/.test(wrong.name)) return [];
  const fixes = [...capped(wrong), ...asMultiport(wrong)];
  if (wrong.name.endsWith('ports')) fixes.push(...split(file, wrong));
  return fixes;
}

/** `22-80` becomes `22:80`, blanks go. */
function tidy(list: string): string {
  return list
    .split(',')
    .map((entry) => entry.trim().replace(/^(\d+)-(\d+)$/, '$1:$2'))
    .filter((entry) => entry !== '')
    .join(',');
}

/** A range that ends above the last port ends there. */
function capped({ rule, columns, text }: WrongValue): Fix[] {
  const better = text.replace(/^(\d+):(\d+)$/, (range, from: string, to: string) =>
    Number(to) > MAX_PORT && Number(from) < MAX_PORT ? `${from}:${MAX_PORT}` : range,
  );
  return better === text ? [] : [{ title: `Change to ${better}`, edits: [rule.replace(columns, better)] }];
}

/** `--dport 22,80` becomes `-m multiport --dports 22,80`. */
function asMultiport({ rule, columns, text, name, option }: WrongValue): Fix[] {
  const plural = PLURAL[name];
  if (plural === undefined || !text.includes(',')) return [];
  const edits = [rule.replace(columns, tidy(text)), ...pluralEdits(rule, option, plural)];
  return [{ title: `Write ${plural} of -m multiport`, edits, safe: true }];
}

/** Edits that make the option at word `option` one of multiport's, and load that where it is not loaded. */
function pluralEdits(rule: WrongValue['rule'], option: number, plural: string): Edit[] {
  const { reader } = rule;
  const start = reader.words.start[option] ?? 0;
  const end = start + (rule.word(option).split('=')[0] ?? '').length;
  const stretch = rule.option(option);
  const isLoaded = reader.instances.some(({ known }) => known.extension.name === 'multiport');
  if (isLoaded) return [rule.replace({ start, end }, plural)];
  const written = rule.text.substring(stretch.start, start);
  return [rule.replace({ start: stretch.start, end }, `-m multiport ${written}${plural}`)];
}

/** More than fifteen ports: a rule for each fifteen. A negated list cannot be cut, since all of it must not match. */
function split(file: RulesFile, { rule, columns, text, negated }: WrongValue): Fix[] {
  if (negated || !rule.mayBeTwo) return [];
  const lists: string[] = [];
  let list: string[] = [];
  let count = 0;
  for (const entry of tidy(text).split(',')) {
    const places = entry.includes(':') ? 2 : 1;
    if (count + places > MOST_PORTS) {
      lists.push(list.join(','));
      list = [];
      count = 0;
    }
    list.push(entry);
    count += places;
  }
  lists.push(list.join(','));
  const [first = '', ...others] = lists;
  if (others.length === 0) return [];
  const below = others.map((each) => rule.edited([rule.replace(columns, each)])).join('\n');
  const copy = rule.copyBelow(file, []);
  const edits = [rule.replace(columns, first), { ...copy, text: copy.text.replace(rule.text, () => below) }];
  return [{ title: `Write ${lists.length} rules of at most ${MOST_PORTS} ports`, edits, safe: true }];
}

/** `--dport 22 --dport 80`: both as one list of multiport's; undefined where one is no plain list of ports. */
export function mergedPorts(rule: WrongValue['rule'], first: number, second: number): Edit[] | undefined {
  const use = rule.useAt(first);
  const other = rule.useAt(second);
  const name = use?.instance.known.extension.options[use.slot]?.name ?? '';
  const plural = PLURAL[name] ?? (name.endsWith('ports') ? name : undefined);
  const word = use?.valueWords[0];
  const text = use?.values[0];
  const more = other?.values[0];
  if (!use || !other || plural === undefined || word === undefined || text === undefined || more === undefined)
    return undefined;
  if (use.negated || other.negated) return undefined;
  const list = rule.replace(rule.valueColumns(word), tidy(`${text},${more}`));
  return [list, ...pluralEdits(rule, first, plural), rule.without(rule.option(second))];
}
