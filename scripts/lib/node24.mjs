// Owns which Node runs the scripts: 24 or newer, this one or the one that npm brought as an optional package.
import { existsSync } from 'node:fs';
import { inRoot } from './paths.mjs';

const needed = 24;

/** The npm package that brings Node for this machine, whether or not it exists. */
export const nodePackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

/**
 * The program to run the scripts with, or undefined where there is none.
 * vitest needs Node 22, the embedded VS Code 24: one floor for both is easier to say.
 */
export function node24() {
  if (Number(process.versions.node.split('.')[0]) >= needed) return process.execPath;
  const brought = inRoot('node_modules', nodePackage, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(brought) ? brought : undefined;
}

export const node24Missing =
  `This is Node ${process.versions.node}; the editor and the tests need Node ${needed} or newer, ` +
  `and npm brings none for ${process.platform} ${process.arch}. Install Node ${needed} from nodejs.org and try again.`;
