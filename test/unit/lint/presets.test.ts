// What the presets make of one file: a server without a default deny on its way out, and with SSH for everyone.

import { describe, expect, test } from 'vitest';
import { gradesOf, type Preset } from '../../../server/src/lint/grades.ts';
import { allFindingsOf } from '../../../server/src/lint/lint-file.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import type { Family } from '../../../server/src/vocabulary/schema.ts';

const HEAD = '*filter\n:INPUT DROP [0:0]\n:FORWARD DROP [0:0]\n';
const RULES = [
  '-A INPUT -i lo -j ACCEPT',
  '-A INPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT',
  '-A INPUT -p tcp --dport 22 -j ACCEPT',
  '-A INPUT -j LOG',
].join('\n');
const SERVER = `${HEAD}:OUTPUT ACCEPT [0:0]\n${RULES}\nCOMMIT\n`;

function said(text: string, preset: Preset, family: Family = 4): string[] {
  const file = new RulesFile(text, { ...DEFAULT_SETTINGS, family, grades: gradesOf(preset) });
  return allFindingsOf(file).map(({ line, code, severity }) => `${line + 1} ${code}: ${severity}`);
}

describe('a preset', () => {
  test('recommended leaves out what is a matter of opinion', () => {
    expect(said(SERVER, 'recommended')).toEqual(['8 log-without-limit: information']);
  });

  test('strict says it, and makes the others a step graver', () => {
    expect(said(SERVER, 'strict')).toEqual([
      '2 loopback-spoofing-not-dropped: information',
      '4 no-default-deny: information',
      '7 ssh-open-to-the-world: information',
      '8 log-without-limit: warning',
    ]);
  });

  test('cis warns of what the benchmarks ask for', () => {
    expect(said(SERVER, 'cis')).toEqual([
      '2 loopback-spoofing-not-dropped: warning',
      '4 no-default-deny: warning',
      '8 log-without-limit: information',
    ]);
  });

  test('cis is content with a table before the filter that drops forged packets', () => {
    const raw = '*raw\n:PREROUTING ACCEPT [0:0]\n-A PREROUTING -s 127.0.0.0/8 ! -i lo -j DROP\nCOMMIT\n';
    expect(said(`${raw}${SERVER}`, 'cis').join()).not.toContain('spoofing');
  });

  test('cis says it of IPv6 as well, and once where rules accept for nothing', () => {
    const open = `*filter\n:INPUT ACCEPT [0:0]\n:FORWARD DROP [0:0]\n:OUTPUT DROP [0:0]\n-A INPUT -i lo -j ACCEPT\n-A INPUT -p tcp --dport 22 -j ACCEPT\n-A OUTPUT -j ACCEPT\nCOMMIT\n`;
    expect(said(open, 'cis', 6)).toEqual(['2 default-accept: warning', '2 loopback-spoofing-not-dropped: warning']);
  });
});
