// Owns `npm start`: reads what is wanted, builds the extension, opens it in the embedded or the installed editor.
import { buildAll } from '../build/main.mjs';
import { makePackage } from '../package/vsix.mjs';
import { readArguments, usage } from './arguments.mjs';
import { openDesktop } from './desktop.mjs';
import { serveEmbedded } from './embedded.mjs';

async function makeExtension() {
  await buildAll();
  return makePackage();
}

export default async function main(args) {
  const wanted = readArguments(args);
  if (wanted.help) console.log(usage);
  else if (wanted.desktop) await openDesktop(wanted, makeExtension);
  else await serveEmbedded(wanted, makeExtension);
}
