// Owns where the rules of chosen services go, and that each stands there once.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  insertBaseline,
  insertServiceRules,
  type ServiceInsertion,
  servicesProblem,
} from '../../../server/src/features/edits/index.ts';
import type { Family } from '../../../server/src/vocabulary/schema.ts';
import { SERVICES } from '../../../server/src/vocabulary/service-catalogue.ts';
import { describeWithIptables, refusalsOf } from '../../support/iptables.ts';
import { anyFile, applied, fileOf, linesOf, rulesFile } from './apply.ts';

type Choice = Partial<ServiceInsertion>;

function inserted(text: string, ids: readonly string[], choice: Choice = {}, family: Family = 4): string {
  const lines = linesOf(text);
  const services = ids.map((id) => ({ id }));
  return applied(lines, insertServiceRules(fileOf(lines, family), { services, direction: 'default', ...choice }));
}

const HTTP = '-A INPUT -p tcp -m tcp --dport 80 -j ACCEPT';
const HTTPS = '-A INPUT -p tcp -m tcp --dport 443 -j ACCEPT';

describe('service rules', () => {
  it('bring a table that changes nothing else into an empty file', () => {
    expect(linesOf(inserted('', ['http']))).toEqual([
      '*filter',
      ':INPUT ACCEPT [0:0]',
      ':FORWARD ACCEPT [0:0]',
      ':OUTPUT ACCEPT [0:0]',
      '',
      '# HTTP and HTTPS',
      HTTP,
      HTTPS,
      '',
      'COMMIT',
      '',
    ]);
  });

  it('go above the LOG rules of a baseline, a paragraph each', () => {
    const lines = [''];
    const baseline = applied(lines, insertBaseline(fileOf(lines), { kind: 'console' }));
    const text = inserted(baseline, ['http', 'ping']);
    const rules = linesOf(text).filter((line) => line.startsWith('-A'));
    expect(rules.slice(-2).every((rule) => rule.includes('-j LOG'))).toBe(true);
    expect(text).toContain(`\n\n# HTTP and HTTPS\n${HTTP}\n${HTTPS}\n\n# Ping\n`);
  });

  it('go above a final refusal, of everything or of their protocol', () => {
    const rest = ['-A INPUT -p udp -j REJECT', '-A INPUT -p tcp -j REJECT --reject-with tcp-reset', '-A INPUT -j DROP'];
    const text = inserted(['*filter', ...rest, 'COMMIT', ''].join('\n'), ['http']);
    expect(linesOf(text)).toEqual(['*filter', rest[0], HTTP, HTTPS, ...rest.slice(1), 'COMMIT', '']);
  });

  it('go above a LOG rule that stands before ACCEPT rules', () => {
    const text = inserted('*filter\n-A INPUT -j LOG\n-A INPUT -p tcp --dport 22 -j ACCEPT\nCOMMIT\n', ['http']);
    expect(linesOf(text)).toEqual([
      '*filter',
      HTTP,
      HTTPS,
      '-A INPUT -j LOG',
      '-A INPUT -p tcp --dport 22 -j ACCEPT',
      'COMMIT',
      '',
    ]);
  });

  it('do not pass a rule that refuses some packets on their way up', () => {
    const blocked = '-A INPUT -s 203.0.113.0/24 -j DROP';
    const text = inserted(`*filter\n-A INPUT -j LOG\n${blocked}\nCOMMIT\n`, ['http']);
    expect(linesOf(text)).toEqual(['*filter', '-A INPUT -j LOG', blocked, HTTP, HTTPS, 'COMMIT', '']);
  });

  it('go to the end of their chain elsewhere', () => {
    const text = inserted('*filter\n-A INPUT -i lo -j ACCEPT\n-A OUTPUT -o lo -j ACCEPT\nCOMMIT\n', ['http'], {
      direction: 'both',
    });
    expect(linesOf(text)).toEqual([
      '*filter',
      '-A INPUT -i lo -j ACCEPT',
      HTTP,
      HTTPS,
      '-A OUTPUT -o lo -j ACCEPT',
      HTTP.replace('INPUT', 'OUTPUT'),
      HTTPS.replace('INPUT', 'OUTPUT'),
      'COMMIT',
      '',
    ]);
  });

  it('are left out where they are there already, however they are spelled', () => {
    for (const rule of [
      '-A INPUT -p tcp -m multiport --dports 80,443 -j ACCEPT',
      '-A INPUT -p tcp --dport 80:443 -m state --state NEW -j ACCEPT',
      '-A INPUT -p TCP --destination-port http: -j ACCEPT',
      '-A INPUT -p tcp -j ACCEPT',
    ]) {
      const text = `*filter\n${rule}\nCOMMIT\n`;
      expect(inserted(text, ['http'])).toBe(text);
    }
  });

  it('with a source are there only where that source is', () => {
    const text = `*filter\n${HTTP}\n-A INPUT -s 192.0.2.0/255.255.255.0,198.51.100.1 -p tcp --dport 443 -j ACCEPT\nCOMMIT\n`;
    const after = inserted(text, ['http'], { source: '192.0.2.0/24' });
    expect(after).toContain('-A INPUT -s 192.0.2.0/24 -p tcp -m tcp --dport 80 -j ACCEPT');
    expect(after).not.toContain('-A INPUT -s 192.0.2.0/24 -p tcp -m tcp --dport 443 -j ACCEPT');
  });

  it('have a rule for each of several sources', () => {
    const text = inserted('', ['ssh'], { source: '192.0.2.7,198.51.100.7' });
    expect(text).toContain('-A INPUT -s 192.0.2.7 -p tcp -m tcp --dport 22 -j ACCEPT\n-A INPUT -s 198.51.100.7 ');
  });

  it('take another port', () => {
    const text = inserted('', [], { services: [{ id: 'ssh', port: 2222 }] });
    expect(text).toContain('# SSH on port 2222\n-A INPUT -p tcp -m tcp --dport 2222 -j ACCEPT\n');
  });

  it('refuse what is no service, port or address', () => {
    const wrong: Choice[] = [
      { services: [{ id: 'nosuch' }] },
      { services: [{ id: 'ssh', port: 70000 }] },
      { services: [{ id: 'ssh', port: '9:5' }] },
      { services: [{ id: 'ssh' }], source: '::1' },
    ];
    for (const choice of wrong) {
      const insertion = { services: [], direction: 'in', ...choice } as const;
      expect(servicesProblem(insertion, 4)).toMatch(/\.$/);
      expect(insertServiceRules(fileOf(['']), insertion)).toEqual([]);
    }
  });
});

const insertions = fc.record({
  services: fc.subarray(
    SERVICES.map(({ id }) => ({ id })),
    { minLength: 1, maxLength: 4 },
  ),
  direction: fc.constantFrom('in' as const, 'out' as const, 'both' as const, 'default' as const),
});

describe('service rules in any file', () => {
  it('change nothing the second time', () => {
    fc.assert(
      fc.property(anyFile, insertions, (lines, insertion) => {
        const once = linesOf(applied(lines, insertServiceRules(fileOf(lines), insertion)));
        expect(insertServiceRules(fileOf(once), insertion)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('take no line away', () => {
    fc.assert(
      fc.property(anyFile, insertions, (lines, insertion) => {
        const after = linesOf(applied(lines, insertServiceRules(fileOf(lines), insertion)));
        let at = 0;
        for (const line of lines.filter((one) => one !== '')) {
          at = after.indexOf(line, at) + 1;
          expect(at, `${line} is gone`).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describeWithIptables(describe, 'service rules and the real tools', () => {
  it.each([4, 6] as const)('every service loads in an empty file, IPv%i', (family) => {
    const services = SERVICES.map(({ id }) => ({ id }));
    for (const source of [undefined, family === 4 ? '192.0.2.7,198.51.100.0/24' : '2001:db8::7,2001:db8:1::/48']) {
      const choice = { services, direction: 'both', ...(source === undefined ? {} : { source }) } as const;
      expect(refusalsOf(inserted('', [], choice, family), family)).toEqual([]);
    }
  });

  it('load in whatever loaded before', () => {
    fc.assert(
      fc.property(rulesFile, insertions, (lines, insertion) => {
        fc.pre(refusalsOf(lines.join('\n'), 4).length === 0);
        const text = applied(lines, insertServiceRules(fileOf(lines), insertion));
        expect(refusalsOf(text, 4), text).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
