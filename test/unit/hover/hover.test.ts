// What a hover says of each kind of word, and which part of the line it marks.

import { describe, expect, test } from 'vitest';
import { MarkupContent } from 'vscode-languageserver-types';
import { hoverOf } from '../../../server/src/features/hover.ts';
import type { Family } from '../../../server/src/vocabulary/schema.ts';
import { atCursor, inTable } from './cursor.ts';

/** The hover at `$0` and the text that it marks; undefined where there is none. */
function hover(marked: string, family: Family = 4): { says: string; marks: string } | undefined {
  const { file, position } = atCursor(marked, family);
  const found = hoverOf(file, position);
  if (!found?.range || !MarkupContent.is(found.contents)) return undefined;
  return { says: found.contents.value, marks: file.lines.text(found.range) };
}

type Row = readonly [marked: string, marks: string, ...says: string[]];

describe('the lines around the rules', () => {
  const rows: readonly Row[] = [
    ['*fil$0ter\nCOMMIT\n', '*filter', 'table', '`INPUT`, `FORWARD` and `OUTPUT`'],
    ['*fliter$0\nCOMMIT\n', '*fliter', 'Unknown table', '`nat`'],
    [
      '*filter\n:IN$0PUT DROP [0:0]\n-A INPUT -j ACCEPT\nCOMMIT\n',
      ':INPUT',
      'built-in chain of table `filter`',
      '1 rule line',
      'mangle → filter → security → nat',
    ],
    ['*filter\n:FORWARD D$0ROP [0:0]\nCOMMIT\n', 'DROP', 'policy of `FORWARD`', 'Drops the packet silently'],
    ['*filter\n:mine $0- [0:0]\nCOMMIT\n', '-', 'no policy'],
    ['*filter\n:INPUT DROP [10:$0840]\nCOMMIT\n', '[10:840]', '10 packets with 840 bytes'],
    ['*nat\nCOM$0MIT\n', 'COMMIT', 'end of table `nat`'],
    ['*nat\n:FORW$0ARD ACCEPT [0:0]\nCOMMIT\n', ':FORWARD', 'has no such chain'],
  ];
  test.each(rows)('%j marks %j', (marked, marks, ...says) => {
    const found = hover(marked);
    expect(found?.marks).toBe(marks);
    for (const text of says) expect(found?.says).toContain(text);
  });
});

describe('the words of a rule', () => {
  const rows: readonly Row[] = [
    ['-$0A INPUT -j ACCEPT', '-A', '--append', 'Appends the rule', 'Accepts every packet.'],
    [
      '-$0A INPUT -p tcp --dport 22 -j ser_vices',
      '-A',
      'Jumps to the chain `ser_vices` with TCP packets to port `22` (ssh).',
    ],
    ['-A serv$0ices -j ACCEPT', 'services', 'user chain of table `filter`', '2 rule lines', 'nowhere in this file'],
    ['-A INPUT -j serv$0ices', 'services', 'Jumped to from:** `INPUT`', 'Reached from:** `INPUT`'],
    ['-A INPUT -j nowh$0ere', 'nowhere', '`:nowhere - [0:0]`'],
    ['-A INPUT -j acc$0ept', 'accept', 'The target is called `ACCEPT`'],
    ['-A INPUT -g serv$0ices', 'services', 'user chain'],
    ['-A INPUT -j LO$0G', 'LOG', 'kernel log', 'goes on to the next rule', '```iptables\n-A INPUT'],
    ['-A INPUT -j RETU$0RN', 'RETURN', 'verdict', 'Leaves this chain'],
    ['-A INPUT -m lim$0it', 'limit', '`--limit-burst`', 'Matches until a rate is reached'],
    [
      '-A INPUT -p tcp --dpo$0rt 22',
      '--dport',
      '[!] --dport port[:port]',
      'loaded by',
      '`--destination-port`',
      'needs `-p tcp`',
    ],
    ['-A INPUT -p tcp --dp$0o 22', '--dpo', 'is an abbreviation of `--dport`'],
    ['-A INPUT --dpo$0rt 22', '--dport', 'Not available here', '`-m tcp`'],
    ['-A INPUT $0! -i lo', '!', 'Negates `-i`'],
    ['-A INPUT -fj ACC$0EPT', 'ACCEPT', 'verdict'],
    ['-A INPUT -$0fj ACCEPT', '-f', '--fragments'],
    ['-A INPUT -f$0j ACCEPT', 'j', '--jump'],
    ['-A INPUT -ie$0th0', 'eth0', 'value of `-i`'],
    ['[10:$0840] -A INPUT -j ACCEPT', '[10:840]', 'counters of the rule'],
    ['-I INPUT $03 -j ACCEPT', '3', 'rule number', 'move down'],
    ['-P INPUT DR$0OP', 'DROP', 'policy of `INPUT`'],
    ['-A INPUT -c 10 $0840', '840', 'bytes of the rule'],
    ['-A INPUT -m geo$0ip', 'geoip', 'xtables-addons'],
  ];
  test.each(rows)('%s marks %j', (marked, marks, ...says) => {
    const found = hover(inTable(marked));
    expect(found?.marks).toBe(marks);
    for (const text of says) expect(found?.says).toContain(text);
  });

  test.each([
    '# a com$0ment',
    '-A INPUT -j ACCEPT # a com$0ment',
    '$0',
    '-A INPUT  $0 -j ACCEPT',
    '-A INPUT --nonsen$0se',
  ])('%j says nothing', (marked) => {
    expect(hover(inTable(marked))).toBeUndefined();
  });
});

describe('values', () => {
  const rows: readonly Row[] = [
    ['-A INPUT -p t$0cp', 'tcp', 'Protocol 6', 'connections with ports'],
    ['-A INPUT -p 4$07', '47', 'GRE', '`gre`'],
    ['-A INPUT -p al$0l', 'all', 'Every protocol'],
    ['-A INPUT -p tcp --dport 2$02', '22', 'Port 22: `ssh` (TCP)', 'a port from 0 to 65535'],
    ['-A INPUT -p tcp --dport=2$02', '22', 'Port 22'],
    ['-A INPUT -p tcp --dport htt$0ps', 'https', 'Port 443'],
    ['-A INPUT -p tcp --dport 941$08', '9418', '`git`'],
    ['-A INPUT -p tcp --dport 1024$0:', '1024:', '64,512 ports'],
    ['-A INPUT -p tcp -m multiport --dports 80,44$03,8000:8010', '443', '`https`'],
    ['-A INPUT -p tcp -m multiport --dports 80,443,8000:80$010', '8000:8010', '11 ports'],
    [
      '-A INPUT -s 10.1.2.3/2$04',
      '10.1.2.3/24',
      '`10.1.2.0` to `10.1.2.255`, 256 addresses',
      'save it as `10.1.2.0/24`',
      'Part of `10.0.0.0/8`: private addresses (RFC 1918)',
    ],
    ['-A INPUT -s 192.0.2.1,127.0.0$0.1', '127.0.0.1', 'The address `127.0.0.1`', 'loopback'],
    ['-A INPUT -s 192.168.0.0/255.255.255$0.0', '192.168.0.0/255.255.255.0', '`192.168.0.0/24`', 'private'],
    ['-A INPUT -s 10.0.0.0/255.0.0.255$0', '10.0.0.0/255.0.0.255', 'not a plain prefix'],
    ['-A INPUT -s 0.0.0.0/0$0', '0.0.0.0/0', 'Every IPv4 address'],
    ['-A INPUT -d 224.0.0.251$0', '224.0.0.251', 'mDNS'],
    ['-A INPUT -s example.or$0g', 'example.org', 'host name'],
    ['-A INPUT ! -s 10.0.0.1$0', '10.0.0.1', 'Negated by'],
    ['-A INPUT -i l$0o', 'lo', 'loopback'],
    ['-A INPUT -i ppp$0+', 'ppp+', 'Every interface whose name starts with `ppp`'],
    ['-A INPUT -m conntrack --ctstate NEW,ESTABL$0ISHED', 'ESTABLISHED', 'seen in both directions'],
    ['-A INPUT -m conntrack --ctstate NEW,est$0', 'est', 'Short for `ESTABLISHED`'],
    ['-A INPUT -m limit --limit 5/m$0in', '5/min', 'one packet every 12 seconds', '3/hour'],
    ['-A INPUT -j LOG --log-prefix "den$0ied: "', '"denied: "', '8 of at most 29 bytes'],
    ['-A INPUT -j LOG --log-level $07', '7', '`debug`'],
    ['-A INPUT -p tcp --tcp-flags SYN,AC$0K SYN', 'ACK', 'value 1 of', 'Confirms'],
    ['-A INPUT -p icmp --icmp-type 3/$04', '3/4', 'ICMP type 3, code 4: `fragmentation-needed`'],
    ['-A INPUT -p icmp --icmp-type pi$0ng', 'ping', 'ICMP type 8', '`echo-request`'],
    ['-A INPUT -m mark --mark 0x10/0xf$00', '0x10/0xf0', 'The mark 16', 'bits 4 to 7'],
    ['-A INPUT -m iprange --src-range 192.0.2.1-192.0.2.$010', '192.0.2.1-192.0.2.10', '10 addresses', 'documentation'],
    ['-A INPUT -m set --match-set bad sr$0c', 'src', 'The source address'],
    ['-A INPUT -j REJECT --reject-with tcp-re$0set', 'tcp-reset', 'A TCP reset'],
    ['-A OUTPUT -m owner --uid-owner $00', '0', 'root'],
  ];
  test.each(rows)('%s marks %j', (marked, marks, ...says) => {
    const found = hover(inTable(marked));
    expect(found?.marks).toBe(marks);
    for (const text of says) expect(found?.says).toContain(text);
  });

  test.each<Row>([
    ['-A INPUT -p ah -m ah --ahspi 010:02$00', '010:020', 'From 8 to 16'],
    ['-A INPUT -m connbytes --connbytes $05', '5', 'From 5 to 18446744073709551615'],
    [
      '-A INPUT -m conntrack --ctorigsrc 10.1.2.3/255.0.2$055.0',
      '10.1.2.3/255.0.255.0',
      'not a plain prefix',
      'read it as `10.1.2.3`',
    ],
    ['-A INPUT -m conntrack --ctorigsrcport 655$058', '65558', 'Port 22'],
    ['-A INPUT -m dscp --dscp-class CS1$00', 'CS10', 'Read as `CS1`', 'Its number is 8'],
    ['-A INPUT -p icmp --icmp-type 3/1$0:5', '3/1:5', 'ICMP type 3, codes 1 to 5'],
    ['-A OUTPUT -m owner --uid-owner 0x1$00', '0x10', 'number 16'],
  ])('as the tools read it: %s marks %j', (marked, marks, ...says) => {
    const found = hover(inTable(marked));
    expect(found?.marks).toBe(marks);
    for (const text of says) expect(found?.says).toContain(text);
  });

  test('nothing is said of the meaning of what is refused', () => {
    expect(hover(inTable('-A INPUT -p tcp -m multiport --dports 443,10$024:'))?.says).not.toContain('65535, ');
  });

  const rows6: readonly Row[] = [
    ['-A INPUT -s fe80::/$010', 'fe80::/10', 'Link-local', '2^118 addresses'],
    ['-A INPUT -s fd00:$0:1', 'fd00::1', 'Part of `fc00::/7`'],
    ['-A INPUT -s 2001:db8::5/3$02', '2001:db8::5/32', 'save it as `2001:db8::/32`', 'Documentation (RFC 3849)'],
    ['-A INPUT -d ff02::$01', 'ff02::1', 'all nodes'],
    ['-A INPUT -p ipv6-ic$0mp', 'ipv6-icmp', 'Protocol 58', 'neighbour discovery'],
    ['-A INPUT -p ipv6-icmp -m icmp6 --icmpv6-type 13$05', '135', '`neighbour-solicitation`'],
    ['-A INPUT -m icm$0pv6', 'icmpv6', '`-m icmp6`', 'another name'],
    ['-A INPUT -m tt$0l', 'ttl', 'This file is for IPv6'],
  ];
  test.each(rows6)('IPv6: %s marks %j', (marked, marks, ...says) => {
    const found = hover(inTable(marked), 6);
    expect(found?.marks).toBe(marks);
    for (const text of says) expect(found?.says).toContain(text);
  });

  test('NAT: the address and the port are told apart', () => {
    const rule = (marked: string) => inTable(`-A PREROUTING -p tcp -j DNAT --to-destination ${marked}`, 'nat');
    expect(hover(rule('192.0.2.$01:8080'))).toMatchObject({
      marks: '192.0.2.1',
      says: expect.stringContaining('documentation'),
    });
    expect(hover(rule('192.0.2.1:80$080'))).toMatchObject({
      marks: '8080',
      says: expect.stringContaining('Port 8080'),
    });
    expect(hover(rule('[2001:db8::1]:80$0'), 6)).toMatchObject({
      marks: '80',
      says: expect.stringContaining('`http`'),
    });
    expect(hover(rule('[2001:db8::$01]:80'), 6)).toMatchObject({
      marks: '[2001:db8::1]',
      says: expect.stringContaining('Part of'),
    });
  });

  test("text of the file cannot break out of the hover's code", () => {
    const found = hover(inTable('-A INPUT -m comment --comment "a `b` ``c`` $0[x](command:y)"'));
    expect(found?.says.split('\n')[0]).toBe('**```a `b` ``c`` [x](command:y)```** · value of `--comment`');
  });
});
