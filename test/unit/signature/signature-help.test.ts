// Signature help: which option's value is typed, its syntax, and the part that the cursor is in.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SignatureHelp } from 'vscode-languageserver-types';
import { signatureHelpOf } from '../../../server/src/features/signature-help.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import { MATCHES, TARGETS } from '../../../server/src/vocabulary/extensions.ts';
import type { Family } from '../../../server/src/vocabulary/schema.ts';
import { structureOf } from '../../../server/src/vocabulary/values/structure.ts';
import { atCursor } from '../hover/cursor.ts';

const ALL = { markdown: true, offsets: true };

function helpAt(rule: string, family: Family = 4): SignatureHelp | null {
  const { file, position } = atCursor(`*filter\n${rule}\nCOMMIT\n`, family);
  return signatureHelpOf(file, position, ALL);
}

/** The label with the active part between bars: `--dport |first|[:last]`. */
function shown(help: SignatureHelp | null): string {
  const [signature] = help?.signatures ?? [];
  const part = signature?.parameters?.[help?.activeParameter ?? 0]?.label;
  if (!signature || !Array.isArray(part)) return '';
  const [start, end] = part;
  return `${signature.label.slice(0, start)}|${signature.label.slice(start, end)}|${signature.label.slice(end)}`;
}

describe('the part at the cursor', () => {
  test.each([
    ['-A INPUT -p tcp --tcp-flags $0', '--tcp-flags |mask| set'],
    ['-A INPUT -p tcp --tcp-flags SYN,A$0CK SYN', '--tcp-flags |mask| set'],
    ['-A INPUT -p tcp --tcp-flags SYN,ACK $0', '--tcp-flags mask |set|'],
    ['-A INPUT -p tcp ! --tcp-flags SYN,ACK S$0', '--tcp-flags mask |set|'],
    ['-A INPUT -p tcp --dport $0', '--dport |first|[:last]'],
    ['-A INPUT -p tcp --dport 80:$0', '--dport first[:|last|]'],
    ['-A INPUT -p tcp --dport=80:9$0', '--dport first[:|last|]'],
    ['-A INPUT -p tcp --dport 8$00:90 -j ACCEPT', '--dport |first|[:last]'],
    ['-A INPUT -p tcp -m multiport --dports 22,80:$0', '--dports first[:|last|][,…]'],
    ['-A INPUT -p tcp -m multiport --dports 22:23,$0', '--dports |first|[:last][,…]'],
    ['-A INPUT -s 10.0.0.0/$0', '--source address[/|mask|][,…]'],
    ['-A INPUT -s 10.0.0.0/8,$0', '--source |address|[/mask][,…]'],
    ['-A INPUT -m limit --limit 5$0', '--limit |number|[/unit]'],
    ['-A INPUT -m limit --limit 5/$0', '--limit number[/|unit|]'],
    ['-A INPUT -m hashlimit --hashlimit-above 5/m$0', '--hashlimit-above number[/|unit|]'],
    ['-A INPUT -m hashlimit --hashlimit-mode srcip,$0', '--hashlimit-mode |'],
    ['-A INPUT -m conntrack --ctstate NEW,$0', '--ctstate |state[,state…]|'],
    ['-A INPUT -m state --state $0', '--state |state[,state…]|'],
    ['-A PREROUTING -j DNAT --to-destination $0', '--to-destination |address|[-last][:port[-end[/base]]]'],
    ['-A PREROUTING -j DNAT --to-destination 192.0.2.1-$0', '--to-destination address[-|last|][:port[-end[/base]]]'],
    ['-A PREROUTING -j DNAT --to-destination 192.0.2.1:$0', '--to-destination address[-last][:|port|[-end[/base]]]'],
    ['-A PREROUTING -j DNAT --to-destination :80-$0', '--to-destination address[-last][:port[-|end|[/base]]]'],
    [
      '-A POSTROUTING -j SNAT --to-source 192.0.2.1-192.0.2.9:80-$0',
      '--to-source address[-last][:port[-|end|[/base]]]',
    ],
    ['-A INPUT -j MARK --set-mark 1/$0', '--set-mark value[/|mask|]'],
    ['-A INPUT -p icmp --icmp-type 3/$0', '--icmp-type type[/|code|]'],
    ['-A INPUT -m iprange --src-range 10.0.0.1-$0', '--src-range first[-|last|]'],
    ['-A INPUT -m length --length 100:$0', '--length from[:|to|]'],
    ['-A INPUT -m time --datestart 2030-01-02T10:$0', '--datestart YYYY[-MM[-DD[Thh[:|mm|[:ss]]]]]'],
    ['-A INPUT -m time --timestart 10:$0', '--timestart hh:|mm|[:ss]'],
    ['-A INPUT -m set --match-set $0', '--match-set |name| src|dst[,…]'],
    ['-A INPUT -m set --match-set x $0', '--match-set name |src|dst[,…]|'],
    ['-A INPUT -c $0', '--set-counters |packets| bytes'],
    ['-A INPUT -c 1 $0', '--set-counters packets |bytes|'],
    ['-A INPUT -c 1 2$0 -j LOG', '--set-counters packets |bytes|'],
  ])('%s', (rule, says) => {
    expect(shown(helpAt(rule))).toContain(says);
  });

  test.each([
    ['-A PREROUTING -j DNAT --to-destination 2001:db8::1-$0', '[address[-|last|]]'],
    ['-A PREROUTING -j DNAT --to-destination 2001:db8:$0', '[|address|[-last]]'],
    ['-A PREROUTING -j DNAT --to-destination [2001:db8::1]:$0', ':|port|[-end'],
    ['-A INPUT -s 2001:db8::/$0', 'address[/|mask|]'],
  ])('%s in IPv6', (rule, says) => {
    expect(shown(helpAt(rule, 6))).toContain(says);
  });
});

test.each([
  '-A INPUT $0',
  '-A INPUT -p $0',
  '-A INPUT -i $0',
  '-A INPUT -j $0',
  '-A INPUT -m $0',
  '-A INPUT --dport$0',
  '-A INPUT -p tcp --dport 22 $0',
  '-A INPUT -m comment --comment "a --dport $0',
  '-A INPUT -c 1 2 $0',
  '-A INPUT # --dport $0',
  '-A INPUT -m limit --limit-burst $0',
  '-A INPUT --frob $0',
  '# --dport $0',
  ':INPUT $0',
  '$0',
])('%s: nothing', (rule) => {
  expect(helpAt(rule)).toBeNull();
});

test('says what the option and each part is for', () => {
  const [signature] = helpAt('-A INPUT -p tcp --tcp-flags $0')?.signatures ?? [];
  expect(signature?.documentation).toMatchObject({ value: expect.stringContaining('Two lists: the flags to look at') });
  expect(signature?.parameters).toHaveLength(2);
  for (const { documentation } of signature?.parameters ?? [])
    expect(documentation).toMatchObject({ kind: 'markdown', value: expect.stringMatching(/\.$/) });
});

test('a client that takes no Markdown and no columns gets plain texts', () => {
  const { file, position } = atCursor('*filter\n-A INPUT -p tcp --dport 1:$0\nCOMMIT\n');
  const help = signatureHelpOf(file, position, { markdown: false, offsets: false });
  const [signature] = help?.signatures ?? [];
  expect(signature?.documentation).toBe('The port the segment is for.\n\nOption of -m tcp.');
  expect(signature?.parameters?.map(({ label }) => label)).toEqual(['first', 'last']);
});

test('in a placeholder nothing is said', () => {
  const file = new RulesFile('*filter\n-A INPUT -p tcp --dport {{ port }}\nCOMMIT\n', {
    ...DEFAULT_SETTINGS,
    template: true,
  });
  expect(signatureHelpOf(file, { line: 1, character: 28 }, ALL)).toBeNull();
});

test('the label of every structure names its parts in their order', () => {
  const wrong: string[] = [];
  let asked = 0;
  for (const { name, options } of [...MATCHES, ...TARGETS]) {
    for (const value of options.flatMap(({ values }) => values)) {
      for (const family of [4, 6] as const) {
        const structure = structureOf(value, family);
        if (!structure) continue;
        asked++;
        let at = 0;
        for (const part of structure.parts) {
          const next = structure.label.indexOf(part.name, at);
          if (next < 0 || !part.says.endsWith('.')) wrong.push(`${name} ${structure.label} ${part.name}`);
          at = next + part.name.length;
        }
        if (structure.between.length !== structure.parts.length - 1) wrong.push(`${name} ${structure.label}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(100);
});

test('nothing makes it fail, and the active part is always there', () => {
  const words = fc.constantFrom(
    ...'-A INPUT -I ! -p tcp -s x/ , --dport 22: -m limit --limit " -j DNAT -g -c [1:2] --to-destination ] [:: --tcp-flags --match-set'.split(
      ' ',
    ),
    '\0',
    '',
    '=',
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 12 }), fc.nat(99), fc.boolean(), (some, character, template) => {
      const file = new RulesFile(`*filter\n${some.join(' ')}`, { ...DEFAULT_SETTINGS, template });
      const help = signatureHelpOf(file, { line: 1, character }, ALL);
      if (!help) return;
      expect(help.signatures[0]?.parameters?.length).toBeGreaterThan(help.activeParameter ?? 0);
    }),
    { numRuns: 2000 },
  );
  expect(signatureHelpOf(new RulesFile(''), { line: 9, character: 9 }, ALL)).toBeNull();
});

test('takes no longer in a large file', () => {
  const file = new RulesFile(`*filter\n${'-A INPUT -p tcp --dport 80:90 -j ACCEPT\n'.repeat(100_000)}COMMIT\n`);
  signatureHelpOf(file, { line: 50_000, character: 29 }, ALL);
  const from = performance.now();
  for (let i = 0; i < 20; i++) signatureHelpOf(file, { line: 50_000 + i, character: 29 }, ALL);
  expect((performance.now() - from) / 20).toBeLessThan(5);
});
