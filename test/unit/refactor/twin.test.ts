// Owns the rule for the other family: where it goes, and when there is none.
import { describe, expect, it } from 'vitest';
import { applied, fileOf, linesOf } from '../edits/apply.ts';
import { filter, offersFor } from './refactored.ts';

const TWIN = 'file:///etc/iptables/rules.v6';
const RULE = '-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT';

/** The twin after the rule was added to it; undefined where that is not offered. */
function twinWith(rule: string, twin: string): string | undefined {
  const open = [{ uri: TWIN, file: fileOf(linesOf(twin), 6) }];
  const [offer] = offersFor('twin-rule', filter(`>${rule}`), { open });
  if (!offer || !('workspace' in offer.change)) return undefined;
  return applied(linesOf(twin), offer.change.workspace.changes?.[TWIN] ?? []);
}

describe('the twin of a rule', () => {
  it('goes to the twin file that is open, above what ends its chain', () => {
    const rest = ['-A INPUT -i lo -j ACCEPT', '-A INPUT -j LOG', '-A INPUT -j DROP'];
    expect(twinWith(RULE, filter(...rest))).toBe(filter(rest[0] ?? '', RULE, ...rest.slice(1)));
    expect(twinWith(RULE, filter())).toBe(filter(RULE));
  });

  it.each([
    [
      '-A INPUT -p icmp -m icmp --icmp-type echo-request -j ACCEPT',
      '-A INPUT -p ipv6-icmp -m icmp6 --icmpv6-type echo-request -j ACCEPT',
    ],
    ['-A INPUT ! -i lo -s 127.0.0.0/8 -j DROP', '-A INPUT ! -i lo -s ::1/128 -j DROP'],
    ['-A INPUT ! -s 127.0.0.1 -j DROP', '-A INPUT ! -s ::1 -j DROP'],
  ])('says %s as IPv6 says it', (rule, twin) => {
    expect(twinWith(rule, filter())).toBe(filter(twin));
  });

  it.each([
    '-A INPUT -s 192.0.2.1 -j ACCEPT',
    '-A INPUT -p icmp -m icmp --icmp-type redirect -j DROP',
    '-A INPUT -m iprange --src-range 10.0.0.1-10.0.0.9 -j DROP',
    '-A INPUT -p tcp -j REJECT --reject-with icmp-host-prohibited',
    '-A INPUT -m ttl --ttl-eq 1 -j DROP',
  ])('is not there for %s', (rule) => {
    expect(twinWith(rule, filter())).toBeUndefined();
  });

  it('is not added twice, nor to a chain that is missing', () => {
    expect(twinWith(RULE, filter(RULE))).toBeUndefined();
    expect(twinWith(RULE, '*nat\nCOMMIT\n')).toBeUndefined();
  });

  it('makes the file where the client can', () => {
    const text = filter(`>${RULE}`);
    const [offer] = offersFor('twin-rule', text, { createsFiles: true });
    expect(offer?.title).toBe('Add the same rule for IPv6 to rules.v6, a new file');
    expect(offer?.change).toMatchObject({
      workspace: {
        documentChanges: [
          { kind: 'create', uri: TWIN, options: { overwrite: false } },
          { textDocument: { uri: TWIN } },
        ],
      },
    });
    expect(JSON.stringify(offer?.change)).toContain(`:OUTPUT ACCEPT [0:0]\\n${RULE}\\nCOMMIT\\n`);
    expect(offersFor('twin-rule', text)).toEqual([]);
    expect(offersFor('twin-rule', text, { createsFiles: true, uri: 'untitled:Untitled-1' })).toEqual([]);
    expect(offersFor('twin-rule', text, { createsFiles: true, uri: 'file:///etc/firewall' })).toEqual([]);
  });
});
