// Configuration files: what they say of which file, and what is wrong with them, with line and column.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Configuration } from '../../../server/src/configuration/configuration.ts';
import { fits } from '../../../server/src/configuration/glob.ts';
import { gradesOf } from '../../../server/src/lint/grades.ts';
import type { Chosen } from '../../../server/src/ruleset/file-settings.ts';
import type { ConfigurationFormat } from '../../../server/src/vocabulary/file-names.ts';
import { manifest } from '../../support/manifest.ts';

/** What a configuration says of a path; what is wrong, as texts, where it is wrong. */
function said(text: string, path = 'rules.v4', format: ConfigurationFormat = 'jsonc'): Chosen | readonly string[] {
  const read = Configuration.read(text, format);
  return read instanceof Configuration
    ? read.of(path)
    : read.faults.map(({ line, start, end, message }) => `${line + 1}:${start + 1}-${end + 1} ${message}`);
}

/** What holds where nobody chooses a preset. */
const RECOMMENDED = gradesOf('recommended');

describe('what it says', () => {
  test.each<[string, string, Chosen]>([
    ['nothing', '{}', { grades: {} }],
    ['an empty text', '', { grades: {} }],
    ['a rule', '{"rules": {"bare-flush": "off"}}', { grades: { 'bare-flush': 'off' } }],
    ['a version', '{"version": "1.4.21"}', { grades: {}, version: '1.8.7' }],
    ['the family', '{"family": 6, "backend": "nft"}', { grades: {}, family: 6, backend: 'nft' }],
    ['no family', '{"family": "auto"}', { grades: {}, family: undefined }],
    [
      'management',
      '{"management": [{"port": 22, "from": ["10.0.0.0/8"]}, {"port": 2222, "from": ["192.0.2.1"]}]}',
      { grades: {}, management: { ports: [22, 2222], sources: ['10.0.0.0/8', '192.0.2.1'] } },
    ],
    [
      'management from anywhere',
      '{"management": [{"port": 22, "from": ["10.0.0.0/8"]}, {"port": 2222}]}',
      { grades: {}, management: { ports: [22, 2222], sources: [] } },
    ],
    [
      'the machine',
      '{"interfaces": ["eth0", "veth+"], "addresses": {"eth0": ["10.0.0.1/24", "fd00::1/64"]}, "sets": {"a": ["10.0.0.0/8"]}, "published": [{"port": 80}]}',
      {
        host: {
          interfaces: ['eth0', 'veth+'],
          addresses: { eth0: ['10.0.0.1/24', 'fd00::1/64'] },
          sets: { a: ['10.0.0.0/8'] },
          published: [{ port: 80, protocol: 'tcp' }],
        },
      },
    ],
    [
      'lists',
      '{"extensions": ["geoip"], "template": true, "fragment": true}',
      { grades: {}, extensions: ['geoip'], template: true, fragment: true },
    ],
  ])('%s', (_, text, chosen) => {
    expect(said(text)).toEqual({ ...chosen, grades: { ...RECOMMENDED, ...chosen.grades } });
  });

  test('the last override that fits counts, rule by rule', () => {
    const text = `{
      // for all
      "rules": {"bare-flush": "off", "table-twice": "hint"},
      "overrides": [
        {"files": "*.v6", "rules": {"bare-flush": "information"}, "family": 6},
        {"files": ["old/**"], "rules": {"bare-flush": "warning"}},
      ],
    }`;
    const grades = (path: string) => (said(text, path) as Chosen).grades?.['bare-flush'];
    expect([grades('rules.v4'), grades('a/rules.v6'), grades('old/rules.v6')]).toEqual([
      'off',
      'information',
      'warning',
    ]);
    expect(said(text, 'old/rules.v6')).toMatchObject({ family: 6, grades: { 'table-twice': 'hint' } });
  });

  test('strict makes each rule a step graver', () => {
    expect(said('{"preset": "strict"}')).toMatchObject({
      grades: { 'unused-chain': 'warning', 'bare-flush': 'warning' },
    });
  });

  test('YAML says the same', () => {
    expect(said('# why\nrules:\n  bare-flush: off\nfamily: 6\n', 'a', 'yaml')).toMatchObject({
      family: 6,
      grades: { 'bare-flush': 'off' },
    });
  });
});

describe('what is wrong', () => {
  test.each<[string, ConfigurationFormat, readonly string[]]>([
    [
      '{"rules": {\n  "bare-flsh": "off"}}',
      'json',
      ['2:3-14 No rule is called "bare-flsh". Did you mean "bare-flush"?'],
    ],
    [
      '{"rules": {"bare-flush": "of"}}',
      'json',
      ['1:26-30 "bare-flush" must be one of off, hint, information, warning, not "of". Did you mean "off"?'],
    ],
    [
      '{"rules": {"bare-flush": "error"}}',
      'json',
      [
        '1:26-33 Only what the loaders refuse is an error. Use "warning", and "--max-warnings 0" where warnings must fail.',
      ],
    ],
    ['{"backnd": "nft"}', 'json', ['1:2-10 Unknown entry "backnd". Did you mean "backend"?']],
    ['{"management": [{"port": 0}]}', 'json', ['1:26-27 "port" must be from 1 to 65535, not 0.']],
    [
      '{"addresses": {\n  "eth0": ["10.0.0.1"]}}',
      'json',
      [
        '2:12-22 Each of "eth0" must be an address with the length of its network, such as "10.0.0.1/24", not "10.0.0.1".',
      ],
    ],
    [
      '{"interfaces": ["eth0/1"]}',
      'json',
      ['1:17-25 Each of "interfaces" must be the name of an interface, such as "eth0", not "eth0/1".'],
    ],
    ['{"sets": ["a"]}', 'json', ['1:10-15 "sets" must be a list of names and values, not ["a"].']],
    [
      'published:\n  - {port: 80, protocol: sctp}\n',
      'yaml',
      ['2:26-30 "protocol" must be one of tcp, udp, not "sctp".'],
    ],
    ['{"management": [{}]}', 'json', ['1:17-19 "port" is missing here.']],
    ['{"template": "yes"}', 'json', ['1:14-19 "template" must be true or false, not "yes".']],
    ['{"overrides": [{"files": []}]}', 'json', ['1:26-28 "files" must not be empty.']],
    ['{"overrides": [{"files": 4}]}', 'json', ['1:26-27 "files" must be a pattern such as "**/*.v6", not 4.']],
    ['{"preset": "recommended",}', 'json', ['1:26-27 This is not JSON: property name expected.']],
    ['[]', 'json', ['1:1-3 The configuration must be a list of names and values, not [].']],
    ['rules:\n  bare-flsh: off\n', 'yaml', ['2:3-12 No rule is called "bare-flsh". Did you mean "bare-flush"?']],
    ['version: 1.8\n', 'yaml', ['1:10-13 "version" must be any or a version in quotes, such as "1.8.13", not 1.8.']],
    ['family: 4\nfamily: 6\n', 'yaml', ['2:1-2 This is not YAML: Map keys must be unique.']],
  ])('%s', (text, format, faults) => {
    expect(said(text, 'a', format)).toEqual(faults);
  });

  test('aliases that grow without end', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (const [name, last] of ['ba', 'cb', 'dc', 'ed', 'fe'])
      bomb.push(`${name}: &${name} [${Array(10).fill(`*${last}`).join(', ')}]`);
    expect(said(bomb.join('\n'), 'a', 'yaml')).toEqual([expect.stringContaining('This is not YAML')]);
  });
});

test.each([
  ['*.v6', 'rules.v6', true],
  ['*.v6', 'a/b/rules.v6', true],
  ['./*.v6', 'a/rules.v6', false],
  ['a/*', 'a/b/c', false],
  ['a/**', 'a/b/c', true],
  ['**/b/c', 'b/c', true],
  ['a/**/c', 'a/c', true],
  ['rules.v[46]', 'rules.v4', true],
  ['rules.v[!4]', 'rules.v4', false],
  ['{old,new}/*.v4', 'new/rules.v4', true],
  ['a.v4', 'axv4', false],
  ['?.v4', 'ab.v4', false],
])('the pattern %s and %s: %s', (pattern, path, does) => {
  expect(fits(pattern, path)).toBe(does);
});

test('editors are told of the schema', () => {
  const [entry] = manifest.contributes.jsonValidation;
  const schema: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '../../..', entry?.url ?? ''), 'utf8'));
  expect(schema).toMatchObject({
    properties: { rules: { properties: { 'bare-flush': { enum: expect.any(Array) } } } },
  });
});
