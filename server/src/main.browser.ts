// The language server as a web worker, for VS Code in a browser.

import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { serve } from './lsp/server.ts';
import { warmUp } from './lsp/warm-up.ts';

const manners = serve(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)));
setTimeout(() => warmUp(() => manners.opened));
