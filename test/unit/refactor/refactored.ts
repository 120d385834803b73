// Applies a refactoring to a text whose selected lines are marked with > in front.
import type { TextEdit } from 'vscode-languageserver-types';
import type { ClientSide, Offer, OpenRules } from '../../../server/src/features/refactor/common/refactoring.ts';
import { Selection } from '../../../server/src/features/refactor/common/selection.ts';
import { REFACTORINGS } from '../../../server/src/features/refactor/registry.ts';
import type { FileSettings } from '../../../server/src/ruleset/rules-file.ts';
import { applied, fileOf, linesOf } from '../edits/apply.ts';

export interface Surroundings {
  readonly uri?: string;
  readonly commands?: readonly string[];
  readonly createsFiles?: boolean;
  readonly open?: readonly OpenRules[];
  readonly settings?: Partial<FileSettings>;
}

/** The text without its marks, and the lines that have one. */
function unmarked(text: string): { readonly lines: readonly string[]; readonly marked: readonly number[] } {
  const lines = linesOf(text);
  const marked = lines.flatMap((line, at) => (line.startsWith('>') ? [at] : []));
  return { lines: lines.map((line) => line.replace(/^>/, '')), marked };
}

/** What a refactoring offers for the marked lines, and the text that it is offered for. */
export function offersFor(name: string, text: string, around: Surroundings = {}): readonly Offer[] {
  const { lines, marked } = unmarked(text);
  const [first = 0] = marked;
  const last = marked.at(-1) ?? first;
  const range = { start: { line: first, character: 0 }, end: { line: last, character: lines[last]?.length ?? 0 } };
  const client: ClientSide = {
    uri: around.uri ?? 'file:///etc/iptables/rules.v4',
    commands: new Set(around.commands),
    createsFiles: around.createsFiles ?? false,
    open: () => around.open ?? [],
  };
  const refactoring = REFACTORINGS.find((one) => one.name === name);
  if (!refactoring) throw new Error(`There is no refactoring ${name}.`);
  const { settings = {} } = around;
  return refactoring.offers(new Selection(fileOf(lines, settings.family ?? 4, settings), range, client));
}

export function editsOf({ change }: Offer): readonly TextEdit[] {
  if (!('edits' in change)) throw new Error('The offer has no edits.');
  return typeof change.edits === 'function' ? change.edits() : change.edits;
}

/** The text after the offer whose title begins so; undefined where there is none such. */
export function refactored(name: string, text: string, title = '', around: Surroundings = {}): string | undefined {
  const offer = offersFor(name, text, around).find((one) => one.title.startsWith(title) && 'edits' in one.change);
  return offer && applied(unmarked(text).lines, editsOf(offer));
}

/** Rules as the filter table of a whole file; marks stay. */
export function filter(...rules: readonly string[]): string {
  return ['*filter', ':INPUT DROP [0:0]', ':FORWARD DROP [0:0]', ':OUTPUT DROP [0:0]', ...rules, 'COMMIT', ''].join(
    '\n',
  );
}

/** The lines of a text between the chain lines of `filter` and its COMMIT. */
export function rulesIn(text: string | undefined): readonly string[] | undefined {
  return text === undefined ? undefined : linesOf(text).slice(4, -2);
}
