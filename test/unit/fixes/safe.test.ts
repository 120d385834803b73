// Owns the proof that the safe fixes of a file come to an end, change no other line and leave nothing safe undone.
import { describe, expect, it } from 'vitest';
import { fixAllOf } from '../../../server/src/features/fix-all.ts';
import type { FixKind } from '../../../server/src/lint/fixing/choice.ts';
import { fixedAll } from '../../../server/src/lint/fixing/fix-all.ts';
import { allFixesFor } from '../../../server/src/lint/lint-file.ts';
import { describeWithIptables, refusalsOf } from '../../support/iptables.ts';
import { applied, errorsIn, readFile } from './apply.ts';
import { allRows } from './rows.ts';

/** The text with its fixes made, the safe ones where nothing else is said. */
function cleaned(text: string, kind: FixKind = 'safe'): string {
  return fixedAll(readFile(text, 4), { kind, packets: true })?.text ?? text;
}

const MESSY = `*filter
:INPUT drop [0:0]
:LATE - [0:0]
sudo iptables -t filter -A INPUT -i lo -j accept # local
-A INPUT -m conntrack --ctstate ESTABLISHED, RELATED -j ACCEPT
-A INPUT -s ! 192.0.2.1 -m comment --comment 'not from there' \u2013j DROP
-A INPUT --dport 22 -p tcp -j ACCEPT
-A INPUT -p tcp --dport 80,443 \\
    -j ACCEPT
  # the rest
-A INPUT -j LATER
commit
`;

const CLEAN = `*filter
:INPUT DROP [0:0]
:LATE - [0:0]
# local
-A INPUT -i lo -j ACCEPT
-A INPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT
-A INPUT ! -s 192.0.2.1 -m comment --comment "not from there" -j DROP
-A INPUT -p tcp --dport 22 -j ACCEPT
-A INPUT -p tcp -m multiport --dports 80,443 -j ACCEPT
# the rest
-A INPUT -j LATER
COMMIT
`;

describe('safe fixes', () => {
  it('mend notation and leave what could be meant otherwise', () => {
    expect(cleaned(MESSY)).toBe(CLEAN);
    expect(errorsIn(CLEAN, 4).map(({ code }) => code)).toEqual(['unknown-target']);
  });

  it('mend a last line that has nothing behind it', () => {
    for (const last of ['COMMIT # done', ' COMMIT', 'commit'])
      expect(cleaned(`*filter\n-A INPUT -j ACCEPT\n${last}`)).toMatch(/ACCEPT\n(?:# done\n)?COMMIT\n$/);
  });

  it('keep a COMMIT that a byte order mark put out of its table', () => {
    const tables = '*filter\n:INPUT DROP [0:0]\nCOMMIT\n# next\n*nat\nCOMMIT\n';
    expect(cleaned(`\ufeff${tables}`)).toBe(tables);
  });

  it.each(['\n', '\r\n'])('of very many lines are those of each line (%j)', (eol) => {
    const table = (lines: readonly string[], end = eol) =>
      ['*filter', ':INPUT DROP [0:0]', ...lines, 'COMMIT'].map((line) => line + end).join('');
    const kinds = [
      '--dport 22 -j ACCEPT # ssh',
      '\u2013-dport 80 -j ACCEPT',
      '--dport 443 -j accept # web',
      '-j ACCEPT',
    ];
    const lines = Array.from({ length: 600 }, (_, i) => `-A INPUT -s 10.0.${i >> 8}.${i & 255} -p tcp ${kinds[i % 4]}`);
    const few = (from: number) =>
      cleaned(table(lines.slice(from, from + 100)))
        .split('\n')
        .slice(2, -2);
    expect(cleaned(table(lines))).toBe(table([0, 100, 200, 300, 400, 500].flatMap(few), '\n'));
  });

  it('make no rules for several protocols of one that excludes them', () => {
    const text = '*filter\n-A INPUT ! -p tcp,udp -j DROP\nCOMMIT\n';
    expect(cleaned(text)).toBe(text);
  });

  it('come as one edit that leaves no carriage return', () => {
    const file = readFile('*filter\r\n-A INPUT -j ACCEPT\r\nCOMMIT\r\n', 4);
    const edits = fixAllOf(file).map(({ range, newText }) => ({ range, text: newText }));
    expect(applied(file.lines.text(), edits)).toBe('*filter\n-A INPUT -j ACCEPT\nCOMMIT\n');
  });

  it('leave a file alone that loads', () => {
    const file = readFile('*filter\n:INPUT DROP [0:0]\n-A INPUT -i lo -j ACCEPT\nCOMMIT\n', 4);
    expect(fixedAll(file, { kind: 'safe', packets: true })).toBeUndefined();
    expect(fixAllOf(file)).toEqual([]);
  });

  it('come to an end for every row, with no more errors than before', () => {
    for (const { text, family } of allRows()) {
      if (family === 6) continue;
      const result = cleaned(text);
      expect(errorsIn(result, 4).length).toBeLessThanOrEqual(errorsIn(text, 4).length);
      expect(cleaned(result)).toBe(result);
    }
  });
});

describe('fixes that are not safe', () => {
  it('are the first of each finding', () => {
    const [above, below] = ['-A OUTPUT -d 10.0.0.0/8 -j DROP\n', '-A OUTPUT -d 10.0.0.1 -j ACCEPT\n'];
    const inOrder = (...rules: readonly string[]) => `*filter\n:OUTPUT ACCEPT [0:0]\n${rules.join('')}COMMIT\n`;
    expect(cleaned(inOrder(above, below))).toBe(inOrder(above, below));
    expect(cleaned(inOrder(above, below), 'any')).toBe(inOrder(below, above));
  });

  it('turn no rule into a comment', () => {
    const text = '*filter\n:INPUT ACCEPT [0:0]\n-A INPUT -p tcp --dport 99999 -j DROP\nCOMMIT\n';
    const file = readFile(text, 4);
    expect(errorsIn(text, 4).map((finding) => allFixesFor(file, finding)[0]?.title)).toEqual(['Comment the line out']);
    expect(cleaned(text, 'any')).toBe(text);
  });

  it('come to an end for every row, with no more errors than before', () => {
    for (const { text, family } of allRows()) {
      if (family === 6) continue;
      expect(errorsIn(cleaned(text, 'any'), 4).length, text).toBeLessThanOrEqual(errorsIn(text, 4).length);
    }
  });
});

describeWithIptables(describe, 'safe fixes and the real tools', () => {
  it('make the messy file load but for the chain that is not sure', () => {
    expect(refusalsOf(CLEAN.replace('-j LATER', '-j LATE'), 4)).toEqual([]);
  });
});
