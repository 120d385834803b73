// How large the server's bundles are as the package has them: whoever installs the extension loads them.

import { basename } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { bundles } from '../../scripts/build/bundles.ts';

/** The language server takes a million of them, what it knows and finds of packets, and the readers of configuration files, the rest. */
const MOST_BYTES = 1_400_000;

const ofServer = bundles.filter(({ outfile }) => outfile.includes('server'));

test.each(ofServer.map(({ outfile }) => basename(outfile)))('%s takes less than 1.4 million bytes', async (name) => {
  const bundle = ofServer.find(({ outfile }) => basename(outfile) === name);
  const { outputFiles } = await build({ ...bundle, minify: true, legalComments: 'none', write: false });
  expect(outputFiles).toHaveLength(1);
  expect(outputFiles[0]?.contents.byteLength).toBeLessThan(MOST_BYTES);
});
