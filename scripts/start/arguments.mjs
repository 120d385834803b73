// Owns the words after `npm start --`: a path, --port, --desktop, --no-open.
import { statSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../lib/failure.mjs';
import { inRoot } from '../lib/paths.mjs';

export const usage = `npm start -- [PATH] [--port N] [--no-open] [--desktop]
  PATH        a folder or a file to open; without it the examples
  --port N    the port on 127.0.0.1; without it 8419, or a free one where that is taken
  --no-open   print the address, open no browser
  --desktop   use the VS Code that is installed here (its command \`code\`)`;

function portOf(word) {
  const port = /^\d{1,5}$/.test(word ?? '') ? Number(word) : -1;
  if (port >= 1 && port <= 65_535) return port;
  throw new Failure(`--port takes a number from 1 to 65535${word === undefined ? '' : `, not ${word}`}.`, 2);
}

/** What is at the path, as seen from where npm was called. */
function placeOf(word) {
  const absolute = word === undefined ? inRoot('examples') : path.resolve(process.env.INIT_CWD ?? process.cwd(), word);
  const stats = statSync(absolute, { throwIfNoEntry: false });
  if (stats === undefined) throw new Failure(`There is no file or folder ${absolute}.`, 2);
  if (stats.isDirectory())
    return { folder: absolute, file: word === undefined ? inRoot('examples', 'rules.v4') : undefined };
  return { folder: undefined, file: absolute };
}

/**
 * Reads the arguments, or throws a Failure with status 2 that names the wrong one.
 * @param {readonly string[]} args
 */
export function readArguments(args) {
  const wanted = {
    help: false,
    desktop: false,
    open: true,
    port: undefined,
    folder: undefined,
    file: undefined,
  };
  const words = [];
  const rest = [...args];
  while (rest.length > 0) {
    const word = rest.shift();
    const [name, joined] = word.split(/=(.*)/s, 2);
    if (name === '--help' || name === '-h') wanted.help = true;
    else if (name === '--desktop') wanted.desktop = true;
    else if (name === '--no-open') wanted.open = false;
    else if (name === '--port') wanted.port = portOf(joined ?? rest.shift());
    else if (name.startsWith('-')) throw new Failure(`Unknown option ${name}.\n${usage}`, 2);
    else words.push(word);
  }
  if (words.length > 1) throw new Failure(`One path at a time, not ${words.length}.\n${usage}`, 2);
  return { ...wanted, ...placeOf(words[0]) };
}
