// What the options of one match or target say, each with the meaning of its values.

import type { Instance, Rule, RuleOption } from '../../ruleset/rule.ts';
import type { Backend } from '../../vocabulary/schema.ts';
import type { Meaning } from '../../vocabulary/values/meaning.ts';
import { isUnread, meaningOf } from '../rule-literals.ts';

type Kind = Meaning['kind'];
type Of<K extends Kind> = Extract<Meaning, { readonly kind: K }>;

export interface SaidOption {
  readonly name: string;
  readonly negated: boolean;
  /** Undefined where a value cannot be read. */
  readonly meanings: readonly (Meaning | undefined)[];
}

export class Said {
  readonly options: readonly SaidOption[];

  constructor(rule: Rule, options: readonly RuleOption[], backend: Backend | 'both') {
    this.options = options.map((option) => ({
      name: option.name,
      negated: option.negated,
      meanings: isUnread(rule, option) ? [] : option.values.map((value) => meaningOf(rule, value, backend)),
    }));
  }

  /** The options of one extension. */
  static of(rule: Rule, instance: Instance, backend: Backend | 'both'): Said {
    return new Said(
      rule,
      rule.options.filter((option) => option.instance === instance),
      backend,
    );
  }

  has(name: string): boolean {
    return this.options.some((option) => option.name === name);
  }

  /** True where no other options than these stand. */
  only(...names: readonly string[]): boolean {
    return this.options.every(({ name }) => names.includes(name));
  }

  /** The first value of an option as what it has to be; undefined without it. */
  value<K extends Kind>(name: string, kind: K): Of<K> | undefined {
    const meaning = this.options.find((option) => option.name === name)?.meanings[0];
    return meaning?.kind === kind ? (meaning as Of<K>) : undefined;
  }

  /** A number that an option says. */
  number(name: string): number | undefined {
    const meaning = this.value(name, 'integer');
    return meaning && Number(meaning.value);
  }
}
