// Owns making a new lint rule: writes what it begins with, and overwrites nothing.
// Run: npm run new-rule -- NAME [--looks-at rule|chain|table|file|packets]
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Failure } from '../lib/failure.mjs';
import { KINDS, pageOf, ruleOf } from './skeleton.ts';

const root = join(import.meta.dirname, '..', '..');
const USAGE = `npm run new-rule -- NAME [--looks-at ${KINDS.join('|')}]`;
/** How rules are called: words in small letters, with dashes between. */
const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/;

function given(args) {
  const wrong = (sentence) => new Failure(`${sentence}\nUsage: ${USAGE}`, 2);
  const { values, positionals } = parsed(args, wrong);
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) throw wrong('Give one name.');
  if (!NAME.test(name))
    throw wrong(
      `"${name}" is no name for a rule. Use words in small letters with dashes between, as in "empty-chain".`,
    );
  const kind = KINDS.find((one) => one === values['looks-at']);
  if (!kind) throw wrong(`A rule cannot look at "${values['looks-at']}".`);
  return { name, kind };
}

function parsed(args, wrong) {
  try {
    return parseArgs({ args, options: { 'looks-at': { type: 'string', default: 'rule' } }, allowPositionals: true });
  } catch (error) {
    throw wrong(error.message);
  }
}

/**
 * Throws a sentence where something is there already, or the arguments are wrong.
 * @param {readonly string[]} args what stands behind the script on the command line
 */
export default function main(args) {
  const { name, kind } = given(args);
  const files = [
    { path: `server/src/lint/rules/${name}.ts`, text: ruleOf(name, kind) },
    { path: `docs/rules/${name}.md`, text: pageOf(name) },
  ];
  for (const { path } of files) if (existsSync(join(root, path))) throw new Failure(`"${path}" is there already.`);
  for (const { path, text } of files) writeFileSync(join(root, path), text);
  console.log(
    [
      'Written:',
      ...files.map(({ path }) => `  ${path}`),
      'Next: say in both what the rule finds, run `npm run generate`, then `npm run test:unit -- unit/lint/pages`, which loads the',
      `page's examples and looks for the finding. "npm run rules:count -- --show ${name}" shows what it finds in real files.`,
      '',
    ].join('\n'),
  );
}
