// Rules by shape: the same words with other values in the same places. A rule of a shape that was read before, and was
// fine, needs nothing but its values checked, which takes a fraction of the time of reading it in full.

import { byteLength } from '../../syntax/bytes.ts';
import { addonOf } from '../../vocabulary/addons.ts';
import type { Family, OptionUse, UseCheck } from '../../vocabulary/schema.ts';
import { checkValue } from '../../vocabulary/values/index.ts';
import { takesEveryAddress } from '../../vocabulary/values/network.ts';
import { isVerdict } from '../../vocabulary/verdicts.ts';
import { type Command, makeCommand } from '../command.ts';
import { knownTarget } from '../known.ts';
import { type Instance, Role } from '../rule.ts';
import { MAX_CHAIN_BYTES, MAX_WORD_BYTES, type RuleState } from './rule-state.ts';
import { hashStep, type Place, WordTree } from './word-tree.ts';

/** What a word gives to the command. */
const Gives = { nothing: 0, chain: 1, object: 2 } as const;

/** A place where rules of a shape differ. */
interface Hole {
  /** Whether the rule is as fine with this text; where it is not sure, the rule is read in full. */
  readonly takes: (text: string) => boolean;
  readonly gives: number;
  readonly next: Place<Hole, Shape>;
}

/** What all rules of a shape have in common. */
interface Shape {
  readonly common: Command;
  readonly checks: readonly OwnCheck[];
}

/** An extension's own check, and the uses that it looks at, with the values of the rule at hand filled in. */
interface OwnCheck {
  readonly check: UseCheck;
  readonly options: readonly OptionUse[];
  readonly protocol: number | undefined;
  readonly blanks: readonly { readonly values: string[]; readonly at: number; readonly hole: number }[];
}

/** About 100 bytes each. Past this, the next shape to be learnt begins anew. */
const MOST_EDGES = 50_000;
/** Longer words are counted in bytes, which reading in full does. */
const MAX_LENGTH = Math.floor(MAX_WORD_BYTES / 3);

const LINE_FEED = 10;
const TAB = 9;
const BLANK = 32;
const QUOTE = 34;
const BACKSLASH = 92;

/** Chains that make conditions impossible. */
const SPECIAL_CHAINS: ReadonlySet<string> = new Set(['INPUT', 'PREROUTING', 'OUTPUT', 'POSTROUTING']);

/** The shapes of one family's rules, read with the same further `extensions`. */
export class RuleShapes {
  private tree = new WordTree<Hole, Shape>(MOST_EDGES);
  private readonly family: Family;
  private readonly values: string[] = [];

  constructor(family: Family) {
    this.family = family;
  }

  /** What was learnt in any file serves all files of the family. */
  static of(family: Family, extensions: readonly string[]): RuleShapes {
    return extensions.length === 0 ? COMMON[family] : new RuleShapes(family);
  }

  /** The command in `line` from column `from`, where its shape is known and its values are fine; else undefined. */
  read(line: string, from: number): Command | undefined {
    const { tree, values } = this;
    const { length } = line;
    let place = tree.root;
    let chain: string | undefined;
    let object: string | undefined;
    let count = 0;
    for (let i = from; i < length; ) {
      let code = line.charCodeAt(i);
      if (code === BLANK || code === TAB || code === LINE_FEED) {
        i++;
        continue;
      }
      const start = i;
      let hash = 0;
      while (code !== BLANK && code !== TAB && code !== QUOTE && code !== LINE_FEED) {
        hash = hashStep(hash, code);
        if (++i >= length) break;
        code = line.charCodeAt(i);
      }
      const quoted = i < length && code === QUOTE;
      const edge = quoted ? undefined : tree.find(place, line, start, i, hash);
      if (edge) {
        if (edge.role === Gives.chain) chain = edge.word;
        else if (edge.role === Gives.object) object = edge.word;
        place = edge.to;
        continue;
      }
      const { hole } = place;
      if (!hole) return undefined;
      let end = i;
      if (quoted) {
        end = closingQuote(line, i + 1);
        if (end < 0 || i !== start) return undefined;
        i = end + 1;
      }
      const text = line.substring(quoted ? start + 1 : start, end);
      if (text.length > MAX_LENGTH || !hole.takes(text)) return undefined;
      if (hole.gives === Gives.nothing) values[count++] = text;
      else {
        if (hole.gives === Gives.chain) chain = text;
        else object = text;
        if (!tree.isFull) tree.add(place, text, hole.gives, hole.next);
      }
      place = hole.next;
    }
    const shape = place.end;
    if (!shape || !this.passes(shape)) return undefined;
    return makeCommand(shape.common, chain, object);
  }

  private passes({ checks }: Shape): boolean {
    for (const { check, options, protocol, blanks } of checks) {
      for (const { values, at, hole } of blanks) values[at] = this.values[hole] ?? '';
      if (check({ family: this.family, options, protocol, table: undefined }).length > 0) return false;
    }
    return true;
  }

  /** Remembers the rule that `reader` has just read as `command`, where others may be like it. */
  learn(reader: RuleState, command: Command): void {
    if (command.letter !== 'A' || command.faults.length > 0 || command.rules !== 1) return;
    if (command.skipped || command.ends || reader.unusual) return;
    const steps = stepsOf(reader);
    if (!steps) return;
    if (this.tree.isFull) this.tree = new WordTree(MOST_EDGES);
    let place = this.tree.root;
    let holes = 0;
    const holeOf: number[] = [];
    steps.forEach(({ takes, gives }, i) => {
      const word = reader.words.text[i] ?? '';
      if (!takes) {
        place = this.tree.add(place, word, gives);
        return;
      }
      place.hole ??= { takes, gives, next: this.tree.place() };
      if (gives === Gives.nothing) holeOf[i] = holes++;
      else this.tree.add(place, word, gives, place.hole.next);
      place = place.hole.next;
    });
    place.end = { common: command, checks: reader.instances.flatMap((instance) => ownCheck(reader, instance, holeOf)) };
  }
}

const COMMON = { 4: new RuleShapes(4), 6: new RuleShapes(6) } as const;

/** The column of the quote that ends a word; -1 where a backslash comes first, or no quote. */
function closingQuote(line: string, from: number): number {
  for (let i = from; i < line.length; i++) {
    const code = line.charCodeAt(i);
    if (code === QUOTE) return i;
    if (code === BACKSLASH) return -1;
  }
  return -1;
}

/** One word of a rule: `takes` is undefined where no other word may stand in its place. */
interface Step {
  readonly takes: Hole['takes'] | undefined;
  readonly gives: number;
}

const LITERAL: Step = { takes: undefined, gives: Gives.nothing };

/** What each word of a rule that was read stands for; undefined for rules that are not worth remembering. */
function stepsOf(reader: RuleState): Step[] | undefined {
  const steps: Step[] = [];
  for (let i = 0; i < reader.words.count; i++) {
    const step = stepOf(reader, i);
    if (!step || (!step.takes && reader.words.quoted[i])) return undefined;
    steps.push(step);
  }
  return steps;
}

function stepOf(reader: RuleState, index: number): Step | undefined {
  const text = reader.words.text[index] ?? '';
  switch (reader.roles[index]) {
    case Role.option:
      return isPlainOption(text) ? LITERAL : undefined;
    case Role.negation:
    case Role.match:
      return LITERAL;
    case Role.chain:
      return SPECIAL_CHAINS.has(text)
        ? { takes: undefined, gives: Gives.chain }
        : { takes: isOwnChain, gives: Gives.chain };
    case Role.target:
      return targetStep(reader, text);
    case Role.value:
      return valueStep(reader, index);
    default:
      return undefined;
  }
}

/** `-A`, `--dport`: no value joined to it, and no second letter. */
function isPlainOption(text: string): boolean {
  return text.startsWith('--') ? !text.includes('=') : text.length === 2;
}

function isOwnChain(text: string): boolean {
  return text.length > 0 && byteLength(text) <= MAX_CHAIN_BYTES && !SPECIAL_CHAINS.has(text);
}

function targetStep({ family, target, extensions }: RuleState, text: string): Step {
  const gives = Gives.object;
  if (target || isVerdict(text)) return { takes: undefined, gives };
  return { takes: (name) => isJump(name, family) && !extensions.includes(name), gives };
}

/** The name of a chain and of nothing else. */
function isJump(text: string, family: Family): boolean {
  if (text.length === 0 || text.length > MAX_CHAIN_BYTES || /[ \t\n\v\f\r]/.test(text)) return false;
  return !isVerdict(text) && !knownTarget(text, family) && !addonOf(text);
}

function valueStep(reader: RuleState, index: number): Step | undefined {
  const found = reader.found[index];
  if (!found) return undefined;
  const { option } = found;
  const [kind] = option.values;
  if (!kind || option.values.length > 1) return LITERAL;
  if (kind.kind === 'irregular' && kind.optional) return undefined;
  // What a choice decides goes beyond the value: places, states. There are few of them.
  if (kind.kind === 'choice' || kind.kind === 'protocol') return LITERAL;
  const { family } = reader;
  const context = { family };
  const isFine = (value: string) => value !== '!' && checkValue(value, kind, context) === undefined;
  const letter = found.kind === 'generic' ? found.option.letter : undefined;
  if (letter === 's' || letter === 'd')
    return {
      takes: (value) => !value.includes(',') && isFine(value) && !takesEveryAddress(value, family),
      gives: Gives.nothing,
    };
  return { takes: isFine, gives: Gives.nothing };
}

function ownCheck(reader: RuleState, instance: Instance, holeOf: readonly number[]): OwnCheck[] {
  const { check } = instance.known;
  if (!check) return [];
  const uses = reader.uses.filter((use) => use.instance === instance);
  const options = uses.map(({ name, negated, values, protocol }) => ({ name, negated, values: [...values], protocol }));
  const blanks = uses.flatMap(({ valueWords }, i) =>
    valueWords.flatMap((word, at) => {
      const hole = holeOf[word];
      return hole === undefined ? [] : [{ values: options[i]?.values ?? [], at, hole }];
    }),
  );
  return [{ check, options, protocol: reader.protocol, blanks }];
}
