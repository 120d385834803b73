// Owns the check of imported packages: finds every import of a file, in whatever form, and asks packages.mjs.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Row, rows } from './packages.ts';

/**
 * The forms an import takes. Statements begin a line, since the formatter puts them there;
 * the call forms are looked for anywhere, and a call whose argument is not a plain string gives no name.
 */
const forms = [
  /^import\s+(?:type\s+)?[\w*{][^'"();]*?\sfrom\s*['"]([^'"]+)['"]/gm,
  /^import\s*['"]([^'"]+)['"]/gm,
  /^export\s+(?:type\s+)?(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})\s*from\s*['"]([^'"]+)['"]/gm,
  /^declare\s+module\s+['"]([^'"]+)['"]/gm,
  /\bimport\s*\(\s*(?:['"]([^'"]+)['"]\s*[,)])?/g,
  /\brequire\s*\(\s*(?:['"]([^'"]+)['"]\s*\))?/g,
  /^\/\/\/\s*<reference\s+(?:types|path|lib)\s*=\s*['"]([^'"]+)['"]/gm,
];

interface Import {
  /** As written; undefined where it is computed. */
  readonly name: string | undefined;
  /** One-based. */
  readonly line: number;
}

function importsOf(text: string): Import[] {
  const found = forms.flatMap((form) =>
    [...text.matchAll(form)].map((hit) => ({ name: hit[1], line: text.slice(0, hit.index).split('\n').length })),
  );
  return found.sort((a, b) => a.line - b.line);
}

function refusal(file: string, row: Row, name: string | undefined): string | undefined {
  if (name === undefined) return 'the name of an import must be a plain string';
  if (/^\.\.?\//.test(name)) {
    const target = path.posix.join(path.posix.dirname(file), name);
    return row.relative.test(target) ? undefined : `'${name}' leads out of the parts that this one may import`;
  }
  if (row.packages.some((pattern) => pattern.test(name))) return undefined;
  return `'${name}' may not be imported here; allowed packages: ${row.allowed}`;
}

/**
 * What is wrong with the imports of one file.
 * @param file its path from the root, with `/`
 * @returns one sentence for each import that is refused, `file:line` first
 */
export function refusals(file: string, text: string): string[] {
  const row = rows.find(({ place }) => place.test(file));
  if (row === undefined) return [];
  return importsOf(text).flatMap(({ name, line }) => {
    const why = refusal(file, row, name);
    return why === undefined ? [] : [`${file}:${line}: ${why}`];
  });
}

/** Checks every TypeScript file of the client and the server below a root; see `refusals`. */
export async function checkLayers(root: string): Promise<string[]> {
  const refused: string[] = [];
  for (const part of ['server/src', 'client/src']) {
    const names = await readdir(path.join(root, part), { recursive: true });
    for (const name of names.filter((one) => one.endsWith('.ts')).sort()) {
      const file = `${part}/${name.split(path.sep).join('/')}`;
      refused.push(...refusals(file, await readFile(path.join(root, file), 'utf8')));
    }
  }
  return refused;
}
