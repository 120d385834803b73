// What is left out of the server's bundles is asked for nowhere.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as types from 'vscode-languageserver-types';

const SOURCE = join(import.meta.dirname, '..', '..', 'server', 'src');
const IMPORT = /import \{([^}]*)\} from 'vscode-languageserver(?:\/\w+)?';/g;

/** The values that a text imports from vscode-languageserver. */
function valuesIn(text: string): string[] {
  const names = [...text.matchAll(IMPORT)].flatMap(([, list = '']) => list.split(',').map((name) => name.trim()));
  return names.filter((name) => name !== '' && !name.startsWith('type '));
}

test('values of vscode-languageserver-types are taken from that package, since no other hands them on', async () => {
  const files = (await readdir(SOURCE, { recursive: true })).filter((name) => name.endsWith('.ts'));
  const asked = await Promise.all(
    files.map(async (name) => valuesIn(await readFile(join(SOURCE, name), 'utf8')).map((value) => `${name}: ${value}`)),
  );
  expect(asked.flat().length).toBeGreaterThan(10);
  const own = new Set(Object.keys(types));
  expect(own).toContain('MarkupKind');
  expect(asked.flat().filter((one) => own.has(one.replace(/^.*: /, '')))).toEqual([]);
});
