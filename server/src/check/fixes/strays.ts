// Words that belong to no option: a value written in pieces, a sign or an option that was forgotten, a comment.

import { isProgram } from '../../ruleset/odd-words.ts';
import { Role } from '../../ruleset/rule.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import { nearest } from '../../vocabulary/nearest.ts';
import { type Fix, type Fixer, insertLines, replaceColumns } from '../fix.ts';
import { mendAddress } from './addresses.ts';
import { mendPorts } from './ports.ts';
import { asWord, type RuleLine, ruleLine } from './rule-line.ts';
import { ruleForEach } from './two-rules.ts';
import { wrongValueAt } from './wrong-value.ts';

/** Places for words that belong to no option, the likeliest first; removing them is the last. */
export const placeStrayWords: Fixer = (file, { line, start, end }) => {
  const rule = ruleLine(file, line);
  const word = rule.wordAt(start);
  const raw = rule.text.substring(start, end);
  const fixes: Fix[] = [];
  fixes.push(...wrongBlank(rule, raw, start));
  if (word === 0) fixes.push(...forgottenSign(file, rule, raw));
  else {
    fixes.push(...asComment(file, rule, start, end), ...asTarget(file, rule, word, raw));
    fixes.push(...asOption(rule, word), ...joinStrays(file, rule, word - 1));
  }
  const placed = fixes.map((fix, i) => ({ ...fix, preferred: i === 0 }));
  if (word > 0 || start > 0) {
    const isNoise = fixes.length === 0 && !/^[-!]/.test(raw) && !/^-./.test(rule.word(word - 1));
    placed.push({ title: `Remove ${raw}`, edits: [rule.without({ start, end })], preferred: isNoise });
  }
  return placed;
};

/** `INPUT DROP [0:0]` without its colon, `A INPUT` without its dash, `INPUT -i lo` without its command, `COMMITT`. */
function forgottenSign(file: RulesFile, rule: RuleLine, raw: string): Fix[] {
  const block = file.blockAt(rule.line);
  const isChain = block?.chains.get(raw)?.declared === true;
  if (isChain) return [{ title: 'Add -A before it', edits: [rule.before(rule.stretch(0, 0), '-A')], preferred: true }];
  const put = /^[\w-]+\s+(?:ACCEPT|DROP|-)(?:\s|$)/.test(raw) ? ':' : /^[ADIN]\s/.test(rule.text) ? '-' : undefined;
  if (put !== undefined && rule.reading.words[0]?.start === 0)
    return [
      { title: `Add ${put} before it`, edits: [replaceColumns(rule.line, 0, 0, put)], preferred: true, safe: true },
    ];
  if (raw === rule.text.trim() && block && block.commitLine < 0 && nearest(raw, ['COMMIT']).length > 0)
    return [
      { title: 'Change to COMMIT', edits: [replaceColumns(rule.line, 0, rule.text.length, 'COMMIT')], preferred: true },
    ];
  // `$ iptables`, `root# iptables`: the prompt came along with the command.
  const last = raw.split(/\s+/).length - 1;
  if (last < 1 || !isProgram(rule.word(last))) return [];
  const edits = [rule.without(rule.stretch(0, last))];
  return [{ title: `Remove ${raw}`, edits, preferred: true }];
}

/** `// why` and `; why` are comments elsewhere. */
function asComment(file: RulesFile, rule: RuleLine, start: number, end: number): Fix[] {
  const text = /^(?:\/\/|;)\s*(\S.*)$/.exec(rule.text.substring(start, end))?.[1];
  if (text === undefined || end < rule.text.trimEnd().length) return [];
  const edits = [insertLines(file, rule.line, [`# ${text}`]), rule.without({ start, end: rule.text.length })];
  return [{ title: 'Move it to a comment line above', edits, preferred: true }];
}

/** `- j ACCEPT` has a blank too many, `!-i lo` one too few. */
function wrongBlank(rule: RuleLine, raw: string, start: number): Fix[] {
  if (/^!-./.test(raw))
    return [
      {
        title: 'Add a space after the !',
        edits: [...raw.matchAll(/(?<=^|\s)!(?=-)/g)].map(({ index }) =>
          replaceColumns(rule.line, start + index + 1, start + index + 1, ' '),
        ),
        preferred: true,
        safe: true,
      },
    ];
  const blanks = /^-([ \t]+)[-a-zA-Z]/.exec(rule.text.substring(start))?.[1]?.length;
  if (blanks === undefined) return [];
  const edits = [replaceColumns(rule.line, start + 1, start + 1 + blanks, '')];
  return [{ title: 'Remove the space after the -', edits, preferred: true }];
}

/** The name of a chain of one's own in a rule without a target. */
function asTarget(file: RulesFile, { reading, line }: RuleLine, word: number, name: string): Fix[] {
  const chain = file.blockAt(line)?.chains.get(name);
  if (reading.object !== undefined || !chain?.declared || chain.builtin) return [];
  const { start, end } = reading.columns(word);
  return [{ title: `Write -j ${name}`, edits: [replaceColumns(line, start, end, `-j ${name}`)], preferred: true }];
}

/** The option that a value alone behind the name of a match or target is meant for. */
const OPTION_OF: ReadonlyMap<string, string> = new Map([
  ['comment', '--comment'],
  ['conntrack', '--ctstate'],
  ['iprange', '--src-range'],
  ['limit', '--limit'],
  ['mac', '--mac-source'],
  ['mark', '--mark'],
  ['multiport', '--dports'],
  ['state', '--state'],
  ['DNAT', '--to-destination'],
  ['LOG', '--log-prefix'],
  ['MARK', '--set-mark'],
  ['REDIRECT', '--to-ports'],
  ['REJECT', '--reject-with'],
  ['SNAT', '--to-source'],
]);

/** `-m state NEW` without --state, `-j REJECT tcp-reset` without --reject-with. */
function asOption(rule: RuleLine, word: number): Fix[] {
  const role = rule.reading.words[word - 1]?.role;
  const isName = role === Role.match || role === Role.target;
  const name = isName ? OPTION_OF.get(rule.word(word - 1)) : undefined;
  if (name === undefined) return [];
  return [{ title: `Add ${name} before it`, edits: [rule.before(rule.stretch(word, word), name)], preferred: true }];
}

/** What a value in pieces may be made of; signs of a shell or of a template are something else. */
const PIECE = /^(?:[\w.,:/*+-]+|&)$/;

/** The last of the words behind a value that belong to no option. */
function lastStray(rule: RuleLine, from: number): number {
  const { words } = rule.reading;
  const isStray = (word: number) =>
    word < words.length && words[word]?.role === Role.unknown && !/^(?:[!#]|-.)/.test(rule.word(word));
  let last = from;
  while (isStray(last + 1)) last++;
  return last;
}

/** The value at a word with the words behind it that belong to no option, as one: `NEW, ESTABLISHED`, `5 / min`, `tcp udp`. */
export function joinStrays(file: RulesFile, rule: RuleLine, word: number): Fix[] {
  const { reading } = rule;
  const last = lastStray(rule, word);
  const wrong = last === word ? undefined : wrongValueAt(rule, word);
  const found = reading.words[word]?.found;
  if (!wrong || !found || /^-/.test(wrong.text)) return [];
  const columns = { start: wrong.columns.start, end: reading.words[last]?.end ?? wrong.columns.end };
  const raw = rule.text.substring(columns.start, columns.end);
  if (found.kind === 'extension' && found.option.values[reading.words[word]?.part ?? 0]?.kind === 'text')
    return inQuotes(rule, columns, raw);
  if (found.kind === 'generic' && !/^[sdpio]$/.test(wrong.name)) return [];
  if (!raw.split(/\s+/).every((piece) => PIECE.test(piece))) return [];
  const closed = raw
    .replace(/\s+(?:or|and|&)\s+/g, ',')
    .replace(/\s*([,/:])\s*|\s+(-)\s+/g, '$1$2')
    .replace(/\s+per\s+/, '/');
  const text = closed.replace(/\s+/g, ',').replace(/,+/g, ',').replace(/,$/, '');
  if (/^[pio]$/.test(wrong.name)) return wrong.negated ? [] : ruleForEach(file, rule, columns, text.split(','));
  const whole = { ...wrong, text, columns };
  const title = closed === text && !text.includes(',') ? `Change to ${text}` : `Write the list ${text}`;
  const isSafe = closed === text && /[,/:]/.test(raw);
  const plain: Fix = { title, edits: [rule.replace(columns, text)], safe: isSafe };
  return [plain, ...mendPorts(file, whole), ...mendAddress(file, whole)];
}

/** Free text of several words; quotes of another kind around it go, those in it stay. */
function inQuotes(rule: RuleLine, columns: { readonly start: number; readonly end: number }, raw: string): Fix[] {
  const bare = /^(["'`])(.*)\1$/.exec(raw)?.[2] ?? raw.replaceAll('"', '');
  const edits = [rule.replace(columns, asWord(bare))];
  return [{ title: 'Put the words in quotes', edits, preferred: true, safe: true }];
}
