#!/usr/bin/env node
// Owns standing in for a desktop VS Code: takes its test arguments and runs the same suite in the embedded one.
import { isEnding } from '../lib/processes.mjs';
import { runInEditor } from './run-in-editor.mjs';

function option(name) {
  return process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
}

const developed = option('extensionDevelopmentPath');
const suite = option('extensionTestsPath');
const folder = process.argv.slice(2).find((arg) => !arg.startsWith('-'));
if (developed === undefined || suite === undefined || folder === undefined) {
  console.error(
    'It takes a folder, --extensionDevelopmentPath= and --extensionTestsPath=, as VS Code does in a test run.',
  );
  process.exit(2);
}
const { code, said } = await runInEditor({ developed, suite, folder });
if (code !== 0 && !isEnding()) console.error(said.slice(-5).join('\n'));
process.exit(code);
