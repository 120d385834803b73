// Owns the proof that whatever is broken in a rule, each fix that is offered takes its finding away and adds no error.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../server/src/check/fix.ts';
import { type AnyFinding, allFixesFor, findingsOf } from '../../../server/src/lint/lint-file.ts';
import { describeWithIptables, refusalsOf } from '../../support/iptables.ts';
import { applied, errorsIn, nameOf, readFile } from './apply.ts';

/** Rules that load, by table. */
const RULES: Readonly<Record<string, readonly string[]>> = {
  filter: [
    '-A INPUT -i lo -j ACCEPT',
    '-A INPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT',
    '-A INPUT -m state --state INVALID -j DROP',
    '-A INPUT -s 192.0.2.0/24,198.51.100.7 -p tcp -m tcp --dport 22 -j ACCEPT',
    '-A INPUT ! -s 192.0.2.1 -p udp --sport 53 --dport 1024:65535 -j DROP',
    '-A INPUT -p tcp -m multiport --dports 22,80,8000:8010 -j MINE',
    '-A INPUT -p icmp --icmp-type echo-request -m limit --limit 5/min -j ACCEPT',
    '-A INPUT -m iprange --src-range 192.0.2.1-192.0.2.9 -j DROP',
    '-A FORWARD -i eth0 -o eth1 -m comment --comment "from the office" -j ACCEPT',
    '-A INPUT -p tcp -j REJECT --reject-with tcp-reset',
    '-A INPUT -m limit --limit 5/min -j LOG --log-prefix "dropped: " --log-level 7',
    '-A OUTPUT -m owner --uid-owner 0 -j ACCEPT',
    '-A MINE -m string --string "x" --algo bm -j DROP',
    '-I INPUT 1 -p tcp --tcp-flags SYN,RST SYN -j ACCEPT',
    '-P INPUT DROP',
    '-N OTHER',
    '[3:180] -A INPUT -p 6 -m mac --mac-source 00:00:5e:00:53:01 -j MINE',
  ],
  nat: [
    '-A PREROUTING -p tcp --dport 80 -j DNAT --to-destination 192.0.2.1:8080',
    '-A POSTROUTING -s 10.0.0.0/8 -o eth0 -j MASQUERADE',
    '-A OUTPUT -p udp -m udp --dport 53 -j REDIRECT --to-ports 5353',
    '-A POSTROUTING -o eth0 -j SNAT --to-source 192.0.2.1',
  ],
  mangle: [
    '-A FORWARD -p tcp -m tcp --tcp-flags SYN,RST SYN -j TCPMSS --clamp-mss-to-pmtu',
    '-A PREROUTING -m mark --mark 0x1/0xff -j MARK --set-mark 2',
  ],
};

/** Slips of the hand and of the editor, in the words of a rule. */
const SLIPS: readonly ((words: readonly string[], at: number) => readonly string[])[] = [
  (words, at) => words.filter((_, i) => i !== at),
  (words, at) => [...words.slice(0, at + 1), ...words.slice(at)],
  (words, at) => [...words.slice(0, at), ...words.slice(at + 1), words[at] ?? ''],
  (words, at) => [...words.slice(0, at), words[at + 1] ?? '', words[at] ?? '', ...words.slice(at + 2)],
  (words, at) => words.map((word, i) => (i === at ? word.toLowerCase() : word)),
  (words, at) => words.map((word, i) => (i === at ? word.toUpperCase() : word)),
  (words, at) => words.map((word, i) => (i === at ? word.slice(0, -1) : word)),
  (words, at) => words.map((word, i) => (i === at ? word.slice(1) : word)),
  (words, at) => words.map((word, i) => (i === at ? `${word}x` : word)),
  (words, at) => words.map((word, i) => (i === at ? word.replace('--', '\u2013') : word)),
  (words, at) => words.map((word, i) => (i === at ? `'${word} ${word}'` : word)),
  (words, at) => words.map((word, i) => (i === at ? `\u201c${word}\u201d` : word)),
  (words, at) => words.map((word, i) => (i === at ? word.replace(',', ', ') : word)),
  (words, at) => words.map((word, i) => (i === at ? word.replace(':', '-') : word)),
  (words, at) => words.map((word, i) => (i === at ? `${word},${word}9` : word)),
  (words, at) => words.map((word, i) => (i === at ? `${word}99999` : word)),
  (words, at) => [...words.slice(0, at), '!', ...words.slice(at)],
  (words, at) => [...words.slice(0, at), '-p', 'udp', ...words.slice(at)],
  (words, at) => [...words.slice(0, at), '-t', 'nat', ...words.slice(at)],
  (words) => [...words, '# why'],
  (words) => ['iptables', ...words],
  (words) => [...words, '\\'],
  (words) => [...words, ...words],
];

interface Broken {
  readonly text: string;
  /** The broken line alone. */
  readonly line: string;
}

const broken: fc.Arbitrary<Broken> = fc
  .tuple(
    fc.constantFrom(...Object.entries(RULES).flatMap(([table, rules]) => rules.map((rule) => ({ table, rule })))),
    fc.constantFrom(...SLIPS),
    fc.nat(30),
  )
  .map(([{ table, rule }, slip, at]) => {
    const words = rule.split(' ');
    const line = slip(words, at % words.length).join(' ');
    const others = (RULES[table] ?? []).filter((other) => other !== rule && !/^-[NP]/.test(other)).slice(0, 3);
    const chains = table === 'filter' ? [':INPUT DROP [0:0]', ':MINE - [0:0]'] : [];
    return {
      line,
      text: [`*${table}`, ...chains, ...others.slice(0, 1), line, ...others.slice(1), 'COMMIT', ''].join('\n'),
    };
  });

/** These may bring a mistake to light that the marked words hid, in exchange for their own. */
const UNCOVERING =
  /^(?:blank-in-list|command-twice|old-negation|outside-option|program-name|single-|trailing-comment|unknown-|wrong-c)/;

/** What is wrong with a fix of a text; undefined for a good one. */
function complaint(text: string): string | undefined {
  const file = readFile(text, 4);
  const findings = findingsOf(file);
  const before = findings.filter(({ severity }) => severity === 'error').map(nameOf);
  for (const finding of findings) {
    for (const fix of allFixesFor(file, finding)) {
      const after = applied(text, fix.edits);
      const errors = errorsIn(after, 4).map(nameOf);
      const count = (names: readonly string[]) => names.filter((name) => name === nameOf(finding)).length;
      const fresh = errors.filter((name) => !before.includes(name));
      const say = `${fix.title} for ${nameOf(finding)}\n${text}\nbecomes\n${after}\nwith ${errors.join('\n')}`;
      if (count(errors) > 0 && count(errors) >= count(before)) return `Still there: ${say}`;
      if (errors.length > before.length) return `More errors: ${say}`;
      if (fresh.length > 0 && !UNCOVERING.test(finding.code)) return `New errors: ${say}`;
    }
  }
  return undefined;
}

describe('fixes of whatever is broken', () => {
  it('take their finding away and add no error', () => {
    fc.assert(
      fc.property(broken, ({ text }) => {
        const wrong = complaint(text);
        if (wrong !== undefined) throw new Error(wrong);
      }),
      { numRuns: 5000, seed: 38 },
    );
  });
});

/** Lines as they come together in files: of any length beside any other, in tables, outside of one, in one that nobody knows. */
const anyFile: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: broken.map(({ line }) => line) },
      fc.constantFrom('*filter', '*nat', '*natx', 'COMMIT', ':MINE - [0:0]', '# a comment', ''),
    ),
    { minLength: 2, maxLength: 8 },
  )
  .map((lines) => lines.join('\n'));

/** What an edit touches that is not its finding's: columns past a line's end, a part of another line's words. */
function trespass(lines: readonly string[], finding: AnyFinding, { range: { start, end } }: Edit): string | undefined {
  const reaches = (line: number) => lines[line]?.length ?? (line === lines.length ? 0 : -1);
  if (start.character > reaches(start.line) || end.character > reaches(end.line)) return 'outside of the file';
  if (start.line === end.line && start.line === finding.line) return undefined;
  const isWhole = start.character === 0 && end.character === 0;
  const isPut = start.line === end.line && start.character === end.character && start.character === reaches(start.line);
  const word = (lines[start.line] ?? '').slice(start.character, end.character);
  const isWord =
    start.line === end.line &&
    /^\S+$/.test(word) &&
    !/\S/.test(
      (lines[start.line]?.[start.character - 1] ?? ' ').replace(':', ' ') + (lines[end.line]?.[end.character] ?? ' '),
    );
  const cut = start.line === end.line ? word : (lines[start.line] ?? '').slice(start.character);
  // A sign that a rule goes on below, and the blanks around it.
  const isJoin =
    end.line - start.line <= 1 && (start.line === end.line || end.character === 0) && /^[\s\\]*$/.test(cut);
  return isWhole || isPut || isWord || isJoin ? undefined : `cuts into line ${start.line + 1}`;
}

describe('fixes of several broken lines', () => {
  it('touch their own line, whole lines, or whole words of others', () => {
    fc.assert(
      fc.property(anyFile, (text) => {
        const file = readFile(text, 4);
        const lines = text.split('\n');
        for (const finding of findingsOf(file)) {
          for (const fix of allFixesFor(file, finding)) {
            const wrong = fix.edits.map((edit) => trespass(lines, finding, edit)).find((one) => one !== undefined);
            if (wrong)
              throw new Error(
                `${fix.title} for ${nameOf(finding)} of line ${finding.line + 1} ${wrong}: ${JSON.stringify(fix.edits)}\n${text}`,
              );
            const removed = /^Remove (--?\S+)/.exec(fix.title)?.[1];
            if (removed && !lines[finding.line]?.includes(removed))
              throw new Error(`${fix.title} speaks of another line\n${text}`);
          }
        }
      }),
      { numRuns: 3000, seed: 7 },
    );
  });

  it('are the same whatever stands above', () => {
    const above = '-A INPUT -p tcp --dport 22 -j REJECT --reject-with';
    const titles = (text: string, line: number) => {
      const file = readFile(text, 4);
      const findings = findingsOf(file);
      for (const finding of findings) allFixesFor(file, finding);
      return findings
        .filter((one) => one.line === line)
        .flatMap((finding) => allFixesFor(file, finding).map(({ title }) => title));
    };
    const wrong = '-A PREROUTING -p tcp --dport -j DNAT --to-destination';
    expect(titles(`*nat\n${above}\n${wrong}\nCOMMIT\n`, 2)).toEqual(titles(`*nat\n#\n${wrong}\nCOMMIT\n`, 2));
    const missing = '-A INPUT -p tcp -s 192.168.100.1 -m conntrack -j ACCEPT';
    const long = '-A INPUT -j REJECT --reject-with icmp-port-unreachable';
    expect(titles(`*filter\n${long}\n${missing}\nCOMMIT\n`, 2).length).toBeGreaterThan(1);
    expect(titles(`*filter\n${long}\n${missing}\nCOMMIT\n`, 2)).toEqual(titles(`*filter\n#\n${missing}\nCOMMIT\n`, 2));
  });

  it('are tried in a table that nobody knows, too', () => {
    const offered = (header: string) => {
      const file = readFile(`${header}\n-A INPUT -p tcp --dport 22 22 -j ACCEPT\nCOMMIT\n`, 4);
      return findingsOf(file)
        .filter(({ line }) => line === 1)
        .flatMap((finding) => allFixesFor(file, finding).map(({ title }) => title));
    };
    expect(offered('*filtr')).toEqual(offered('*filter'));
  });
});

describeWithIptables(describe, 'fixes of whatever is broken, and the real tools', () => {
  it('leave texts that load where we see no more errors', () => {
    const refusals: string[] = [];
    for (const { text } of fc.sample(broken, { numRuns: 200, seed: 102 })) {
      const file = readFile(text, 4);
      for (const finding of findingsOf(file)) {
        const [fix] = finding.severity === 'error' ? allFixesFor(file, finding) : [];
        const after = fix && applied(text, fix.edits);
        if (after === undefined || errorsIn(after, 4).length > 0) continue;
        if (findingsOf(readFile(after, 4)).some(({ message }) => message.includes('Refused by'))) continue;
        const refused = refusalsOf(after, 4).filter((message) => !DEPENDS_ON_THE_MACHINE.test(message));
        if (refused.length > 0) refusals.push(`${fix?.title}\n${text}\n${after}\n${refused.join('\n')}`);
      }
    }
    expect(refusals).toEqual([]);
  });
});

/** Host and user names that this machine does not know. */
const DEPENDS_ON_THE_MACHINE = /host\/network|not found|Bad value for "--[ug]id-owner"/;
