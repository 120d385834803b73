// Owns the proof that the safe fixes of a file come to an end, change no other line and leave nothing safe undone.
import { describe, expect, it } from 'vitest';
import { safeFixesOf } from '../../../server/src/check/fixes/safe.ts';
import { fixAllOf } from '../../../server/src/features/fix-all.ts';
import { describeWithIptables, refusalsOf } from '../../support/iptables.ts';
import { applied, errorsIn, readFile } from './apply.ts';
import { allRows } from './rows.ts';

const MOST_ROUNDS = 10;

/** The text with its safe fixes made, round by round, and how many rounds that took. */
function cleaned(text: string): { readonly text: string; readonly rounds: number } {
  let now = text;
  for (let rounds = 0; rounds <= MOST_ROUNDS; rounds++) {
    const fixes = safeFixesOf(readFile(now, 4));
    if (fixes.length === 0) return { text: now, rounds };
    now = applied(
      now,
      fixes.flatMap(({ edits }) => edits),
    );
  }
  throw new Error('The safe fixes come to no end.');
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
    expect(cleaned(MESSY).text).toBe(CLEAN);
    expect(errorsIn(CLEAN, 4).map(({ code }) => code)).toEqual(['unknown-target']);
  });

  it('mend a last line that has nothing behind it', () => {
    for (const last of ['COMMIT # done', ' COMMIT', 'commit'])
      expect(cleaned(`*filter\n-A INPUT -j ACCEPT\n${last}`).text).toMatch(/ACCEPT\n(?:# done\n)?COMMIT\n$/);
  });

  it('keep a COMMIT that a byte order mark put out of its table', () => {
    const tables = '*filter\n:INPUT DROP [0:0]\nCOMMIT\n# next\n*nat\nCOMMIT\n';
    expect(cleaned(`\ufeff${tables}`).text).toBe(tables);
  });

  it('make no rules for several protocols of one that excludes them', () => {
    const text = '*filter\n-A INPUT ! -p tcp,udp -j DROP\nCOMMIT\n';
    expect(cleaned(text).text).toBe(text);
  });

  it('come as one edit that leaves no carriage return', () => {
    const file = readFile('*filter\r\n-A INPUT -j ACCEPT\r\nCOMMIT\r\n', 4);
    const edits = fixAllOf(file).map(({ range, newText }) => ({ range, text: newText }));
    expect(applied(file.lines.text(), edits)).toBe('*filter\n-A INPUT -j ACCEPT\nCOMMIT\n');
  });

  it('leave a file alone that loads', () => {
    expect(cleaned('*filter\n:INPUT DROP [0:0]\n-A INPUT -i lo -j ACCEPT\nCOMMIT\n').rounds).toBe(0);
  });

  it('come to an end for every row, with no more errors than before', () => {
    for (const { text, family } of allRows()) {
      if (family === 6) continue;
      const result = cleaned(text);
      expect(errorsIn(result.text, 4).length).toBeLessThanOrEqual(errorsIn(text, 4).length);
      expect(cleaned(result.text).rounds).toBe(0);
    }
  });
});

describeWithIptables(describe, 'safe fixes and the real tools', () => {
  it('make the messy file load but for the chain that is not sure', () => {
    expect(refusalsOf(CLEAN.replace('-j LATER', '-j LATE'), 4)).toEqual([]);
  });
});
