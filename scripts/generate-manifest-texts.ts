// Moves the texts of package.json into package.nls.json, where translators find them, and leaves their keys behind.
// A new text is written into package.json in plain words; an old one is changed in package.nls.json.
// Run: node scripts/generate-manifest-texts.ts [--check]

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Path, replaceStrings } from './generate/json-strings.ts';

const root = join(import.meta.dirname, '..');
const MANIFEST = join(root, 'package.json');
const TEXTS = join(root, 'package.nls.json');

/** Members of the manifest that are read by people, below `contributes`. */
const TEXT_MEMBERS =
  /^(title|shortTitle|name|label|description|markdownDescription|altText|contents|patternErrorMessage)$/;
const TEXT_LISTS = /^(enumDescriptions|markdownEnumDescriptions|enumItemLabels)$/;
/** A name is the same in every language. */
const NAMES: readonly string[] = ['iptables'];

const manifest: unknown = JSON.parse(readFileSync(MANIFEST, 'utf8'));

/** What stands at a path. */
function at(path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined),
    manifest,
  );
}

function isText(path: Path): boolean {
  const [first, member = '', list = ''] = [path[0], String(path.at(-1)), String(path.at(-2))];
  if (path.length === 1) return first === 'description';
  return first === 'contributes' && (TEXT_MEMBERS.test(member) || TEXT_LISTS.test(list));
}

/** `commands[2].title` becomes `command.insertBaseline.title`: by name, so that order does not matter. */
function keyOf(path: Path): string {
  const named = path.slice(path.length === 1 ? 0 : 1).map((part, i) => {
    const here = path.slice(0, i + 2);
    if (typeof part !== 'number') return part.replace(/^iptables\./, '');
    const item = at(here);
    if (typeof item !== 'object' || item === null) return String(at([...here.slice(0, -2), 'enum', part]) ?? part);
    const id: unknown = Reflect.get(item, 'command') ?? Reflect.get(item, 'id') ?? part;
    return String(id).replace(/^iptables\./, '');
  });
  return named.filter((part) => part !== 'properties').join('.');
}

const known = new Map<string, string>(Object.entries(JSON.parse(readFileSync(TEXTS, 'utf8'))));
const texts = new Map<string, string>();
const problems: string[] = [];

const before = readFileSync(MANIFEST, 'utf8');
const after = replaceStrings(before, (path, value) => {
  if (!isText(path) || NAMES.includes(value)) return value;
  const key = /^%(.+)%$/.exec(value)?.[1];
  const text = key === undefined ? value : known.get(key);
  if (text === undefined) problems.push(`package.json names ${value}, which package.nls.json does not have.`);
  texts.set(key ?? keyOf(path), text ?? '');
  return key === undefined ? `%${keyOf(path)}%` : value;
});
const list = `${JSON.stringify(Object.fromEntries(texts), null, 2)}\n`;

if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
} else if (!process.argv.includes('--check')) {
  writeFileSync(MANIFEST, after);
  writeFileSync(TEXTS, list);
} else if (before !== after || readFileSync(TEXTS, 'utf8') !== list) {
  console.error('Texts of package.json are not in package.nls.json: run `npm run generate`.');
  process.exitCode = 1;
}
