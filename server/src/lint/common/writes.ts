// What a target writes into every packet that it gets: a mark, the type of service, the class, the TTL.

import { meaningOf } from '../../analysis/rule-literals.ts';
import type { Rule } from '../../ruleset/rule.ts';
import type { Meaning } from '../../vocabulary/values/meaning.ts';

/** Something of a packet, or of its connection, with the bits that a target touches. */
export interface Writing {
  readonly field: 'mark' | 'connection mark' | 'type of service' | 'class' | 'hops';
  /** How people call it. */
  readonly word: string;
  readonly touched: number;
  /** Those that are the same afterwards, whatever they were. */
  readonly settled: number;
  /** It comes from somewhere else, and nobody knows what it is. */
  readonly isCopy?: true;
}

/** What one option of a target writes; undefined where its value is not known. */
type Writer = (value: Meaning | undefined) => Omit<Writing, 'field' | 'word'> | undefined;

interface Written {
  readonly field: Writing['field'];
  readonly word: string;
  readonly options: Readonly<Record<string, Writer>>;
}

const ALL = 0xffffffff;
const whole: Writer = (value) => value && { touched: ALL, settled: ALL };
const codePoint: Writer = (value) => value && { touched: 0xfc, settled: 0xfc };

/** Bits of the mask are cleared and those of the value turned around. */
const masked: Writer = (value) =>
  value?.kind === 'mark' || value?.kind === 'tos'
    ? { touched: value.mask | value.value, settled: value.mask }
    : undefined;

/** Bits of the mask are cleared, and those of the value set, be they in the mask or not. */
const set: Writer = (value) => {
  if (value?.kind !== 'mark') return undefined;
  const bits = value.mask | value.value;
  return { touched: bits, settled: bits };
};

const MARKS = { '--set-mark': set, '--set-xmark': masked };

/** By the names of targets. */
const TARGETS: Readonly<Record<string, Written>> = {
  MARK: { field: 'mark', word: 'mark', options: MARKS },
  CONNMARK: { field: 'connection mark', word: 'mark of the connection', options: MARKS },
  DSCP: {
    field: 'type of service',
    word: 'DSCP value',
    options: { '--set-dscp': codePoint, '--set-dscp-class': codePoint },
  },
  TOS: { field: 'type of service', word: 'type of service', options: { '--set-tos': masked } },
  CLASSIFY: { field: 'class', word: 'class', options: { '--set-class': whole } },
  TTL: { field: 'hops', word: 'TTL', options: { '--ttl-set': whole } },
  HL: { field: 'hops', word: 'hop limit', options: { '--hl-set': whole } },
};

/** The mark of the connection is written over that of the packet. */
const RESTORED: Writing = {
  field: 'mark',
  word: 'mark of the connection',
  touched: ALL,
  settled: ALL,
  isCopy: true,
};

/** The names of targets that may write something. */
export const WRITING_TARGETS: ReadonlySet<string> = new Set(Object.keys(TARGETS));

/** What the target of a rule writes, and nothing else that it does; undefined where that is not certain. */
export function writingOf(rule: Rule): Writing | undefined {
  const name = rule.object ?? '';
  const target = Object.hasOwn(TARGETS, name) ? TARGETS[name] : undefined;
  const [option, ...more] = rule.options.filter(
    ({ instance }) => instance !== undefined && instance.known === rule.target,
  );
  if (!target || !option || more.length > 0) return undefined;
  if (name === 'CONNMARK' && option.name === '--restore-mark') return RESTORED;
  const writer = Object.hasOwn(target.options, option.name) ? target.options[option.name] : undefined;
  const [value] = option.values;
  if (!writer || !value || value.unknown) return undefined;
  const written = writer(meaningOf(rule, value));
  return written && { field: target.field, word: target.word, ...written };
}

/** Nothing is left of what the one wrote once the other did. */
export function overwrites(other: Writing, one: Writing): boolean {
  return other.field === one.field && (one.touched & ~other.settled) === 0;
}
