// Ports: lists and ranges that are written in another tool's way, and more of them than a rule takes.

import type { RulesFile } from '../../ruleset/rules-file.ts';
import { type Edit, type Fix, insertLines } from '../fix.ts';
import type { RuleLine } from './rule-line.ts';
import type { WrongValue } from './wrong-value.ts';

const PLURAL: Readonly<Record<string, string>> = { '--dport': '--dports', '--sport': '--sports' };
const MOST_PORTS = 15;
const MAX_PORT = 65535;

/** Fixes for a value of --dport, --sport or one of multiport's options; none for other values. */
export function mendPorts(file: RulesFile, wrong: WrongValue): Fix[] {
  if (!/^--([sd]?ports?)$/.test(wrong.name)) return [];
  const fixes = [...tidied(wrong), ...capped(wrong), ...asMultiport(file, wrong), ...anyPort(wrong)];
  if (wrong.name.endsWith('ports')) fixes.push(...split(file, wrong));
  return fixes;
}

/** `22-80` and `22..80` become `22:80`, `22;80` becomes `22,80` (a wide comma too), `22/tcp` becomes `22`, blanks go. */
function tidy(list: string): string {
  return list
    .split(/[,;\uff0c]/)
    .map((entry) =>
      entry
        .trim()
        .replace(/^(\d+)(?:-|\.{2,3}|--)(\d+)$/, '$1:$2')
        .replace(/^(\d+)\/(?:tcp|udp)$/, '$1'),
    )
    .filter((entry) => entry !== '')
    .join(',');
}

/** The value in the signs that it is to be written with. */
function tidied({ rule, columns, text }: WrongValue): Fix[] {
  const better = tidy(text);
  if (better === text || better === '') return [];
  return [{ title: `Change to ${better}`, edits: [rule.replace(columns, better)], safe: !text.includes('/') }];
}

/** `--dport any` says nothing: without it the rule takes every port. */
function anyPort({ rule, option, text, negated }: WrongValue): Fix[] {
  if (negated || !/^(?:any|all|\*)$/i.test(text)) return [];
  const stretch = rule.option(option);
  return [{ title: `Remove ${rule.raw(stretch)}`, edits: [rule.without(stretch)] }];
}

/** A range that ends above the last port ends there. */
function capped({ rule, columns, text }: WrongValue): Fix[] {
  const better = text.replace(/^(\d+):(\d+)$/, (range, from: string, to: string) =>
    Number(to) > MAX_PORT && Number(from) < MAX_PORT ? `${from}:${MAX_PORT}` : range,
  );
  return better === text ? [] : [{ title: `Change to ${better}`, edits: [rule.replace(columns, better)] }];
}

/** `--dport 22,80` becomes `-m multiport --dports 22,80`; of more ports than that takes, several rules. */
export function asMultiport(file: RulesFile, { rule, columns, text, name, option, negated }: WrongValue): Fix[] {
  const plural = PLURAL[name];
  const list = tidy(text);
  if (plural === undefined || !list.includes(',')) return [];
  const lists = inFifteens(list);
  if (lists.length > 1 && (negated || !rule.mayBeTwo)) return [];
  const rules = lists.map((each) => [
    ...pluralEdits(rule, option, plural, { before: columns.start }),
    rule.replace(columns, each),
  ]);
  return [
    { title: `Write it as -m multiport ${plural}`, edits: severalRules(file, rule, rules), safe: lists.length === 1 },
  ];
}

/** The first edits in the rule itself, and a copy below it for each of the others. */
function severalRules(file: RulesFile, rule: RuleLine, [first = [], ...others]: readonly Edit[][]): Edit[] {
  if (others.length === 0) return first;
  return [
    ...first,
    insertLines(
      file,
      rule.line + 1,
      others.map((edits) => rule.edited(edits)),
    ),
  ];
}

/**
 * Edits that make the option at word `option` one of multiport's, and load that where it is not loaded. The name ends
 * at column `before` at the latest; the options up to word `last` are those that become one.
 */
function pluralEdits(
  rule: RuleLine,
  option: number,
  plural: string,
  { before = Number.POSITIVE_INFINITY, last = option },
): Edit[] {
  const { reading } = rule;
  const start = reading.words[option]?.start ?? 0;
  const end = Math.min(start + (rule.word(option).split('=')[0] ?? '').length, before);
  const stretch = rule.option(option);
  const isLoaded = reading.instances.some(({ known }) => known.extension.name === 'multiport');
  if (isLoaded) return [rule.replace({ start, end }, plural)];
  const written = rule.text.substring(stretch.start, start);
  // Behind -m multiport its --dports would be taken for a --dport that stands for -p alone.
  const own = needsOwnMatch(rule, option, last) ? `-m ${reading.protocolName} ` : '';
  return [rule.replace({ start: stretch.start, end }, `${own}-m multiport ${written}${plural}`)];
}

/** True where another option of the protocol follows and its match is not loaded by name. */
function needsOwnMatch({ reading }: RuleLine, option: number, last: number): boolean {
  const instance = reading.uses.find((use) => use.word === option)?.instance;
  return instance?.implicit === true && reading.uses.some((use) => use.instance === instance && use.word > last);
}

/** A list of ports in lists of at most fifteen, a range counting as two. */
function inFifteens(text: string): string[] {
  const lists: string[] = [];
  let list: string[] = [];
  let count = 0;
  for (const entry of text.split(',')) {
    const places = entry.includes(':') ? 2 : 1;
    if (count + places > MOST_PORTS) {
      lists.push(list.join(','));
      list = [];
      count = 0;
    }
    list.push(entry);
    count += places;
  }
  return [...lists, list.join(',')];
}

/** More than fifteen ports: a rule for each fifteen; of a negated list all must not match, so all stay in one rule. */
function split(file: RulesFile, { rule, columns, text, name, negated }: WrongValue): Fix[] {
  const lists = inFifteens(tidy(text));
  if (lists.length < 2) return [];
  if (negated) {
    const edits = [rule.replace(columns, lists.join(` -m multiport ! ${name} `))];
    return [
      { title: `Write -m multiport ${lists.length} times, with at most ${MOST_PORTS} ports each`, edits, safe: true },
    ];
  }
  if (!rule.mayBeTwo) return [];
  const rules = lists.map((each) => [rule.replace(columns, each)]);
  const title = `Write ${lists.length} rules of at most ${MOST_PORTS} ports`;
  return [{ title, edits: severalRules(file, rule, rules) }];
}

/** `--dport 22 --dport 80`: all as one list of multiport's; undefined where one is no plain list of ports. */
export function mergedPorts(rule: RuleLine, words: readonly number[]): Edit[] | undefined {
  const uses = words.map((word) => rule.useAt(word));
  const [use] = uses;
  const name = use?.instance.known.extension.options[use.slot]?.name ?? '';
  const plural = PLURAL[name] ?? (name.endsWith('ports') ? name : undefined);
  const [word] = use?.valueWords ?? [];
  const [first, ...others] = words;
  const values = uses.flatMap((each) => (each && !each.negated ? (each.values[0] ?? []) : []));
  if (first === undefined || plural === undefined || word === undefined || values.length < words.length)
    return undefined;
  const list = rule.replace(rule.valueColumns(word), tidy(values.join(',')));
  const last = words.at(-1) ?? first;
  return [
    list,
    ...pluralEdits(rule, first, plural, { last }),
    ...others.map((other) => rule.without(rule.option(other))),
  ];
}
