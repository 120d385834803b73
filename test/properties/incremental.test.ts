// A file that is edited says the same as the edited text read anew, whatever the edits.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findingsOf } from '../../server/src/lint/lint-file.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../server/src/ruleset/rules-file.ts';

const LINES = [
  '',
  '# a comment',
  '*filter',
  '*nat',
  '*mangel',
  ':INPUT ACCEPT [0:0]',
  ':INPUT DROP [0:0]',
  ':OUTPUT DROP [0:0]',
  ':FORWARD ACCEPT [0:0]',
  ':web - [0:0]',
  ':ssh - [0:0]',
  'COMMIT',
  'COMMIT ',
  '-P INPUT DROP',
  '-N late',
  '-F web',
  '-X ssh',
  '-A INPUT -i lo -j ACCEPT',
  '-A OUTPUT -o lo -j ACCEPT',
  '-A INPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT',
  '-A INPUT -j LOG --log-prefix "in: "',
  '-A INPUT -p tcp --dport 22 -j ssh',
  '-A INPUT -j web',
  '-A OUTPUT -j web',
  '-A web -g ssh',
  '-A web -j LOG',
  ':LOG - [0:0]',
  '-F',
  '-R INPUT 1 -j LOG',
  '-Z INPUT 1',
  '-A ssh -j web',
  '-A ssh -m owner --uid-owner 0 -j ACCEPT',
  '-A web -j DNAT --to-destination 192.0.2.1',
  '-A web -j nowhere',
  '-A late -j ACCEPT',
  '-I INPUT 3 -j ACCEPT',
  '-D INPUT 1',
  '-A INPUT --dport 22 -j ACCEPT',
  '-A INPUT -p tcp --dport 70000 -j ACCEPT # why',
  '-A INPUT -j INPUT',
  '-V',
  '-4 -A INPUT -j ACCEPT',
  '-6 -A INPUT -j ACCEPT',
  '-A web -c 1 2 -j ACCEPT',
  '-Z web',
  '-L -Z',
  '-D web -j ACCEPT',
  '-A web -s 192.0.2.1,192.0.2.2 -j RETURN',
  '-D web -s 192.0.2.2 -j RETURN',
  '-I web 2 -s 192.0.2.2 -j RETURN',
  '-A INPUT -j ACCEPT\0 -i lo',
  'COMMIT\0',
  '\0',
  ':we\vb - [0:0]',
];
const line = fc.constantFrom(...LINES);
const eol = fc.constantFrom('\n', '\n', '\n', '\n', '\r\n', '');
const text = fc
  .array(fc.tuple(line, eol), { maxLength: 14 })
  .map((parts) => parts.map((pair) => pair.join('')).join(''));
const frame = text.map((body) => `*filter\n:INPUT DROP [0:0]\n:web - [0:0]\n:ssh - [0:0]\n${body}\nCOMMIT\n`);
const edit = fc.record({
  from: fc.tuple(fc.nat(18), fc.nat(50)),
  to: fc.tuple(fc.nat(3), fc.nat(50)),
  insert: fc.oneof(fc.constantFrom('', 'x', ' ', '-', '\n', '"', '#', 'web', 'COMMIT\n'), text, line),
});

test('findings after edits equal those of the text read anew', () => {
  fc.assert(
    fc.property(fc.oneof(text, frame), fc.array(edit, { maxLength: 6 }), (start, edits) => {
      const file = new RulesFile(start);
      findingsOf(file);
      for (const { from, to, insert } of edits) {
        const range = {
          start: { line: from[0], character: from[1] },
          end: { line: from[0] + (to[0] === 3 ? 1 : 0), character: to[0] === 0 ? from[1] : to[1] },
        };
        file.edit(range, insert);
        expect(findingsOf(file)).toEqual(findingsOf(new RulesFile(file.lines.text(), DEFAULT_SETTINGS)));
      }
    }),
    { numRuns: 3000 },
  );
});

test('no text makes it throw, and every mark lies on its line', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.oneof(line, fc.string({ maxLength: 8 })), { maxLength: 12 }).map((words) => words.join(' ')),
    frame,
  );
  fc.assert(
    fc.property(hostile, fc.constantFrom<4 | 6>(4, 6), (whole, family) => {
      const file = new RulesFile(whole, { ...DEFAULT_SETTINGS, family });
      for (const { line: at, start, end, message } of findingsOf(file)) {
        expect(message).not.toBe('');
        expect(at).toBeLessThan(file.lineCount);
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(file.lines.line(at).length);
      }
    }),
    { numRuns: 3000 },
  );
});
