// Owns the proof that the layers hold: plants every kind of forbidden import in a small copy of the house
// and sees each one refused, and the clean copy taken.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkLayers } from '../../scripts/check/layers.ts';

const root = path.resolve(import.meta.dirname, '..', '..');
const layers = readdirSync(path.join(root, 'server', 'src'), { withFileTypes: true })
  .map((entry) => entry.name)
  .filter((name) => existsSync(path.join(root, 'server', 'src', name, 'tsconfig.json')));

/** Each imports a file of its own: tsc names an importer only for the first import of a file that is out of reach. */
const upward = [
  ['features', "import { value } from '../lsp/NAME.ts';\nexport const used = value;"],
  ['features', "import type { Value } from '../lsp/NAME.ts';\nexport type Used = Value;"],
  ['features', "export * from '../lsp/NAME.ts';"],
  ['features', "export const used = async () => (await import('../lsp/NAME.ts')).value;"],
  ['features', "export type Used = import('../lsp/NAME.ts').Value;"],
  ['check', "import '../lint/NAME.ts';"],
  ['check', "export { value } from './../../src/lint/NAME.ts';"],
  ['syntax', "import { value } from '../vocabulary/NAME.ts';\nexport const used = value;"],
  ['vocabulary', "import { value } from '../syntax/NAME.ts';\nexport const used = value;"],
  ['ruleset', "import { value } from '../check/NAME.ts';\nexport const used = value;"],
] as const;

const packages = [
  ['features', "import { createConnection } from 'vscode-languageserver';\nexport const used = createConnection;"],
  ['features', "import type { Connection } from 'vscode-languageserver/node';\nexport type Used = Connection;"],
  ['features', "export type Used = import('vscode-languageserver/node').Connection;"],
  ['features', "import type { Connection } from '../../../node_modules/vscode-languageserver/lib/node/main.js';"],
  ['check', "import { readFileSync } from 'node:fs';\nexport const used = readFileSync;"],
  ['check', "import {\n  readFileSync,\n} from 'node:fs';\nexport const used = readFileSync;"],
  ['check', "export * from 'node:fs';"],
  ['check', "export const used = async () => await import('node:fs');"],
  ['check', 'export const used = async () => await import(`node:fs`);'],
  ['check', "declare const require: (name: string) => unknown;\nexport const used = require('fs');"],
  ['check', "import fs = require('node:fs');\nexport const used = fs;"],
  ['check', "export type Used = typeof import('node:fs');"],
  ['check', '/// <reference types="node" />\nexport const used = process.pid;'],
  ['check', "import type { Range } from 'vscode-languageserver-types';\nexport type Used = Range;"],
  ['check', "import { RuleReader } from '../ruleset/reader/rule-reader.ts';\nexport const used = RuleReader;"],
  ['lint', "export type { Loading } from '../ruleset/reader/rule-state.ts';"],
  ['features', "export const used = async () => await import('../ruleset/reader/rule-reader.ts');"],
  ['vocabulary', "import * as vscode from 'vscode';\nexport const used = vscode;"],
  ['lsp', "import { readFileSync } from 'node:fs';\nexport const used = readFileSync;"],
  ['lsp', "import { createConnection } from 'vscode-languageserver/node';\nexport const used = createConnection;"],
  ['lsp', "import type { Used } from '../../../client/src/start.ts';\nexport type Again = Used;"],
] as const;

let house = '';

function write(place: string, text: string): void {
  const file = path.join(house, place);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${text}\n`);
}

/** The real tsconfigs over layers of one file each; the packages are the real ones, too. */
beforeAll(() => {
  house = mkdtempSync(path.join(tmpdir(), 'iptables-layers-'));
  symlinkSync(path.join(root, 'node_modules'), path.join(house, 'node_modules'), 'junction');
  cpSync(path.join(root, 'tsconfig.base.json'), path.join(house, 'tsconfig.base.json'));
  write('tsconfig.json', JSON.stringify({ files: [], references: [{ path: 'server/src/lsp' }] }));
  mkdirSync(path.join(house, 'client', 'src'), { recursive: true });
  for (const layer of layers) {
    const config = path.join('server', 'src', layer, 'tsconfig.json');
    write(`server/src/${layer}/ground.ts`, `export const ${layer} = 1;`);
    cpSync(path.join(root, config), path.join(house, config));
  }
  write('server/src/check/fine.ts', "import { ruleset } from '../ruleset/ground.ts';\nexport const used = ruleset;");
  write(
    'server/src/features/fine.ts',
    "import type { Range } from 'vscode-languageserver-types';\nexport type Used = Range;",
  );
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

function typeCheck(): string {
  const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const done = spawnSync(process.execPath, [tsc, '-b', '--pretty', 'false'], { cwd: house, encoding: 'utf8' });
  return done.stdout + done.stderr;
}

describe('the layers of the house', () => {
  it('take the imports that lead down', async () => {
    expect(typeCheck()).toBe('');
    expect(await checkLayers(house)).toEqual([]);
  });

  it('refuse every import that leads up, in any form', () => {
    const planted = upward.map(([layer, text], index) => {
      const name = `upper${index}`;
      const target = /\.\.\/(\w+)\/NAME/.exec(text)?.[1] ?? 'lsp';
      const above = text.includes('src/lint') ? 'lint' : target;
      write(`server/src/${above}/${name}.ts`, 'export const value = 1;\nexport type Value = number;');
      const place = `server/src/${layer}/planted${index}.ts`;
      write(place, text.replace('NAME', name));
      return place;
    });
    const said = typeCheck().split('\n');
    for (const place of planted) {
      expect(
        said.filter((line) => line.startsWith(place) && line.includes('TS6307')),
        place,
      ).toHaveLength(1);
    }
  });

  it('refuse every package that is not theirs, in any form', async () => {
    const planted = packages.map(([layer, text], index) => {
      const place = `server/src/${layer}/packaged${index}.ts`;
      write(place, text);
      return place;
    });
    const refused = await checkLayers(house);
    for (const place of planted) {
      expect(
        refused.filter((line) => line.startsWith(`${place}:`)),
        place,
      ).toHaveLength(1);
    }
  });
});
