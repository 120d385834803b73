// What is likely comes first, says what it is in its row, and brings along what it needs.

import { describe, expect, test } from 'vitest';
import { type CompletionItem, MarkupContent, TextEdit } from 'vscode-languageserver-types';
import { type Abilities, completionListOf, withDocumentation } from '../../../server/src/features/completion.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import type { Family } from '../../../server/src/vocabulary/schema.ts';
import { atCursor, inTable } from '../hover/cursor.ts';

const EDITOR: Abilities = { snippets: true, markdown: true, labelDetails: true, resolves: true };
const PLAIN: Abilities = { snippets: false, markdown: false, labelDetails: false, resolves: false };

function listAt(marked: string, family: Family = 4, abilities = EDITOR) {
  const { file, position } = atCursor(marked, family);
  return completionListOf(file, position, abilities);
}

function items(marked: string, family: Family = 4, abilities = EDITOR): CompletionItem[] {
  return listAt(marked, family, abilities).items;
}

function labels(marked: string, family: Family = 4): string[] {
  return items(marked, family).map(({ label }) => label);
}

function item(marked: string, label: string, abilities = EDITOR, family: Family = 4): CompletionItem {
  return items(marked, family, abilities).find((one) => one.label === label) ?? expect.fail(`No ${label} is offered.`);
}

/** The line of `$0` after an item was taken with all that comes with it. */
function taken(marked: string, label: string, family: Family = 4): string {
  const { file, position } = atCursor(marked, family);
  const found = item(marked, label, EDITOR, family);
  const own = TextEdit.is(found.textEdit) ? found.textEdit : expect.fail('It has no edit.');
  file.edit(own.range, own.newText);
  for (const { range, newText } of found.additionalTextEdits ?? []) file.edit(range, newText);
  return file.lines.line(position.line);
}

const before = (list: readonly string[], first: string, second: string) => {
  expect(list).toEqual(expect.arrayContaining([first, second]));
  expect(list.indexOf(first), `${first} before ${second}`).toBeLessThan(list.indexOf(second));
};

describe('the likely comes first', () => {
  test('values', () => {
    const ports = labels(inTable('-A INPUT -p tcp --dport $0'));
    expect(ports[0]).toBe('ssh');
    before(ports, 'http', 'git');
    before(ports, 'http', 'www');
    const states = labels(inTable('-A INPUT -m conntrack --ctstate $0'));
    expect(states[0]).toBe('ESTABLISHED,RELATED');
    before(states, 'RELATED', 'INVALID');
    const types = labels(inTable('-A INPUT -p icmp --icmp-type $0'));
    expect(types[0]).toBe('echo-request');
    before(types, 'echo-request', 'any');
    before(types, 'any', 'pong');
    before(labels(inTable('-A INPUT -p ipv6-icmp --icmpv6-type $0'), 6), 'neighbour-solicitation', 'ping');
    const replies = labels(inTable('-A INPUT -p tcp -j REJECT --reject-with $0'));
    expect(replies.slice(0, 2)).toEqual(['icmp-port-unreachable', 'tcp-reset']);
    expect(labels(inTable('-A INPUT -j REJECT --reject-with $0'))).toContain('tcp-reset');
    expect(labels(inTable('-A INPUT -p udp -j REJECT --reject-with $0'))).not.toContain('tcp-reset');
    before(replies, 'icmp-net-prohibited', 'tcp-rst');
  });

  test('options: what must stand, what is often written, then the target', () => {
    expect(labels(inTable('-A INPUT -m conntrack $0'))[0]).toBe('--ctstate');
    expect(labels(inTable('-A INPUT -m set $0'))[0]).toBe('--match-set');
    expect(labels(inTable('-A PREROUTING -p tcp -j DNAT $0', 'nat'))[0]).toBe('--to-destination');
    expect(labels(inTable('-A INPUT -p tcp --dport 22 $0')).slice(0, 2)).toEqual(['-j', '-m']);
    expect(labels(inTable('-A INPUT -m conntrack --ctstate NEW $0'))[0]).toBe('-j');
    expect(labels(inTable('-A INPUT -i lo $0'))[0]).toBe('-j');
  });

  test('targets of the table', () => {
    expect(labels(inTable('-A POSTROUTING -j $0', 'nat'))[0]).toBe('MASQUERADE');
    expect(labels(inTable('-A PREROUTING -j $0', 'nat'))[0]).toBe('DNAT');
    before(labels(inTable('-A services -j $0')), 'RETURN', 'REJECT');
  });
});

describe("a line's beginning", () => {
  test('in a table: commands, COMMIT and snippets', () => {
    const here = labels(
      '*filter\n:INPUT DROP [0:0]\n:FORWARD DROP [0:0]\n:OUTPUT DROP [0:0]\n-A INPUT -i lo -j ACCEPT\n$0',
    );
    expect(here.slice(0, 12)).toEqual(
      expect.arrayContaining(['-A', '-I', 'COMMIT', 'established', 'loopback', 'ssh', 'http']),
    );
    expect(here).not.toContain('*nat');
    expect(here).not.toContain('baseline');
    expect(here).not.toContain('masquerade');
  });

  test('right below the header: its chains', () => {
    expect(labels('*nat\n$0\nCOMMIT\n').slice(0, 2)).toEqual([':PREROUTING ACCEPT [0:0]', ':INPUT ACCEPT [0:0]']);
  });

  test('outside of a table: tables, then whole files', () => {
    const here = labels('$0');
    expect(here.slice(0, 2)).toEqual(['*filter', '*nat']);
    before(here, '*security', 'baseline');
    expect(here).not.toContain('ssh');
    expect(here).not.toContain('-A');
  });

  test('within a table that has its COMMIT there is no other', () => {
    expect(labels('*filter\n$0\n-A INPUT -j DROP\n')).not.toContain('COMMIT');
  });

  test('within a rule no snippet is offered', () => {
    for (const rule of ['-A INPUT $0', '-A $0', '-A INPUT -p tcp --dport $0', '-A INPUT -j ACCEPT $0'])
      for (const { kind } of items(inTable(rule))) expect(kind).not.toBe(15);
  });

  test('a snippet of an empty file for the other family says for which', () => {
    expect(taken('$0', 'baseline6')).toBe('# iptables: family=6');
    expect(labels('$0', 6)).toContain('baseline');
  });
});

describe('each row says what it is', () => {
  test.each(['$0', '-A INPUT -m $0', '-A INPUT -j $0', '-A INPUT $0', '-A INPUT -p tcp --dport $0', '-A $0'])(
    '%s',
    (line) => {
      for (const { label, labelDetails } of items(inTable(line)))
        expect(labelDetails?.description, label).toMatch(/\S/);
    },
  );

  test('a chain has the comment above it', () => {
    const text = '*filter\n# Who may come in by SSH.\n# Asked for by INPUT.\n:admins - [0:0]\n-A INPUT -j $0\nCOMMIT\n';
    expect(item(text, 'admins')).toMatchObject({
      labelDetails: { description: 'Who may come in by SSH' },
      documentation: { value: 'Who may come in by SSH.\nAsked for by INPUT.' },
    });
  });
});

describe('an option of a match that is not loaded', () => {
  test('brings its -m', () => {
    expect(taken(inTable('-A INPUT -p tcp --dpo$0 -j ACCEPT'), '--dports')).toBe(
      '-A INPUT -p tcp -m multiport --dports -j ACCEPT',
    );
    expect(taken(inTable('-A INPUT --cts$0'), '--ctstate')).toBe('-A INPUT -m conntrack --ctstate');
    expect(taken(inTable('-A INPUT ! --cts$0'), '--ctstate')).toBe('-A INPUT -m conntrack ! --ctstate');
  });

  test('whose protocol is not named brings that, which loads it', () => {
    expect(taken(inTable('-A INPUT --dpo$0'), '--dport')).toBe('-A INPUT -p tcp --dport');
    expect(taken(inTable('-A INPUT --icmp$0'), '--icmp-type')).toBe('-A INPUT -p icmp --icmp-type');
  });

  test('that -p loads comes alone', () => {
    expect(item(inTable('-A INPUT -p tcp --dpo$0'), '--dport').additionalTextEdits).toBeUndefined();
    expect(
      item(inTable('-A INPUT -p tcp -m multiport --dports 1 --sy$0'), '--syn').additionalTextEdits,
    ).toBeUndefined();
  });

  test('is not among what opens by itself at a blank', () => {
    const { items: found, isIncomplete } = listAt(inTable('-A INPUT $0'));
    expect(found.length).toBeLessThan(20);
    expect(isIncomplete).toBe(true);
  });

  test('whose -m is chosen by hand brings -p in front of it', () => {
    expect(taken(inTable('-A INPUT -m $0'), 'tcp')).toBe('-A INPUT -p tcp -m tcp');
    expect(taken(inTable('-A INPUT -p tcp -m $0'), 'tcp')).toBe('-A INPUT -p tcp -m tcp');
  });
});

test('what stands behind the cursor is not offered again', () => {
  expect(labels(inTable('-A INPUT $0 -p tcp -j ACCEPT'))).not.toContain('-p');
  expect(labels(inTable('-A INPUT $0 -p tcp -j ACCEPT'))).not.toContain('-j');
  expect(labels(inTable('-A INPUT -m limit $0 --limit 5/min'))).not.toContain('--limit');
  expect(labels(inTable('$0 -A INPUT -j ACCEPT'))).not.toContain('-P');
});

test('counters, in front of a rule, at the end of a chain, behind -c', () => {
  expect(labels(inTable('[$0'))).toEqual(['[0:0]']);
  expect(labels(inTable('[$0]'))).toEqual(['[0:0]']);
  expect(labels(inTable('[0:0] $0')).slice(0, 2)).toEqual(['-A', '-I']);
  expect(labels('*filter\n:INPUT DROP $0\nCOMMIT\n')).toEqual(['[0:0]']);
  expect(labels(inTable('-A INPUT -c $0'))).toEqual(['0 0']);
});

test('names and marks that the file uses', () => {
  const file = (rule: string) => inTable(`-A INPUT -m set --match-set blocked src -m mark --mark 0x7 -j DROP\n${rule}`);
  expect(labels(file('-A FORWARD -m set --match-set $0'))).toEqual(['blocked']);
  expect(labels(file('-A FORWARD -m mark --mark $0'))).toEqual(['0x7']);
  expect(labels(file('-A FORWARD -m set --match-set blocked $0')).slice(0, 2)).toEqual(['src', 'dst']);
});

test('no jump that makes a loop, or leads to what the chain does not take', () => {
  const text = (rule: string) =>
    `*filter\n:a - [0:0]\n:b - [0:0]\n:own - [0:0]\n-A a -j b\n-A own -m owner --uid-owner 0 -j DROP\n${rule}\nCOMMIT\n`;
  expect(labels(text('-A b -j $0'))).not.toContain('a');
  expect(labels(text('-A INPUT -j $0'))).toContain('a');
  expect(labels(text('-A INPUT -j $0'))).not.toContain('own');
  expect(labels(text('-A OUTPUT -j $0'))).toContain('own');
});

test('extensions of the settings, by their case', () => {
  const text = inTable('-A INPUT -m $0');
  const { position } = atCursor(text);
  const settings = { ...DEFAULT_SETTINGS, extensions: ['geoip', 'TARPIT'] };
  const file = new RulesFile(text.replace('$0', ''), settings);
  const found = completionListOf(file, position, EDITOR).items.map(({ label }) => label);
  expect(found).toContain('geoip');
  expect(found).not.toContain('TARPIT');
});

describe('a client that can do less', () => {
  test('gets plain texts', () => {
    const ssh = item('*filter\n$0', 'ssh', PLAIN);
    expect(ssh.insertTextFormat).toBeUndefined();
    expect(ssh.textEdit).toMatchObject({ newText: '# SSH\n-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT' });
    const drop = item(inTable('-A INPUT -j $0'), 'DROP', PLAIN);
    expect(drop.labelDetails).toBeUndefined();
    expect(drop.detail).toMatch(/^Drops the packet silently/);
    expect(drop.documentation).toEqual(expect.not.stringContaining('`'));
  });

  test('or asks for the documentation', () => {
    const drop = item(inTable('-A INPUT -j $0'), 'DROP');
    expect(drop.documentation).toBeUndefined();
    const { documentation } = withDocumentation(drop, EDITOR);
    expect(MarkupContent.is(documentation) && documentation.value).toMatch(/^Drops the packet silently/);
    expect(withDocumentation({ label: 'x', data: { nothing: 1 } }, EDITOR)).toEqual({
      label: 'x',
      data: { nothing: 1 },
    });
    expect(withDocumentation({ label: 'x', data: '4 match' }, EDITOR).documentation).toBeUndefined();
  });
});
