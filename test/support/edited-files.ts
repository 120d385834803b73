// Owns made-up rules files and edits of them: every command, chains of every kind, tables cut in pieces.
import fc from 'fast-check';
import type { FileSettings, RulesFile } from '../../server/src/ruleset/rules-file.ts';
import type { Range } from '../../server/src/syntax/lines.ts';

const pick = <T>(...values: readonly T[]) => fc.constantFrom(...values);
/** Chains that are built in, of one's own, called like a target, and mistyped. */
const chain = pick(
  ...['INPUT', 'OUTPUT', 'FORWARD', 'PREROUTING', 'web', 'ssh', 'web', 'ssh'],
  ...['LOG', 'MARK', 'nosuch', 'standard'],
);
const own = pick('web', 'ssh', 'late', 'LOG', 'MARK', 'INPUT');
const number = pick('1', '1', '2', '3', '5', '0');
const body = pick(
  '-i lo -j ACCEPT',
  '-o lo -j ACCEPT',
  '-m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT',
  '-j LOG --log-prefix "in: "',
  '-j LOG',
  '-p tcp --dport 22 -j ssh',
  '-p tcp --dport 22 -j ACCEPT',
  '-p tcp --dport 23 -j ACCEPT',
  '-s 192.0.2.1,192.0.2.2 -j web',
  '-s 192.0.2.2 -j web',
  '-c 1 2 -j ACCEPT',
  '-j ACCEPT\0 -i lo',
  '-j web',
  '-j ssh',
  '-g web',
  '-g LOG',
  '-j MARK',
  '-j MARK --set-mark 1',
  '-j nowhere',
  '-j INPUT',
  '-j accept',
  '-j ACCEPT',
  '-j DROP',
  '-m owner --uid-owner 0 -j ACCEPT',
  '-p tcp -j DNAT --to-destination 192.0.2.1',
  '-p tcp -j REJECT --reject-with tcp-reset',
  '-j CT --notrack',
  '--dport 22 -j ACCEPT',
  '-p tcp --dport 70000 -j ACCEPT # why',
  '-j web --nothing',
  '-j nowhere --nothing',
  '',
);
const command = fc.oneof(
  fc.tuple(pick('-A', '-A', '-A', '-A', '-I', '-D', '-C'), chain, body).map((words) => words.join(' ')),
  fc.tuple(pick('-I', '-R'), chain, number, body).map((words) => words.join(' ')),
  fc.tuple(pick('-D', '-Z', '-S', '-L'), chain, number).map((words) => words.join(' ')),
  fc.tuple(pick('-N', '-F', '-X', '-Z', '-L', '-S'), chain).map((words) => words.join(' ')),
  fc.tuple(pick('-E'), own, own).map((words) => words.join(' ')),
  fc.tuple(pick('-P'), chain, pick('ACCEPT', 'DROP', 'accept', 'web')).map((words) => words.join(' ')),
  pick(
    '-F',
    '-X',
    '-Z',
    '-L',
    '-L -Z',
    '-L web -Z',
    '-S',
    '-N',
    '-P INPUT',
    '-E web',
    '-F web extra',
    '-X -F',
    '-t nat -A INPUT -j web',
  ),
  pick('-V', '-4 -A INPUT -j web', '-6 -A INPUT -j nowhere', '-A INPUT -j web -h', '-A web -V --nothing', '-N late -h'),
);
const frame = pick(
  '',
  '# a comment',
  '# iptables-lint-disable-next-line bare-flush, unknown-target -- why',
  '# iptables-lint-disable log-before-accept, redundant-rule',
  '# iptables-lint-enable log-before-accept, nothing',
  '# iptables-lint-disable-file default-deny-without-loopback, unused-suppression',
  '*filter',
  '*nat',
  '*mangle',
  '*mangel',
  'COMMIT',
  'COMMIT ',
  'COMMIT\0',
  'junk',
  '\0',
  ':',
  ':we\vb - [0:0]',
  ':INPUT',
);
const chainLine = fc.tuple(chain, pick('-', 'ACCEPT', 'DROP', '-')).map(([name, policy]) => `:${name} ${policy} [0:0]`);
/** One line: a command, a chain line, or one of the frame. */
export const line = fc.oneof(
  { arbitrary: command, weight: 6 },
  { arbitrary: chainLine, weight: 2 },
  { arbitrary: frame, weight: 1 },
);
const eol = pick('\n', '\n', '\n', '\n', '\n', '\n', '\r\n', '\r', '');
const text = fc
  .array(fc.tuple(line, eol), { maxLength: 14 })
  .map((parts) => parts.map((pair) => pair.join('')).join(''));
const table = fc
  .tuple(pick('filter', 'filter', 'nat', 'mangle'), text)
  .map(([name, rules]) => `*${name}\n:INPUT DROP [0:0]\n:web - [0:0]\n:ssh - [0:0]\n${rules}\nCOMMIT\n`);
/** A text of some tables, mostly. */
export const file = fc.oneof(
  { arbitrary: text, weight: 1 },
  { arbitrary: table, weight: 4 },
  { arbitrary: fc.tuple(table, table).map((both) => both.join('')), weight: 1 },
);
const scrap = fc
  .record({
    from: fc.tuple(fc.nat(20), fc.nat(50)),
    to: fc.tuple(fc.nat(3), fc.nat(50)),
    insert: fc.oneof(pick('', 'x', ' ', '-', '\n', '"', '#', 'web', 'COMMIT\n', ' x', '\r'), text, line),
  })
  .map(({ from, to, insert }): Edit => {
    const end = { line: from[0] + (to[0] === 3 ? 1 : 0), character: to[0] === 0 ? from[1] : to[1] };
    return () => ({ range: { start: { line: from[0], character: from[1] }, end }, insert });
  });
const exchange = fc.tuple(fc.nat(20), line).map(
  ([at, insert]): Edit =>
    () => ({ range: wholeLines(at, at), insert }),
);
const swap = fc.nat(20).map(
  (at): Edit =>
    ({ lines }) => ({
      range: wholeLines(at, at + 1),
      insert: `${lines.line(at + 1)}\n${lines.line(at)}`,
    }),
);
const double = fc.nat(20).map(
  (at): Edit =>
    ({ lines }) => ({
      range: wholeLines(at, at),
      insert: `${lines.line(at)}\n${lines.line(at)}`,
    }),
);
const removal = fc.nat(20).map(
  (at): Edit =>
    () => ({
      range: { start: { line: at, character: 0 }, end: { line: at + 1, character: 0 } },
      insert: '',
    }),
);

function wholeLines(first: number, last: number): Range {
  return { start: { line: first, character: 0 }, end: { line: last, character: 1000 } };
}

/** What to put in the place of what, in a file as it is. */
export type Edit = (file: RulesFile) => { readonly range: Range; readonly insert: string };

/** Most edits put a line in another's place. */
export const edits = fc.array(fc.oneof(scrap, exchange, exchange, swap, double, removal), { maxLength: 8 });

export const settings = fc.record({
  // With a name of its own a file shares nothing that it learns about rules with another.
  extensions: fc.constant(['NOTHING']),
  backend: pick<FileSettings['backend']>('both', 'both', 'nft', 'legacy'),
  fragment: pick(false, false, false, true),
  template: pick(false, false, false, false, true),
});
