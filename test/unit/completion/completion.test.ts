// What is offered at each place of a file, and which part of the line an offer replaces.

import { describe, expect, test } from 'vitest';
import { type CompletionItem, TextEdit } from 'vscode-languageserver-types';
import { completionsOf } from '../../../server/src/features/completion.ts';
import { RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import type { Family } from '../../../server/src/vocabulary/schema.ts';
import { atCursor, inTable } from '../hover/cursor.ts';

/** Labels in the order in which an editor shows them. */
function labels(marked: string, family: Family = 4): string[] {
  return items(marked, family).map(({ label }) => label);
}

function items(marked: string, family: Family = 4): CompletionItem[] {
  const { file, position } = atCursor(marked, family);
  return completionsOf(file, position).sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
}

/** The line of `$0` after the offer with this label was taken; undefined where there is no such offer. */
function taken(marked: string, label: string, family: Family = 4): string | undefined {
  const { file, position } = atCursor(marked, family);
  const edit = completionsOf(file, position).find((item) => item.label === label)?.textEdit;
  if (!TextEdit.is(edit)) return undefined;
  const { start, end } = edit.range;
  if (start.line !== position.line || position.character < start.character || position.character > end.character)
    return undefined;
  file.edit(edit.range, edit.newText);
  return file.lines.line(position.line);
}

describe('the lines around the rules', () => {
  test('outside of a table: tables, those that the file lacks first', () => {
    expect(labels('*filter\nCOMMIT\n$0').slice(0, 5)).toEqual(['*nat', '*mangle', '*raw', '*security', '*filter']);
    expect(taken('*$0', '*filter')).toBe('*filter');
    expect(taken('*fi$0', '*filter')).toBe('*filter');
  });

  test('within a table: commands, missing chains, COMMIT while it is missing', () => {
    const here = labels('*filter\n:INPUT DROP [0:0]\n$0');
    expect(here.slice(0, 5)).toEqual([':FORWARD DROP [0:0]', ':OUTPUT DROP [0:0]', '-A', '-I', '-P']);
    expect(here).toEqual(expect.arrayContaining([':FORWARD DROP [0:0]', ':OUTPUT DROP [0:0]', 'COMMIT']));
    expect(here).not.toContain(':INPUT DROP [0:0]');
    expect(labels('*filter\n$0\nCOMMIT\n')).not.toContain('COMMIT');
    expect(taken('*filter\nCOM$0', 'COMMIT')).toBe('COMMIT');
  });

  test('chain lines: built-in chains, those that rules speak of, policies', () => {
    expect(taken('*nat\n:$0\nCOMMIT\n', ':PREROUTING ACCEPT [0:0]')).toBe(':PREROUTING ACCEPT [0:0]');
    expect(labels('*filter\n:$0\n-A INPUT -j later\nCOMMIT\n')).toContain(':later - [0:0]');
    expect(taken('*filter\n:IN$0 DROP [0:0]\nCOMMIT\n', ':INPUT')).toBe(':INPUT DROP [0:0]');
    expect(taken('*filter\n:INPUT $0\nCOMMIT\n', 'DROP [0:0]')).toBe(':INPUT DROP [0:0]');
    expect(taken('*filter\n:INPUT A$0CC [0:0]\nCOMMIT\n', 'DROP')).toBe(':INPUT DROP [0:0]');
    expect(labels('*filter\n:mine $0\nCOMMIT\n')).toEqual(['- [0:0]']);
  });

  test.each([
    '# $0',
    '# iptables -$0',
    '-A INPUT -j LOG --log-prefix "a $0',
    '-A INPUT -j LOG --log-prefix "a $0" -j DROP',
    '-A INPUT -j ACCEPT # $0',
    ':INPUT DROP [0:0] $0',
  ])('%j: nothing', (line) => {
    expect(labels(inTable(line))).toEqual([]);
  });
});

describe('chains, targets and matches', () => {
  test('commands take the chains of this table', () => {
    expect(labels(inTable('-A $0'))).toEqual(['INPUT', 'FORWARD', 'OUTPUT', 'services']);
    expect(labels(inTable('-A $0', 'raw'))).toEqual(['PREROUTING', 'OUTPUT', 'services']);
    expect(labels(inTable('-P $0'))).toEqual(['INPUT', 'FORWARD', 'OUTPUT']);
    expect(labels(inTable('-X $0'))).toEqual(['services']);
    expect(labels(inTable('-P INPUT $0'))).toEqual(['DROP', 'ACCEPT']);
    expect(taken(inTable('-A IN$0 -j ACCEPT'), 'INPUT')).toBe('-A INPUT -j ACCEPT');
  });

  test('-j: verdicts first, then chains, then the targets that the table and the chain take', () => {
    const here = labels(inTable('-A INPUT -j $0'));
    expect(here.slice(0, 6)).toEqual(['ACCEPT', 'DROP', 'REJECT', 'LOG', 'services', 'RETURN']);
    expect(here).not.toContain('DNAT');
    const nat = labels(inTable('-A PREROUTING -j $0', 'nat'));
    expect(nat).toEqual(expect.arrayContaining(['ACCEPT', 'DNAT', 'REDIRECT']));
    for (const name of ['DROP', 'REJECT', 'MASQUERADE', 'SNAT']) expect(nat).not.toContain(name);
    expect(labels(inTable('-A services -j $0'))).not.toContain('services');
    expect(labels(inTable('-A INPUT -g $0'))).toEqual(['services']);
    expect(taken(inTable('-A INPUT -j AC$0'), 'ACCEPT')).toBe('-A INPUT -j ACCEPT');
  });

  test('-m: the matches of the family that fit the rest of the rule', () => {
    expect(labels(inTable('-A INPUT -m $0'))[0]).toBe('conntrack');
    expect(labels(inTable('-A INPUT -m $0'), 6)).toEqual(expect.arrayContaining(['icmp6', 'hl']));
    expect(labels(inTable('-A INPUT -m $0'), 4)).not.toContain('hl');
    expect(labels(inTable('-A INPUT -m $0'))).not.toContain('owner');
    expect(labels(inTable('-A OUTPUT -m $0'))).toContain('owner');
    expect(labels(inTable('-A INPUT -p udp -m $0'))).not.toContain('tcp');
    expect(labels(inTable('-A INPUT -m limit -m $0'))).not.toContain('limit');
  });
});

describe('options', () => {
  test('a rule begins with conditions; what the chain makes impossible is not offered', () => {
    expect(labels(inTable('-A INPUT $0'))).toEqual(['-p', '-m', '-s', '-d', '-i', '-j', '-g', '-f', '-c']);
    expect(labels(inTable('-A OUTPUT $0'), 6)).toEqual(['-p', '-m', '-s', '-d', '-o', '-j', '-g', '-c']);
    expect(labels(inTable('-A INPUT --$0'))).toContain('--source');
    expect(taken(inTable('-A INPUT -$0 -j ACCEPT'), '-s')).toBe('-A INPUT -s -j ACCEPT');
  });

  test('options of what is loaded come first, those that stand are left out', () => {
    expect(labels(inTable('-A INPUT -m limit $0')).slice(0, 2)).toEqual(['--limit', '--limit-burst']);
    expect(labels(inTable('-A INPUT -m limit --limit 5/min $0'))[0]).toBe('--limit-burst');
    expect(labels(inTable('-A INPUT -m limit --limit 5/min $0'))).not.toContain('--limit');
    expect(labels(inTable('-A INPUT -p tcp --syn $0'))).not.toContain('--tcp-flags');
    expect(labels(inTable('-A INPUT -j REJECT $0'))[0]).toBe('--reject-with');
    expect(labels(inTable('-A INPUT -j ACCEPT $0'))).not.toContain('-j');
  });

  test("the protocol's own match is at hand without -m", () => {
    expect(labels(inTable('-A INPUT -p tcp $0')).slice(0, 2)).toEqual(['--dport', '--sport']);
    expect(taken(inTable('-A INPUT -p tcp --dp$0 22'), '--dport')).toBe('-A INPUT -p tcp --dport 22');
    expect(taken(inTable('-A INPUT -p tcp --d$0po 22'), '--dport')).toBe('-A INPUT -p tcp --dport 22');
    expect(labels(inTable('-A INPUT $0 -p tcp'))).not.toContain('--dport');
  });

  test('behind ! only what can be negated', () => {
    expect(labels(inTable('-A INPUT ! $0'))).toEqual(['-p', '-s', '-d', '-i', '-f']);
    expect(labels(inTable('-A INPUT -m limit ! $0'))).not.toContain('--limit');
  });

  test('an option says what it does and takes', () => {
    const dport = items(inTable('-A INPUT -p tcp $0')).find(({ label }) => label === '--dport');
    expect(dport).toMatchObject({
      detail: expect.stringContaining('a port from 0 to 65535'),
      documentation: { kind: 'markdown', value: expect.stringContaining('The port the segment is for.') },
    });
  });
});

describe('values', () => {
  test('lists complete the entry at the cursor', () => {
    expect(labels(inTable('-A INPUT -m conntrack --ctstate $0'))).toContain('ESTABLISHED');
    expect(labels(inTable('-A INPUT -m conntrack --ctstate NEW,$0'))).not.toContain('NEW');
    expect(taken(inTable('-A INPUT -m conntrack --ctstate NEW,EST$0,INVALID'), 'ESTABLISHED')).toBe(
      '-A INPUT -m conntrack --ctstate NEW,ESTABLISHED,INVALID',
    );
    expect(taken(inTable('-A INPUT -m conntrack --ctstate=REL$0'), 'RELATED')).toBe(
      '-A INPUT -m conntrack --ctstate=RELATED',
    );
    expect(taken(inTable('-A INPUT -p tcp --tcp-flags SYN,$0 SYN'), 'ACK')).toBe(
      '-A INPUT -p tcp --tcp-flags SYN,ACK SYN',
    );
    expect(labels(inTable('-A INPUT -p tcp --tcp-flags SYN,ACK $0'))).toContain('SYN');
  });

  test('protocols, services, ICMP types, levels, answers', () => {
    expect(labels(inTable('-A INPUT -p $0')).slice(0, 4)).toEqual(['tcp', 'udp', 'icmp', 'all']);
    expect(labels(inTable('-A INPUT -p $0'), 6)[2]).toBe('ipv6-icmp');
    expect(taken(inTable('-A INPUT -p tcp --dport ss$0'), 'ssh')).toBe('-A INPUT -p tcp --dport ssh');
    expect(taken(inTable('-A INPUT -p tcp -m multiport --dports 22,ht$0'), 'https')).toBe(
      '-A INPUT -p tcp -m multiport --dports 22,https',
    );
    expect(labels(inTable('-A INPUT -p icmp --icmp-type $0'))).toContain('echo-request');
    expect(labels(inTable('-A INPUT -j LOG --log-level $0'))).toContain('debug');
    expect(labels(inTable('-A INPUT -p tcp -j REJECT --reject-with $0'))).toContain('tcp-reset');
  });

  test('interfaces and addresses of the file itself', () => {
    const file = (rule: string) => inTable(`-A INPUT -i wan0 -s 192.0.2.7 -j ACCEPT\n${rule}`);
    expect(labels(file('-A INPUT -i $0'))).toEqual(['wan0', 'lo']);
    expect(labels(file('-A INPUT -s $0')).slice(0, 1)).toEqual(['192.0.2.7']);
    expect(taken(file('-A INPUT -s 10.1.1.1,$0'), '192.0.2.7')).toBe('-A INPUT -s 10.1.1.1,192.0.2.7');
  });

  test('rates: the unit behind a number', () => {
    expect(taken(inTable('-A INPUT -m limit --limit 5/$0'), '5/minute')).toBe('-A INPUT -m limit --limit 5/minute');
  });
});

test('every offer is there once, at every column of a file', () => {
  const text =
    '*filter\n:INPUT DROP [0:0]\n[1:2] -A INPUT -p tcp -m multiport ! --dports 22,80 -m conntrack --ctstate NEW -j LOG --log-prefix "x y" # z\nCOMMIT\n';
  const file = new RulesFile(text);
  for (let line = 0; line < file.lineCount; line++) {
    for (let character = 0; character <= file.lines.line(line).length + 1; character++) {
      const found = completionsOf(file, { line, character }).map(
        ({ label, additionalTextEdits }) => `${label} ${JSON.stringify(additionalTextEdits)}`,
      );
      expect(new Set(found).size, `${line}:${character}`).toBe(found.length);
    }
  }
});
