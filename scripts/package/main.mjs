// Owns `npm run package`: builds, and puts vscode-iptables-<version>.vsix into the root.
import { copyFile } from 'node:fs/promises';
import { buildAll } from '../build/main.mjs';
import { Failure } from '../lib/failure.mjs';
import { inRoot } from '../lib/paths.mjs';
import { makePackage } from './vsix.mjs';

export default async function main(args) {
  if (args.length > 0) throw new Failure(`Unknown option ${args[0]}; packaging takes none.`, 2);
  await buildAll();
  const { file, name, bytes } = await makePackage();
  await copyFile(file, inRoot(name));
  console.log(`${name}: ${(bytes / 1024).toFixed(0)} kB`);
}
