// Owns the form of the server for browsers: one file, with the parts in it that the Node door loads when they are needed.
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** How server/src/lsp/parts.ts names a part. */
const LATE = /\blate\(\(\) =>\s+import\('([^']+)'\)\)/g;

/**
 * A worker may be started from a blob, and then does not know where its parts would be. A bundler would wrap all that such a
 * part imports in functions, which takes 34,000 bytes; so the parts are imported as everything else is.
 */
export const oneFile: Plugin = {
  name: 'one-file',
  setup(build) {
    build.onLoad({ filter: /[\\/]server[\\/]src[\\/]lsp[\\/]parts\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const imports: string[] = [];
      const contents = text.replace(LATE, (_, from: string) => {
        const name = `part${imports.length}`;
        imports.push(`import * as ${name} from '${from}';`);
        return `(async () => ${name})`;
      });
      if (contents.includes('import(')) return { errors: [{ text: `A part is named in another way than ${LATE}.` }] };
      // Before the first line, so that all lines keep their numbers.
      return { contents: imports.join(' ') + contents, loader: 'ts' };
    });
  },
};
