// How the rules of one shape are printed: which words their options and values are, in the order of iptables-save.

import type { Instance, Rule, RuleOption } from '../ruleset/rule.ts';
import { Role } from '../ruleset/rule.ts';
import { placeOf, textAt, type ValuePlace } from '../ruleset/rule-plans.ts';
import type { ReadContext } from '../vocabulary/values/kind.ts';
import { COLUMNS, COMMAND, columnsOf, MATCH, TARGET } from './columns.ts';
import { GENERIC_PRINTS } from './print/generic.ts';
import { MATCH_PRINTS } from './print/matches.ts';
import type { ExtensionPrint, OptionPrint, Said } from './print/option.ts';
import { TARGET_PRINTS } from './print/targets.ts';
import { plainText } from './print/words.ts';

/** One thing to print: a text that is always the same, or an option whose values differ. */
type Piece =
  | string
  | { readonly said: Omit<Said, 'texts'>; readonly at: readonly ValuePlace[]; readonly print: OptionPrint };

interface PrintPlan {
  readonly context: ReadContext;
  /** `-A`, and the words behind it. */
  readonly command: string;
  readonly operands: readonly ValuePlace[];
  readonly pieces: readonly (readonly Piece[])[];
  readonly jump: { readonly option: string; readonly at: ValuePlace } | undefined;
}

/** What rules with the same words and other values have in common. */
export interface RulePlan {
  /** Of each word its column, -1 without; see columns.ts. */
  readonly columns: readonly number[];
  /** Undefined where iptables-save's print of some option is not known. */
  readonly print: PrintPlan | undefined;
}

/** Commands that make a rule. */
const MAKES_RULES = 'AIR';

/** The plan of a rule without faults. */
export function planOf(rule: Rule): RulePlan {
  return { columns: columnsOf(rule), print: printPlanOf(rule) };
}

function printPlanOf(rule: Rule): PrintPlan | undefined {
  const { letter, words, chainWord } = rule;
  if (letter === undefined || !MAKES_RULES.includes(letter) || rule.skipped || rule.ends || rule.openQuote >= 0)
    return undefined;
  if (words.some(({ role, unknown }) => unknown || role === Role.unknown)) return undefined;
  const context = { family: rule.family, protocol: rule.namedProtocol };
  const generics = genericPieces(rule);
  const matches: Piece[] = [];
  const targets: Piece[] = [];
  for (const instance of rule.instances) {
    const pieces = extensionPieces(rule, instance);
    if (!pieces) return undefined;
    if (instance.known.extension.kind === 'target') targets.push(...pieces);
    else matches.push(`-m ${instance.known.extension.name}`, ...pieces);
  }
  if (!generics) return undefined;
  const jump = rule.option('j');
  const [object] = jump?.values ?? [];
  if (jump && !object) return undefined;
  const chain = placeOf(rule, { word: chainWord, text: rule.chain ?? '' });
  const numbers = rule.number > 0 ? [{ word: chainWord + 1, from: 0 }] : [];
  if (words.some(({ role }, i) => role === Role.operand && !numbers.some(({ word }) => word === i))) return undefined;
  return {
    context,
    command: `-${letter}`,
    operands: [chain, ...numbers],
    pieces: COLUMNS.map((_, column) =>
      column === MATCH ? matches : column === TARGET ? targets : (generics[column] ?? []),
    ),
    jump: jump && object && { option: `-${jump.letter}`, at: placeOf(rule, object) },
  };
}

/** iptables' own conditions by column; undefined where something else stands that is not printed here. */
function genericPieces(rule: Rule): Piece[][] | undefined {
  const found: Piece[][] = [];
  for (const option of rule.options) {
    const { letter = '', instance } = option;
    if (instance || 'AIRjgm'.includes(letter || ' ')) continue;
    const column = COLUMNS.indexOf(letter);
    const print = GENERIC_PRINTS.get(letter);
    if (column < 0 || !print || found[column]) return undefined;
    found[column] = [pieceOf(rule, option, `-${letter}`, print)];
  }
  return found;
}

function pieceOf(rule: Rule, { negated, values }: RuleOption, name: string, print: OptionPrint): Piece {
  const kinds = values.flatMap(({ kind }) => (kind ? [kind] : []));
  return { said: { name, negated, kinds }, at: values.map((value) => placeOf(rule, value)), print };
}

function extensionPieces(rule: Rule, instance: Instance): Piece[] | undefined {
  const { kind, name } = instance.known.extension;
  const print: ExtensionPrint | undefined = (kind === 'match' ? MATCH_PRINTS : TARGET_PRINTS).get(name);
  const options = rule.options.filter((option) => option.instance === instance);
  if (!print || new Set(options.map((option) => option.name)).size < options.length) return undefined;
  if (options.some((option) => !print.some((row) => row.name === option.name))) return undefined;
  const has = (wanted: string) => options.some((option) => option.name === wanted);
  return print.flatMap((row): Piece[] => {
    const option = options.find((one) => one.name === row.name);
    if (option) return [pieceOf(rule, option, option.name, row.print)];
    const text = row.otherwise?.(has, rule.family) ?? '';
    return text === '' ? [] : [text];
  });
}

/**
 * What iptables-save prints of a rule with these words, by column, empty where it has nothing there; undefined where
 * that is not known.
 */
export function printed(plan: PrintPlan, texts: readonly string[]): readonly string[] | undefined {
  const columns: string[] = [];
  for (let column = 0; column < COLUMNS.length; column++) {
    const first = column === COMMAND ? commandText(plan, texts) : column === TARGET ? jumpText(plan, texts) : '';
    const rest = first === undefined ? undefined : piecesText(plan.pieces[column] ?? [], texts, plan.context);
    if (first === undefined || rest === undefined) return undefined;
    columns.push(first === '' || rest === '' ? first + rest : `${first} ${rest}`);
  }
  return columns;
}

function commandText({ command, operands }: PrintPlan, texts: readonly string[]): string | undefined {
  let text = command;
  for (const place of operands) {
    const word = plainText(textAt(texts, place));
    if (word === undefined) return undefined;
    text += ` ${word}`;
  }
  return text;
}

function jumpText({ jump }: PrintPlan, texts: readonly string[]): string | undefined {
  if (!jump) return '';
  const name = plainText(textAt(texts, jump.at));
  return name && `${jump.option} ${name}`;
}

function piecesText(pieces: readonly Piece[], texts: readonly string[], context: ReadContext): string | undefined {
  let all = '';
  for (const piece of pieces) {
    const text = typeof piece === 'string' ? piece : pieceText(piece, texts, context);
    if (text === undefined) return undefined;
    if (text !== '') all += all === '' ? text : ` ${text}`;
  }
  return all;
}

function pieceText(
  { said, at, print }: Exclude<Piece, string>,
  texts: readonly string[],
  context: ReadContext,
): string | undefined {
  const { name, negated, kinds } = said;
  const [only] = at;
  const values = only && at.length === 1 ? [textAt(texts, only)] : at.map((place) => textAt(texts, place));
  return print({ name, negated, kinds, texts: values }, context);
}
