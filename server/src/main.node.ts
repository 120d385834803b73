// The language server as a Node process: over stdio, a pipe or IPC, as the command line says.

import process from 'node:process';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './lsp/server.ts';
import { warmUp } from './lsp/warm-up.ts';

const USAGE = `iptables-language-server: a language server for iptables rules files

Usage: iptables-language-server --stdio
       iptables-language-server --node-ipc | --socket=PORT | --pipe=NAME
`;

const flags = process.argv.slice(2);
if (flags.includes('--help') || flags.includes('-h')) process.stdout.write(USAGE);
else if (flags.some((flag) => /^--(stdio|node-ipc|socket|pipe)(=|$)/.test(flag))) {
  serve(createConnection(ProposedFeatures.all));
  setTimeout(warmUp);
} else {
  process.stderr.write(`Say how to talk to the editor, for instance with --stdio.\n\n${USAGE}`);
  process.exitCode = 2;
}
