// Owns what the restrictive baseline puts into a file: only what is missing, at its place, once.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { administrationProblem, insertBaseline } from '../../../server/src/features/edits/index.ts';
import type { Administration } from '../../../server/src/features/edits/protocol.ts';
import { describeWithIptables, refusalsOf } from '../../support/iptables.ts';
import { anyFile, applied, fileOf, linesOf, rulesFile } from './apply.ts';

const SSH: Administration = { kind: 'ssh', port: 22, sources: [] };
const CONSOLE: Administration = { kind: 'console' };

function baseline(text: string, administration: Administration = SSH, family: 4 | 6 = 4): string {
  const lines = linesOf(text);
  return applied(lines, insertBaseline(fileOf(lines, family), administration));
}

/** The lines without comments and blanks. */
function rulesOf(text: string): string[] {
  return linesOf(text).filter((line) => line !== '' && !line.startsWith('#'));
}

const LOG_IN = '-A INPUT -m limit --limit 5/min -j LOG --log-prefix "iptables denied: " --log-level 7';
const LOG_OUT = '-A OUTPUT -m limit --limit 5/min -j LOG --log-prefix "iptables denied out: " --log-level 7';
const ESTABLISHED_OUT = '-A OUTPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT';
const ESTABLISHED_IN = '-A INPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT';
const SSH_IN = '-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT';
const POLICIES = [':INPUT DROP [0:0]', ':FORWARD DROP [0:0]', ':OUTPUT DROP [0:0]'];
const LOOPBACK_IN = '-A INPUT -i lo -j ACCEPT';
const LOOPBACK_OUT = '-A OUTPUT -o lo -j ACCEPT';
const WHOLE = [
  '*filter',
  ...POLICIES,
  ESTABLISHED_IN,
  ESTABLISHED_OUT,
  LOOPBACK_IN,
  LOOPBACK_OUT,
  SSH_IN,
  LOG_IN,
  LOG_OUT,
  'COMMIT',
];

describe('the baseline in an empty file', () => {
  it.each([
    ['nothing', ''],
    ['blank lines', '\n\n'],
    ['an empty table', '*filter\nCOMMIT\n'],
    ['a table cut off', '*filter'],
  ])('is whole: %s', (_name, text) => {
    expect(rulesOf(baseline(text))).toEqual(WHOLE);
  });

  it('takes no lines at all', () => {
    expect(rulesOf(applied([], insertBaseline(fileOf([]), SSH)))).toEqual(WHOLE);
  });

  it('ends in one line end', () => {
    expect(baseline('')).toMatch(/\nCOMMIT\n$/);
    expect(baseline('*filter\nCOMMIT')).toMatch(/\nCOMMIT\n$/);
  });

  it('opens SSH on another port, from each address alone', () => {
    const rules = rulesOf(baseline('', { kind: 'ssh', port: 2222, sources: ['192.0.2.7', '198.51.100.0/24'] }));
    expect(rules.filter((rule) => rule.includes('dport'))).toEqual([
      '-A INPUT -s 192.0.2.7 -p tcp -m tcp --dport 2222 -j ACCEPT',
      '-A INPUT -s 198.51.100.0/24 -p tcp -m tcp --dport 2222 -j ACCEPT',
    ]);
  });

  it('opens nothing for a console', () => {
    expect(rulesOf(baseline('', CONSOLE))).toEqual(WHOLE.filter((rule) => rule !== SSH_IN));
  });

  it('lets through what IPv6 needs', () => {
    const text = baseline('', SSH, 6);
    for (const type of [
      'neighbour-solicitation',
      'neighbour-advertisement',
      'packet-too-big',
      'time-exceeded',
      'parameter-problem',
    ]) {
      for (const chain of ['INPUT', 'OUTPUT']) {
        expect(text).toContain(`-A ${chain} -p ipv6-icmp -m icmp6 --icmpv6-type ${type} -j ACCEPT\n`);
      }
    }
    expect(text).toContain('-A INPUT -p ipv6-icmp -m icmp6 --icmpv6-type router-advertisement -j ACCEPT');
    expect(text).toContain('-A OUTPUT -p ipv6-icmp -m icmp6 --icmpv6-type router-solicitation -j ACCEPT');
  });
});

describe('the baseline in a file that has rules', () => {
  it('stands behind other tables, which stay as they are', () => {
    const nat = '*nat\n:POSTROUTING ACCEPT [0:0]\n-A POSTROUTING -o eth0 -j MASQUERADE\nCOMMIT\n';
    const text = baseline(nat);
    expect(text.startsWith(`${nat}\n*filter\n`)).toBe(true);
    expect(rulesOf(text.slice(nat.length))).toEqual(WHOLE);
  });

  it('knows equal rules in another spelling', () => {
    const text = [
      '*filter',
      ':INPUT DROP [0:0]',
      ':FORWARD DROP [0:0]',
      ':OUTPUT DROP [0:0]',
      '-A INPUT --jump ACCEPT --in-interface lo',
      '-A INPUT -m state --state RELATED,ESTABLISHED -j ACCEPT',
      '-A OUTPUT -o lo -m comment --comment "own traffic" -j ACCEPT',
      '-A OUTPUT -m conntrack --ctstate NEW,ESTABLISHED,RELATED -j ACCEPT',
      '-A INPUT -p tcp -m multiport --dports 80,22 -m conntrack --ctstate NEW -j ACCEPT',
      '-A INPUT -j LOG --log-prefix "in "',
      '-A OUTPUT -m limit --limit 3/min -j NFLOG',
      'COMMIT',
      '',
    ].join('\n');
    expect(baseline(text)).toBe(text);
  });

  it('takes ESTABLISHED and RELATED from two rules', () => {
    const text = baseline(
      '*filter\n-A INPUT -m conntrack --ctstate ESTABLISHED -j ACCEPT\n-A INPUT -m conntrack --ctstate RELATED -j ACCEPT\nCOMMIT\n',
    );
    expect(text).not.toContain(ESTABLISHED_IN);
    expect(text).toContain(ESTABLISHED_OUT);
  });

  it('is not content with less', () => {
    for (const rule of [
      '-A INPUT -i lo -p tcp -j ACCEPT',
      '-A INPUT ! -i lo -j ACCEPT',
      '-A INPUT -i lo -j DROP',
      '-A INPUT -i lo -m limit --limit 5/s -j ACCEPT',
      '-A FORWARD -i lo -j ACCEPT',
      '#-A INPUT -i lo -j ACCEPT',
    ]) {
      expect(linesOf(baseline(`*filter\n${rule}\nCOMMIT\n`))).toContain(LOOPBACK_IN);
    }
  });

  it('turns policies where they are written, counters kept', () => {
    const text = baseline('*filter\n:INPUT ACCEPT [12:840]\n:FORWARD DROP [0:0]\n:OUTPUT accept [0:0]\nCOMMIT\n');
    expect(linesOf(text).slice(0, 4)).toEqual([
      '*filter',
      ':INPUT DROP [12:840]',
      ':FORWARD DROP [0:0]',
      ':OUTPUT DROP [0:0]',
    ]);
  });

  it('turns -P lines and adds no second policy', () => {
    const text = baseline('*filter\n-P INPUT ACCEPT\n-P OUTPUT DROP\n-A INPUT -i lo -j ACCEPT\nCOMMIT\n');
    expect(linesOf(text).slice(0, 4)).toEqual(['*filter', ':FORWARD DROP [0:0]', '-P INPUT DROP', '-P OUTPUT DROP']);
  });

  it('puts answers and loopback first, the way in above the final refusal, the log between them', () => {
    const text = baseline(
      [
        '*filter',
        ':INPUT ACCEPT [0:0]',
        ':FORWARD ACCEPT [0:0]',
        ':OUTPUT ACCEPT [0:0]',
        '-A INPUT -p tcp -m tcp --dport 80 -j ACCEPT',
        '-A INPUT -p tcp -j REJECT --reject-with tcp-reset',
        '-A INPUT -j REJECT',
        'COMMIT',
        '',
      ].join('\n'),
    );
    expect(linesOf(text)).toEqual([
      '*filter',
      ...POLICIES,
      ESTABLISHED_IN,
      ESTABLISHED_OUT,
      LOOPBACK_IN,
      LOOPBACK_OUT,
      '-A INPUT -p tcp -m tcp --dport 80 -j ACCEPT',
      SSH_IN,
      LOG_IN,
      '-A INPUT -p tcp -j REJECT --reject-with tcp-reset',
      '-A INPUT -j REJECT',
      LOG_OUT,
      'COMMIT',
      '',
    ]);
  });

  it('keeps paragraphs with their comments together', () => {
    const text = baseline('*filter\n:INPUT ACCEPT [0:0]\n\n# Web\n-A INPUT -p tcp --dport 80 -j ACCEPT\n\nCOMMIT\n');
    expect(text).toContain(
      '\n\n# Web\n-A INPUT -p tcp --dport 80 -j ACCEPT\n\n# This machine is administered by SSH on port 22.\n',
    );
    expect(text.indexOf('-i lo')).toBeLessThan(text.indexOf('# Web'));
    expect(text.indexOf('-j LOG')).toBeGreaterThan(text.indexOf('# Web'));
  });

  it('leaves a LOG rule that stands before ACCEPT rules', () => {
    const text = baseline('*filter\n-A INPUT -j LOG\n-A INPUT -p tcp --dport 80 -j ACCEPT\nCOMMIT\n');
    expect(text).not.toContain(LOG_IN);
    expect(text.indexOf('-A INPUT -j LOG')).toBeLessThan(text.indexOf('--dport 80'));
  });

  it('sees a user chain that logs and drops', () => {
    const rules = '-A INPUT -j REST\n-A REST -j LOG\n-A REST -j DROP\n';
    const text = baseline(`*filter\n:REST - [0:0]\n${rules}COMMIT\n`);
    expect(text).not.toContain(LOG_IN);
    expect(text.indexOf('--dport 22')).toBeLessThan(text.indexOf('-A INPUT -j REST'));
  });

  it('counts no rule that a flush or a deletion takes away, nor one behind a refusal of everything', () => {
    for (const text of [
      '*filter\n-A INPUT -i lo -j ACCEPT\n-F INPUT\nCOMMIT\n',
      '*filter\n-A INPUT -i lo -j ACCEPT\n-F\nCOMMIT\n',
      '*filter\n-A INPUT -i lo -j ACCEPT\n-D INPUT -i lo -j ACCEPT\nCOMMIT\n',
      '*filter\n-A INPUT -j DROP\n-A INPUT -i lo -j ACCEPT\nCOMMIT\n',
    ]) {
      const rules = rulesOf(baseline(text));
      expect(rules.filter((rule) => rule === LOOPBACK_IN)).toHaveLength(2);
    }
  });

  it('adds the COMMIT that is missing, and the last line end', () => {
    const text = baseline('*nat\n-A POSTROUTING -j MASQUERADE\n\n# The filter\n*filter\n-A INPUT -i lo -j ACCEPT');
    expect(text).toContain('-j MASQUERADE\nCOMMIT\n\n# The filter\n*filter\n');
    expect(text).toMatch(/\nCOMMIT\n$/);
  });

  it('works in the last of two filter tables, the one that counts', () => {
    const text = baseline('*filter\n-A INPUT -i lo -j ACCEPT\nCOMMIT\n*filter\nCOMMIT\n');
    expect(text.startsWith('*filter\n-A INPUT -i lo -j ACCEPT\nCOMMIT\n*filter\n:INPUT DROP [0:0]\n')).toBe(true);
  });
});

describe('answers that would lock the user out', () => {
  it('give a sentence and no edits', () => {
    const wrong: Administration[] = [
      { kind: 'ssh', port: 0, sources: [] },
      { kind: 'ssh', port: 70000, sources: [] },
      { kind: 'ssh', port: 22, sources: ['2001:db8::1'] },
      { kind: 'ssh', port: 22, sources: ['192.0.2.7', 'home'] },
    ];
    for (const administration of wrong) {
      expect(administrationProblem({ family: 4, administration })).toMatch(/\.$/);
      expect(insertBaseline(fileOf(['']), administration)).toEqual([]);
    }
    expect(administrationProblem({ family: 4, administration: SSH })).toBeUndefined();
  });
});

const administrations = fc.constantFrom<Administration>(SSH, CONSOLE, {
  kind: 'ssh',
  port: 2222,
  sources: ['192.0.2.7'],
});

describe('the baseline in any file', () => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyFile, administrations, (lines, administration) => {
        const once = linesOf(applied(lines, insertBaseline(fileOf(lines), administration)));
        expect(insertBaseline(fileOf(once), administration)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps every line but policies, in order', () => {
    const isPolicy = (line: string): boolean => /^(:(INPUT|FORWARD|OUTPUT)|-P)\b/.test(line);
    fc.assert(
      fc.property(anyFile, administrations, (lines, administration) => {
        const after = linesOf(applied(lines, insertBaseline(fileOf(lines), administration)));
        let at = 0;
        for (const line of lines.filter((one) => one !== '' && !isPolicy(one))) {
          at = after.indexOf(line, at) + 1;
          expect(at, `${line} is gone`).toBeGreaterThan(0);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describeWithIptables(describe, 'the baseline and the real tools', () => {
  const both = [4, 6] as const;
  it.each(both)('loads in an empty file, IPv%i', (family) => {
    const sources = family === 4 ? ['192.0.2.7', '198.51.100.0/255.255.255.0'] : ['2001:db8::7', '2001:db8:1::/48'];
    for (const administration of [SSH, CONSOLE, { kind: 'ssh', port: 2222, sources } as const]) {
      expect(refusalsOf(baseline('', administration, family), family)).toEqual([]);
    }
  });

  it('loads in whatever loaded before', () => {
    fc.assert(
      fc.property(rulesFile, administrations, (lines, administration) => {
        fc.pre(refusalsOf(lines.join('\n'), 4).length === 0);
        const text = applied(lines, insertBaseline(fileOf(lines), administration));
        expect(refusalsOf(text, 4), text).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });
});
