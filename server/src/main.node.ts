// The language server as a Node process: over stdio, a pipe or IPC, as the command line says.

import process from 'node:process';
import { createConnection, ProposedFeatures, StreamMessageReader } from 'vscode-languageserver/node';
import type { Manners } from './lsp/guard.ts';
import { serve } from './lsp/server.ts';
import { warmUp } from './lsp/warm-up.ts';
import { folderFiles } from './node/folder-files.ts';
import { Frames } from './node/frames.ts';
import { AnswerWriter } from './node/written-answers.ts';

const USAGE = `iptables-language-server: a language server for iptables rules files

Usage: iptables-language-server --stdio
       iptables-language-server --node-ipc | --socket=PORT | --pipe=NAME
`;

/** No forgotten promise ends the server: what it was for is lost, the documents and all other requests are not. */
function outliveRejections(): void {
  // An editor may close this end, and then a word about an error would end the server.
  process.stderr.on('error', () => {});
  process.on('unhandledRejection', (reason) => {
    const text = reason instanceof Error ? reason.stack : String(reason);
    process.stderr.write(`iptables-language-server: an error that nothing waited for: ${text}\n`);
  });
}

/** Serves the client that the command line tells. Answers how it behaves. */
function serveClient(): Readonly<Manners> {
  if (!flags.includes('--stdio'))
    return serve(createConnection(ProposedFeatures.all), { takesWritten: false, files: folderFiles });
  const frames = new Frames((text) => void process.stderr.write(`iptables-language-server: ${text}\n`));
  const reader = new StreamMessageReader(process.stdin.pipe(frames));
  const manners = serve(createConnection(ProposedFeatures.all, reader, new AnswerWriter(process.stdout)), {
    takesWritten: true,
    files: folderFiles,
  });
  // A client that is gone without a word leaves nobody to serve.
  for (const event of ['end', 'close']) frames.on(event, () => process.exit(manners.shutDown ? 0 : 1));
  return manners;
}

const flags = process.argv.slice(2);
if (flags.includes('--help') || flags.includes('-h')) process.stdout.write(USAGE);
else if (flags.some((flag) => /^--(stdio|node-ipc|socket|pipe)(=|$)/.test(flag))) {
  outliveRejections();
  const manners = serveClient();
  setTimeout(() => warmUp(() => manners.opened));
} else {
  process.stderr.write(`Choose how to talk to the editor, for example --stdio.\n\n${USAGE}`);
  process.exitCode = 2;
}
