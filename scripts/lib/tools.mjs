// Owns how the scripts find the command-line tools among the installed packages.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths.mjs';
import { run } from './processes.mjs';

/** The file behind a package's command, to be run with Node: needs no shell and no .cmd file on Windows. */
export function toolFile(packageName, command) {
  const folder = inRoot('node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return path.join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/** Runs a package's command to its end; see `run`. */
export function runTool(packageName, command, args, options = {}) {
  return run(process.execPath, [toolFile(packageName, command), ...args], { cwd: inRoot(), ...options });
}
