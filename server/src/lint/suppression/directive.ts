// A comment that suppresses findings, as its words say it: `# iptables-lint-disable-next-line NAME, NAME -- reason`.

import { nearest } from '../../vocabulary/nearest.ts';

const KINDS = ['disable-next-line', 'disable', 'enable', 'disable-file'] as const;

/** What a directive does: for the next rule, from its line on, no longer from its line on, for the whole file. */
export type DirectiveKind = (typeof KINDS)[number];

/** A word of the comment and its columns. */
export interface DirectiveWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Directive {
  /** Undefined where nobody knows the word, and then nothing is read of what follows. */
  readonly kind: DirectiveKind | undefined;
  /** `iptables-lint-disable`. */
  readonly word: DirectiveWord;
  /** The kinds that an unknown word may be meant for. */
  readonly meant: readonly DirectiveKind[];
  readonly names: readonly DirectiveWord[];
  /** Words after a name that are neither a name nor a reason. */
  readonly strays: readonly DirectiveWord[];
  /** Why; empty without. */
  readonly reason: string;
}

const PREFIX = 'iptables-lint-';
const START = /^#[ \t]*(iptables-lint-([\w-]+))/;
const REASON = /(?:^|\s)--(?=\s|$)/;

/** The line may hold a directive: quick, and for nearly every line the answer is no. */
export function mayBeDirective(text: string): boolean {
  return text.charCodeAt(0) === 0x23 && text.includes(PREFIX);
}

/** The directive in a line; undefined where there is none. */
export function directiveIn(text: string): Directive | undefined {
  if (!mayBeDirective(text)) return undefined;
  const [found, whole = '', name = ''] = START.exec(text) ?? [];
  if (found === undefined) return undefined;
  const end = found.length;
  const word = { text: whole, start: end - whole.length, end };
  const kind = KINDS.find((one) => one === name);
  if (!kind) {
    const meant = nearest(name, KINDS).flatMap((near) => KINDS.find((one) => one === near) ?? []);
    // Any other word is prose that speaks of the program.
    return meant.length > 0 || /^(dis|en)able/.test(name)
      ? { kind: undefined, word, meant, names: [], strays: [], reason: '' }
      : undefined;
  }
  const cut = REASON.exec(text.slice(end));
  const until = cut ? end + cut.index : text.length;
  const reason = cut ? text.slice(until + cut[0].length).trim() : '';
  return { kind, word, meant: [], ...namesIn(text.slice(0, until), end), reason };
}

function namesIn(text: string, from: number): Pick<Directive, 'names' | 'strays'> {
  const names: DirectiveWord[] = [];
  const strays: DirectiveWord[] = [];
  let at = from;
  for (const piece of text.slice(from).split(',')) {
    const start = at + piece.length - piece.trimStart().length;
    const words = piece.trim();
    at += piece.length + 1;
    if (words === '') continue;
    const name = words.split(/\s/, 1)[0] ?? '';
    names.push({ text: name, start, end: start + name.length });
    const rest = words.slice(name.length).trimStart();
    const end = start + words.length;
    if (rest !== '') strays.push({ text: rest, start: end - rest.length, end });
  }
  return { names, strays };
}

/** The words of a directive that suppresses a name in the next line, up to the place of the reason. */
export function nextLineDirective(name: string): string {
  return `# ${PREFIX}disable-next-line ${name} -- `;
}
