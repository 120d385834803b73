// The known versions: stretches of them, the nearest one, and the places that list them all.

import { expect, test } from 'vitest';
import { LINT } from '../../server/src/cli/lint/command-line.ts';
import { helpOf } from '../../server/src/cli/options/help.ts';
import { findingsOf } from '../../server/src/lint/lint-file.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../server/src/ruleset/rules-file.ts';
import { VERSIONS, type Version, type VersionRange } from '../../server/src/vocabulary/schema.ts';
import { describeVersions, isWithin, nearestVersion, SHIPPED_BY } from '../../server/src/vocabulary/versions.ts';
import { manifest } from '../support/manifest.ts';

const within = (range: VersionRange) => VERSIONS.filter((version) => isWithin(version, range));

test('a stretch begins with its first version and ends before the one that it names', () => {
  expect(within({})).toEqual(VERSIONS);
  expect(within({ since: '1.8.11' })).toEqual(['1.8.11', '1.8.13']);
  expect(within({ until: '1.8.9' })).toEqual(['1.8.7']);
  expect(within({ since: '1.8.9', until: '1.8.11' })).toEqual(['1.8.9']);
});

test.each<[VersionRange, string]>([
  [{}, ''],
  [{ since: '1.8.7' }, ''],
  [{ until: '1.8.9' }, '1.8.7'],
  [{ since: '1.8.9', until: '1.8.11' }, '1.8.9'],
  [{ until: '1.8.11' }, 'before 1.8.11'],
  [{ since: '1.8.11' }, '1.8.11 and newer'],
  [{ since: '1.8.9', until: '1.8.13' }, '1.8.9 to 1.8.11'],
  [{ since: '1.8.13' }, '1.8.13'],
])('%j reads as "%s"', (range, text) => {
  expect(describeVersions(range)).toBe(text);
});

test.each<[unknown, Version | 'any']>([
  ['1.8.7', '1.8.7'],
  ['1.8.10', '1.8.11'],
  ['1.8.4', '1.8.7'],
  ['1.9.0', '1.8.13'],
  ['any', 'any'],
  ['the newest', 'any'],
  [undefined, 'any'],
])('%j counts as %s', (asked, version) => {
  expect(nearestVersion(asked)).toBe(version);
});

test('the setting and the usage offer every version with the distributions that ship it', () => {
  const setting = manifest.contributes.configuration.properties['iptables.version'];
  expect(setting.enum).toEqual(['any', ...VERSIONS]);
  VERSIONS.forEach((version, i) => {
    expect(setting.enumDescriptions[i + 1]).toContain(`As in ${SHIPPED_BY[version]}.`);
    expect(helpOf(LINT)).toContain(`${version.padEnd(6)}  as in ${SHIPPED_BY[version]}\n`);
  });
});

const RULES = '*nat\n-A PREROUTING -i eth0 -p tcp -j DNAT --to-destination 192.0.2.1:ssh\nCOMMIT\n';

test.each<[Version | 'any', string[]]>([
  [
    'any',
    ['warning: Before iptables 1.8.9, ports are decimal numbers from 1 to 65535 here. Refused by iptables 1.8.7.'],
  ],
  ['1.8.7', ['error: Before iptables 1.8.9, ports are decimal numbers from 1 to 65535 here.']],
  ['1.8.9', []],
  ['1.8.13', []],
])('what 1.8.7 alone refuses, for %s', (version, said) => {
  const findings = findingsOf(new RulesFile(RULES, { ...DEFAULT_SETTINGS, version }));
  expect(findings.map(({ severity, message }) => `${severity}: ${message}`)).toEqual(said);
});

/** By back end and version: whether the second table, behind a line that asks for help, is read. */
test.each<['legacy' | 'nft', Version, number]>([
  ['legacy', '1.8.7', 0],
  ['nft', '1.8.7', 1],
  ['nft', '1.8.9', 0],
])('%s %s reads on behind -h: %i errors', (backend, version, errors) => {
  const file = new RulesFile('*filter\n-h\nCOMMIT\n*nat\njunk\nCOMMIT\n', { ...DEFAULT_SETTINGS, backend, version });
  expect(findingsOf(file).filter(({ severity }) => severity === 'error')).toHaveLength(errors);
});
