// What one line of a rules file is, by its first characters, with the columns of its parts.

/** A piece of a line: its text and its columns. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Nothing on the line. A line of blanks is not blank to the loader: it is a rule without words. */
export interface BlankLine {
  readonly kind: 'blank';
}

/** `# ...` from the first column. */
export interface CommentLine {
  readonly kind: 'comment';
}

/**
 * `*filter`. What follows the name is ignored by the loader. With a byte order mark in front it is meant for one, and
 * the loader reads none.
 */
export interface TableLine {
  readonly kind: 'table';
  readonly name: Piece | undefined;
  readonly rest: Piece | undefined;
}

/** `:INPUT DROP [0:0]`. */
export interface ChainLine {
  readonly kind: 'chain';
  readonly name: Piece | undefined;
  readonly policy: Piece | undefined;
  readonly counters: Piece | undefined;
  readonly rest: Piece | undefined;
}

/** `COMMIT` and nothing else. */
export interface CommitLine {
  readonly kind: 'commit';
}

/** Anything else: a command such as `-A INPUT -j ACCEPT`, maybe with counters in front. */
export interface CommandLine {
  readonly kind: 'command';
  /** `[packets:bytes]` in front of the command; `closed` and `colon` say whether the loader takes it. */
  readonly counters: (Piece & { readonly fault: 'no-bracket' | 'no-colon' | undefined }) | undefined;
  /** The column at which the words of the command begin. */
  readonly from: number;
}

export type Line = BlankLine | CommentLine | TableLine | ChainLine | CommitLine | CommandLine;

const BYTE_ORDER_MARK = 0xfeff;
const BLANK: BlankLine = { kind: 'blank' };
const COMMENT: CommentLine = { kind: 'comment' };
const COMMIT: CommitLine = { kind: 'commit' };
const BARE_COMMAND: CommandLine = { kind: 'command', counters: undefined, from: 0 };

/**
 * Reads a line without its line break. The meaning of a kind depends on where it stands: within a table a `*` begins
 * a command, outside of one everything but a blank line, a comment and a table is refused. Never throws.
 */
export function readLine(text: string): Line {
  switch (text.charCodeAt(0)) {
    case 35:
      return COMMENT;
    case 42:
      return readTable(text, 1);
    case BYTE_ORDER_MARK:
      return text.charCodeAt(1) === 42 ? readTable(text, 2) : BARE_COMMAND;
    case 58:
      return readChain(text);
    case 67:
      return text === 'COMMIT' ? COMMIT : BARE_COMMAND;
    case 91:
      return readCounters(text);
    default:
      return text === '' ? BLANK : BARE_COMMAND;
  }
}

/** The column behind the `[packets:bytes]` of a command that is fine, 0 without. */
export function countersEnd(text: string): number {
  return text.charCodeAt(0) === 91 ? text.indexOf(']') + 1 : 0;
}

function readTable(text: string, from: number): TableLine {
  const name = nextPiece(text, from);
  return { kind: 'table', name, rest: name && restPiece(text, name.end) };
}

function readChain(text: string): ChainLine {
  const name = nextPiece(text, 1);
  const policy = name && nextPiece(text, name.end);
  const counters = policy && nextPiece(text, policy.end);
  const last = counters ?? policy ?? name;
  return { kind: 'chain', name, policy, counters, rest: last && restPiece(text, last.end) };
}

/** iptables-restore looks for `]` first, then cuts at the first `:` and the first `]` behind it. */
function readCounters(text: string): CommandLine {
  const close = text.indexOf(']');
  if (close < 0)
    return { kind: 'command', counters: { text, start: 0, end: text.length, fault: 'no-bracket' }, from: text.length };
  const end = close + 1;
  const body = text.substring(1, close);
  const fault =
    /^:*[^:]+:[^\]]/.test(`${body}]`) && body.includes(':') && !/^:*[^:]+:$/.test(body) ? undefined : 'no-colon';
  return { kind: 'command', counters: { text: text.substring(0, end), start: 0, end, fault }, from: end };
}

function nextPiece(text: string, from: number): Piece | undefined {
  let start = from;
  while (isBlank(text.charCodeAt(start))) start++;
  let end = start;
  while (end < text.length && !isBlank(text.charCodeAt(end))) end++;
  return end > start ? { text: text.substring(start, end), start, end } : undefined;
}

function restPiece(text: string, from: number): Piece | undefined {
  let start = from;
  while (isBlank(text.charCodeAt(start))) start++;
  return start < text.length ? { text: text.substring(start), start, end: text.length } : undefined;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}
