// Where VS Code opens the list of suggestions by itself: at every word of a rule, not in comments and texts.

import { beforeAll, describe, expect, test } from 'vitest';
import { type Kind, loadKinds } from './grammar-tokens.ts';

let kindAt: (line: string, column: number) => Kind;
beforeAll(async () => {
  kindAt = await loadKinds();
});

/** The kind of what stands before the cursor, which is where the line ends or at its `|`. */
function kindBefore(line: string): Kind {
  const cursor = line.indexOf('|');
  return kindAt(line.replace('|', ''), cursor < 0 ? line.length : cursor);
}

describe('the list opens', () => {
  test.each([
    's',
    'ssh',
    'baseline',
    'dns-client-bo',
    '  ssh',
    'ss|h -A INPUT',
    '-',
    '--',
    '*fil',
    ':IN',
    ':INPUT dr',
    'com',
    '[0:0] -a',
    '-A in',
    '-A INPUT s',
    '-A INPUT -p t',
    '-A INPUT -p tcp --dp',
    '-A INPUT -p tcp --dport ss',
    '-A INPUT -p tcp --dport=ss',
    '-A INPUT -p tcp -m multiport --dports 22,htt',
    '-A INPUT -p tcp -m multiport --dports htt|,22 -j ACCEPT',
    '-A INPUT -m lim',
    '-A INPUT -m limit --limit 5/mi',
    '-A INPUT -m conntrack --ctstate est',
    '-A INPUT -m conntrack --ctstate NEW,rel',
    '-A INPUT -i et',
    '-A INPUT ! -o wg',
    '-A INPUT -j log',
    '-A INPUT -g we',
    '-A INPUT -j REJECT --reject-with icmp-p',
    '-A INPUT -j LOG --log-level inf',
    '-A INPUT -m comment --comment "web" -j ac',
    '-A INPUT -m comment --comment web -j REJECT --reject-with tc',
    '-A INPUT -m set --match-set bad-hosts sr',
    '-A INPUT -s {{ net }} -p ud',
  ])('%s', (line) => {
    expect(kindBefore(line)).toBe('other');
  });
});

describe('the list stays closed', () => {
  test.each<[string, Kind]>([
    ['# ssh', 'comment'],
    ['*filter # ssh', 'comment'],
    ['-A INPUT -j ACCEPT # ssh', 'comment'],
    ['{# ssh', 'comment'],
    ['-A INPUT -m comment --comment "ssh', 'string'],
    ['-A INPUT -m comment --comment "allow ssh', 'string'],
    ['-A INPUT -m comment --comment "allow ssh| for all" -j ACCEPT', 'string'],
    ['-A INPUT -j LOG --log-prefix "denied', 'string'],
    ['-A INPUT -m comment --comment ssh', 'string'],
    ['-A INPUT -m comment --comment=SSH', 'string'],
    ['-A INPUT -m comment --comment #ssh', 'string'],
    ['-A INPUT -m comment --comment ss|h -j ACCEPT', 'string'],
    ['-A INPUT -j LOG --log-prefix web,denied', 'string'],
    ['-A INPUT -j NFLOG --nflog-prefix web', 'string'],
    ['-A INPUT -m string --string get', 'string'],
  ])('%s', (line, kind) => {
    expect(kindBefore(line)).toBe(kind);
  });
});
