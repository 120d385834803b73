// How large the server's bundles are as the package has them, and what of it is loaded when the server starts.

import { basename, dirname, join } from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { expect, test } from 'vitest';
import { browserServer, commandLine, nodeServer } from '../../scripts/build/bundles.ts';

/** What an editor waits for when the server starts. */
const MOST_AT_START = 1_000_000;
/** A door as a whole: what it knows and finds of packets, and the readers of configuration files, take it beyond a million. */
const MOST_BYTES = 1_400_000;

type Outputs = Metafile['outputs'];

async function outputsOf(bundle: BuildOptions): Promise<Outputs> {
  const { metafile } = await build({ ...bundle, minify: true, legalComments: 'none', write: false, metafile: true });
  return metafile.outputs;
}

/** The entry of a bundle, and what it imports before it runs. */
function loadedAtStart(outputs: Outputs): Outputs {
  const loaded = Object.entries(outputs).filter(([path]) => basename(path) === 'main.node.js');
  for (const [, { imports }] of loaded)
    for (const { path, kind } of imports) {
      const output = outputs[path];
      if (kind === 'import-statement' && output && loaded.every(([known]) => known !== path))
        loaded.push([path, output]);
    }
  return Object.fromEntries(loaded);
}

function bytesOf(outputs: Outputs): number {
  return Object.values(outputs).reduce((sum, { bytes }) => sum + bytes, 0);
}

test('the Node door loads less than a million bytes at start, and has the rest beside it', async () => {
  const outputs = await outputsOf(nodeServer);
  const start = loadedAtStart(outputs);
  expect(bytesOf(start)).toBeLessThan(MOST_AT_START);
  expect(bytesOf(outputs)).toBeLessThan(MOST_BYTES);
  const inputs = Object.values(start).flatMap((output) => Object.keys(output.inputs));
  const late = /node_modules\/(yaml|jsonc-parser)\/|features\/(hover|edits\/answers|trace\/packet-trace)\.ts$/;
  expect(inputs.filter((path) => late.test(path))).toEqual([]);
  const folder = dirname(Object.keys(start).find((path) => basename(path) === 'main.node.js') ?? '');
  const parts = Object.keys(outputs).filter((path) => basename(path) !== 'main.node.js');
  expect(parts.filter((path) => dirname(path) !== join(folder, 'parts'))).toEqual([]);
});

test.each([browserServer, commandLine])('$outfile takes less than 1.4 million bytes, in one file', async (bundle) => {
  const outputs = await outputsOf(bundle);
  expect(Object.keys(outputs)).toHaveLength(1);
  expect(bytesOf(outputs)).toBeLessThan(MOST_BYTES);
});
