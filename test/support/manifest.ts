// Owns reading the extension's manifest as users see it: with the English texts in the place of their keys.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');
const texts = new Map<string, unknown>(Object.entries(JSON.parse(read('package.nls.json'))));

/** The manifest; throws where a key has no text. */
export const manifest = JSON.parse(read('package.json'), (_name, value: unknown) => {
  const key = typeof value === 'string' ? /^%(.+)%$/.exec(value)?.[1] : undefined;
  if (key === undefined) return value;
  if (!texts.has(key)) throw new Error(`package.nls.json has no text for ${key}.`);
  return texts.get(key);
});
