// What the loaders refuse about a file's frame: tables, chain lines, COMMIT.

import { LOOKALIKE } from '../ruleset/repairs.ts';
import type { RulesFile } from '../ruleset/rules-file.ts';
import { isBuiltin, type TableBlock } from '../ruleset/table-block.ts';
import { byteLength } from '../syntax/bytes.ts';
import type { ChainLine, Piece } from '../syntax/line.ts';
import { Eol } from '../syntax/lines.ts';
import { UNKNOWN } from '../syntax/template.ts';
import { nearest } from '../vocabulary/nearest.ts';
import type { RefusedBy } from '../vocabulary/schema.ts';
import { builtinChains, isPolicy, TABLE_NAMES } from '../vocabulary/tables.ts';
import { isVerdict, verdictCalled } from '../vocabulary/verdicts.ts';
import { EVERYONE, type Finding, LEGACY, NFT, type Report } from './finding.ts';
import { sayOtherTableOfPolicy } from './other-tables.ts';

/** Findings about tables and COMMIT. */
export function checkFrame(file: RulesFile, report: Report): void {
  const { template } = file.settings;
  if (template && file.unknownLines > 0) return;
  for (const line of file.strays) {
    if (hasMark(file, line)) reportMark(line, report);
    else
      report({
        code: 'outside-table',
        message:
          'This line stands outside of a table. A table begins with a line such as *filter and ends with COMMIT.',
        line,
        start: 0,
        end: file.lines.line(line).length,
      });
  }
  file.blocks.forEach((block, i) => {
    if (hasMark(file, block.firstLine)) reportMark(block.firstLine, report);
    checkHeader(file, block, report);
    if (block.commitLine < 0 && file.stop < 0) reportMissingCommit(file, block, file.blocks[i + 1], report);
  });
  checkLastLine(file, report);
}

function hasMark(file: RulesFile, line: number): boolean {
  return file.lines.line(line).startsWith('\uFEFF');
}

/** The mark that some editors put before the first character of a file; where files were joined it is further down. */
function reportMark(line: number, report: Report): void {
  const message =
    line === 0
      ? 'The file begins with a byte order mark, which the loader takes for a part of the first line. Save it as UTF-8 without one.'
      : 'A byte order mark stands here, as where files were joined, and the loader takes it for a part of the line. Take it out.';
  report({ code: 'byte-order-mark', message, line, start: 0, end: 1 });
}

/** A line with -V or -h, which loads and is hardly meant. */
export function checkReadingEnd(file: RulesFile, add: (finding: Finding) => void): void {
  if (file.stop < 0) return;
  add({
    code: 'reading-ends',
    severity: 'warning',
    message:
      'Here the loader prints its version or help and stops, as if all were well: nothing of this table, and nothing below, is loaded.',
    line: file.stop,
    start: 0,
    end: file.lines.line(file.stop).length,
  });
}

function checkHeader(file: RulesFile, block: TableBlock, report: Report): void {
  const line = block.firstLine;
  const { name } = block.header;
  if (!name) {
    report({
      code: 'unknown-table',
      message: `The * wants a table's name behind it: ${TABLE_NAMES.join(', ')}.`,
      line,
      start: 0,
      end: file.lines.line(line).length,
    });
  } else if (!block.table && !name.text.includes(UNKNOWN)) {
    const suggestions = nearest(name.text, TABLE_NAMES);
    const hint = suggestions[0] === undefined ? '' : ` Did you mean ${suggestions[0]}?`;
    report({
      code: 'unknown-table',
      message: `There is no table "${name.text}"; the tables are ${TABLE_NAMES.join(', ')}.${hint}`,
      line,
      start: name.start,
      end: name.end,
      suggestions,
    });
  }
}

function reportMissingCommit(file: RulesFile, block: TableBlock, next: TableBlock | undefined, report: Report): void {
  const name = block.header.name?.text ?? '';
  if (next) {
    report({
      code: 'missing-commit',
      message: `The table ${name} has no COMMIT before the next table begins; the loader takes this line for a rule.`,
      line: next.firstLine,
      start: 0,
      end: file.lines.line(next.firstLine).length,
    });
    return;
  }
  const last = file.lines.count - 1;
  report({
    code: 'missing-commit',
    message: `The table ${name} has no COMMIT, so nothing of it is loaded. End it with a line COMMIT.`,
    line: last,
    start: 0,
    end: file.lines.line(last).length,
  });
}

/** A last COMMIT without a line break is no COMMIT to the legacy loader. */
function checkLastLine(file: RulesFile, report: Report): void {
  const last = file.lines.count - 1;
  const block = file.blocks.at(-1);
  if (!block || block.commitLine !== last || file.lines.eol(last) !== Eol.none) return;
  if (file.entry(last).kind !== 'commit') return;
  report({
    code: 'missing-final-newline',
    message: 'The last line has no line break, without which this COMMIT is not read.',
    line: last,
    start: 0,
    end: 6,
    refusedBy: LEGACY,
  });
}

type Say = (refused: RefusedBy, code: string, message: string, part: Part, suggestions?: readonly string[]) => void;
type Part = { readonly start: number; readonly end: number };

/** Findings about one `:CHAIN POLICY [packets:bytes]` line; `sent`: the table's COMMIT is read. */
export function checkChainLine(
  file: RulesFile,
  block: TableBlock,
  entry: ChainLine,
  line: number,
  sent: boolean,
  report: Report,
): void {
  const say: Say = (refusedBy, code, message, { start, end }, suggestions) => {
    report({ code, message, line, start, end, refusedBy, ...(suggestions && { suggestions }) });
  };
  const { name, policy, counters } = entry;
  if ([name, policy, counters].some((piece) => piece?.text.includes(UNKNOWN))) return;
  if (!name) {
    const whole = { start: 0, end: file.lines.line(line).length };
    say(EVERYONE, 'bad-chain-line', 'The colon wants a chain and its policy behind it: :INPUT DROP [0:0].', whole);
    return;
  }
  if (isInPieces(entry, say) || hasBlanks(entry, say)) return;
  checkChainName(name, say);
  const chain = block.chains.get(name.text);
  if (chain && !chain.builtin && chain.declarations[0] !== line) {
    say(LEGACY, 'chain-exists', `The chain ${name.text} has a line above already.`, name);
  }
  const builtin = isBuiltin(block.table, name.text);
  if (!policy) {
    const wanted = builtin ? 'ACCEPT or DROP' : '-';
    say(EVERYONE, 'missing-policy', `The chain line has no policy: write ${wanted} behind the name.`, name);
    return;
  }
  if (builtin) checkPolicy(policy, sent ? EVERYONE : LEGACY, say);
  else if (policy.text !== '-') {
    const near = block.table && nearest(name.text, builtinChains(block.table))[0];
    const hint = near === undefined ? '' : ` Did you mean the built-in chain ${near}?`;
    const message =
      sayOtherTableOfPolicy(block.table, name.text) ??
      `Only built-in chains have a policy; ${name.text} takes -.${hint}`;
    say(LEGACY, 'policy-on-user-chain', message, policy, ['-']);
  }
  if (counters && policy.text !== '-' && !/^\[[ \t]*[-+]?\d+:[ \t]*[-+]?\d+/.test(counters.text)) {
    const message = 'The counters of a chain line are [packets:bytes].';
    say({ since: '1.8.11' }, 'bad-counters', message, counters);
  }
}

/** Two words, or words with a blank of another kind between them, where the name of a chain stands: one slip. */
function isInPieces({ name, policy, counters, rest }: ChainLine, say: Say): boolean {
  const odd = name ? LOOKALIKE.exec(name.text) : null;
  if (name && odd && policy?.text !== '-') {
    const start = name.start + odd.index;
    const message = `${characterName(odd[0])} looks like a plain character and is a part of the chain's name here; write the plain one.`;
    say(policy ? LEGACY : EVERYONE, 'wrong-character', message, { start, end: start + 1 });
    return true;
  }
  if (!name || !policy || !counters || !rest || !(counters.text === '-' || isPolicy(counters.text))) return false;
  const message = "A chain's name has no blanks: the second word is read as its policy.";
  say(LEGACY, 'target-name', message, { start: name.start, end: policy.end });
  return true;
}

/** A carriage return, form feed or vertical tab in a chain's name: a blank to nft alone. */
function hasBlanks({ name, policy }: ChainLine, say: Say): boolean {
  const odd = name ? /[\v\f\r]/.exec(name.text) : null;
  if (!name || !odd) return false;
  const start = name.start + odd.index;
  const isOwn = policy?.text === '-';
  const why = isOwn ? ', and iptables-nft takes no blanks in a name.' : '; take it out.';
  const message = `${characterName(odd[0])} is a part of the chain's name here${why}`;
  say(isOwn ? NFT : EVERYONE, 'target-name', message, { start, end: start + 1 });
  return true;
}

function characterName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Before 1.8.9 nft looked at no name of a chain line. */
const NFT_SINCE_9: RefusedBy = { backend: 'nft', since: '1.8.9' };

function checkChainName(name: Piece, say: Say): void {
  if (byteLength(name.text) > 28) say(EVERYONE, 'chain-name-too-long', "A chain's name has at most 28 bytes.", name);
  if (isVerdict(name.text)) {
    const message = `${name.text} is a verdict, and no chain may have its name.`;
    say({ ...LEGACY, also: NFT_SINCE_9 }, 'chain-clashes-with-target', message, name);
  }
  if (/^[-!]/.test(name.text)) {
    say(NFT_SINCE_9, 'chain-name-start', `A chain's name may not begin with "${name.text.charAt(0)}".`, name);
  }
}

function checkPolicy(policy: Piece, refusedBy: RefusedBy, say: Say): void {
  if (isPolicy(policy.text) || policy.text === '-') return;
  const { message, suggestions } = wrongPolicy(policy.text);
  say(refusedBy, 'bad-policy', message, policy, suggestions);
}

/** What there is to say of a word that is no policy. */
export function wrongPolicy(text: string): { readonly message: string; readonly suggestions: readonly string[] } {
  const called = verdictCalled(text)?.filter(isPolicy);
  if (called?.length)
    return { message: `"${text}" is no policy; iptables says ${called.join(' or ')}.`, suggestions: called };
  const upper = text.toUpperCase();
  const why = upper === 'REJECT' ? ' To reject, set DROP and end the chain with a rule -j REJECT.' : '';
  return {
    message: `"${text}" is no policy; a built-in chain has ACCEPT or DROP.${why}`,
    suggestions: isPolicy(upper) ? [upper] : ['DROP', 'ACCEPT'],
  };
}
