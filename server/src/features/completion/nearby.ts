// Values that the file itself uses: addresses, interfaces, ports, names and marks in the rules around the cursor.

import type { Rule } from '../../ruleset/rule.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { Value } from '../../vocabulary/values/kinds.ts';

/** So many lines before and after the cursor are looked at, and so many rules read, whatever the size of the file. */
const WINDOW = 300;
const RULES_LIMIT = 100;
const NAMES_LIMIT = 50;
/** A line longer than this is not read. */
const LINE_LIMIT = 2000;

/** Kinds of values that name the same things. */
const THINGS: Readonly<Partial<Record<Value['kind'], string>>> = {
  account: 'account',
  'address-range': 'address',
  host: 'address',
  interface: 'interface',
  mark: 'mark',
  'nat-ports': 'port',
  'nat-range': 'address',
  network: 'address',
  port: 'port',
  'port-list': 'port',
  'port-range': 'port',
};

/** What a value names; undefined where no other rule would tell anything about it. */
function thingOf(value: Value): string | undefined {
  if (value.kind === 'text') return /\bname$/.test(value.what) ? value.what : undefined;
  return THINGS[value.kind];
}

const LISTED: ReadonlySet<string> = new Set(['address', 'port']);

/** Values that rules around a line have for the same kind of thing, the nearest first. */
export function valuesNear(file: RulesFile, line: number, value: Value): readonly string[] {
  const thing = thingOf(value);
  const values = new Set<string>();
  if (thing === undefined) return [];
  let read = 0;
  for (let distance = 1; distance <= WINDOW && values.size < NAMES_LIMIT && read < RULES_LIMIT; distance++) {
    for (const index of [line - distance, line + distance]) {
      if (file.entry(index).kind !== 'command' || file.lines.line(index).length > LINE_LIMIT) continue;
      read++;
      for (const named of namedIn(file.rule(index))) if (named.thing === thing) values.add(named.text);
    }
  }
  return [...values];
}

interface Named {
  readonly thing: string;
  readonly text: string;
}

/** What each rule names; a file keeps its rules while their lines stay the same. */
const namedBy = new WeakMap<Rule, readonly Named[]>();

function namedIn(rule: Rule): readonly Named[] {
  const known = namedBy.get(rule);
  if (known) return known;
  const named: Named[] = [];
  for (const { values } of rule.options) {
    for (const { text, kind, unknown } of values) {
      const thing = unknown || !kind ? undefined : thingOf(kind);
      if (thing === undefined || /[\s"]/.test(text)) continue;
      for (const one of LISTED.has(thing) ? text.split(',') : [text]) named.push({ thing, text: one });
    }
  }
  namedBy.set(rule, named);
  return named;
}
