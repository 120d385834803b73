// Keeps what is worked out of a rule by its words: of rules that differ in values only, one is read.

import type { Words } from '../syntax/words.ts';
import { knownTarget } from './known.ts';
import type { LineSettings } from './reader/entry-reader.ts';
import { Role, type Rule } from './rule.ts';

/** A value: the word that holds it, and where in the word's text it begins. */
export interface ValuePlace {
  readonly word: number;
  readonly from: number;
}

/** Where a value, which ends its word, stands in a rule. */
export function placeOf({ words }: Rule, { word, text }: { readonly word: number; readonly text: string }): ValuePlace {
  return { word, from: (words[word]?.text.length ?? 0) - text.length };
}

/** The value at a place of a rule with these words. */
export function textAt(words: readonly string[], { word, from }: ValuePlace): string {
  const text = words[word] ?? '';
  return from === 0 ? text : text.substring(from);
}

/** A place between two words of a rule. */
interface Place<P> {
  readonly words: Map<string, Place<P>>;
  /** Behind any word that is a value. */
  hole: Place<P> | undefined;
  plan: P | undefined;
}

/** More than any real file has; past this, plans are made anew. */
const MOST_PLACES = 20_000;

const EXCLAMATION = 33;
const DASH = 45;

/** Words behind which a name decides what other words mean. */
const BEFORE_NAMES: ReadonlySet<string> = new Set(['-p', '--protocol', '-m', '--match']);
/** Words behind which a name does so where it is a target's. */
const BEFORE_TARGETS: ReadonlySet<string> = new Set(['-j', '--jump', '-g', '--goto']);

/** Plans of rules that are read under the same settings. */
export class RulePlans<P> {
  private root: Place<P> = newPlace();
  private count = 0;
  private readonly settings: LineSettings;
  private readonly planOf: (rule: Rule) => P;

  /** `planOf`: what is worked out of a rule and holds for all with the same words but for their values. */
  constructor(settings: LineSettings, planOf: (rule: Rule) => P) {
    this.settings = settings;
    this.planOf = planOf;
  }

  /** The plan of a rule with these words; undefined where no such rule was learnt. */
  find(words: Words): P | undefined {
    let place: Place<P> | undefined = this.root;
    for (let i = 0; place && i < words.count; i++)
      place = this.isHole(words.text, i) ? place.hole : place.words.get(words.text[i] ?? '');
    return place?.plan;
  }

  /** Makes the plan of a rule without faults, and remembers it where it serves others. */
  learn(rule: Rule): P {
    const plan = this.planOf(rule);
    if (!isGeneral(rule)) return plan;
    if (this.count > MOST_PLACES) {
      this.root = newPlace();
      this.count = 0;
    }
    const texts = rule.words.map(({ text }) => text);
    let place = this.root;
    for (let i = 0; i < texts.length; i++) place = this.next(place, texts, i);
    place.plan = plan;
    return plan;
  }

  private next(place: Place<P>, texts: readonly string[], i: number): Place<P> {
    const isHole = this.isHole(texts, i);
    const known = isHole ? place.hole : place.words.get(texts[i] ?? '');
    if (known) return known;
    const fresh = newPlace<P>();
    this.count++;
    if (isHole) place.hole = fresh;
    else place.words.set(texts[i] ?? '', fresh);
    return fresh;
  }

  /** A word that may be any other: no option, no name that decides what other words mean. */
  private isHole(texts: readonly string[], i: number): boolean {
    const text = texts[i] ?? '';
    const code = text.charCodeAt(0);
    if (code === DASH || code === EXCLAMATION) return false;
    const before = texts[i - 1] ?? '';
    if (before.length < 2 || before.charCodeAt(0) !== DASH || BEFORE_NAMES.has(before))
      return !BEFORE_NAMES.has(before);
    return !BEFORE_TARGETS.has(before) || !this.isTarget(text);
  }

  private isTarget(name: string): boolean {
    return knownTarget(name, this.settings.family) !== undefined || this.settings.extensions.includes(name);
  }
}

/** Names that decide what other words mean stand behind the words that are looked for, and no value is joined to a word. */
function isGeneral({ options, words }: Rule): boolean {
  return (
    words.every(({ role }) => role !== Role.unknown) &&
    options.every(({ letter, word, values }) => {
      if (values.some((value) => value.word === word)) return false;
      const name = words[word]?.text ?? '';
      if (letter === 'p' || letter === 'm') return BEFORE_NAMES.has(name);
      return (letter !== 'j' && letter !== 'g') || BEFORE_TARGETS.has(name);
    })
  );
}

function newPlace<P>(): Place<P> {
  return { words: new Map(), hole: undefined, plan: undefined };
}
