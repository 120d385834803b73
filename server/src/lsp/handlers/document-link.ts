// textDocument/documentLink

import type { CancellationToken } from 'vscode-languageserver';
import { asksForSetsSteps, documentLinkSteps, type SetFile, setFileSteps } from '../../features/document-links.ts';
import { isSetFileName } from '../../vocabulary/file-names.ts';
import { Kept } from '../files/kept.ts';
import { keyOf, type WorkspaceFiles } from '../files/workspace-files.ts';
import type { Handler } from '../handler.ts';
import { inSlices, throwIfCancelled } from '../slices.ts';

export const documentLink: Handler = {
  capability: { documentLinkProvider: {} },
  register({ connection, client, document, files }) {
    const tooltips = client.textDocument?.documentLink?.tooltipSupport === true;
    const kept = new Kept<SetFile>(files);
    connection.onDocumentLinks(async ({ textDocument: { uri } }, token) => {
      const open = await document(uri);
      if (!open) return [];
      const setFiles = (await inSlices(open, token, asksForSetsSteps))
        ? await setFilesBeside(files, kept, uri, token)
        : [];
      throwIfCancelled(token);
      const links = await inSlices(open, token, (rules) => documentLinkSteps(rules, setFiles));
      return tooltips ? links : links.map(({ tooltip: _, ...link }) => link);
    });
  },
};

async function setFilesBeside(
  files: WorkspaceFiles,
  kept: Kept<SetFile>,
  uri: string,
  token: CancellationToken,
): Promise<readonly SetFile[]> {
  const found = (await files.beside(uri, token)).filter((file) => isSetFileName(keyOf(file.uri)));
  const setFiles: SetFile[] = [];
  for (const file of found) {
    const name = keyOf(file.uri).replace(/^.*\//, '');
    const setFile = await kept.of(file, (text) => setFileSteps(file.uri, name, text), token);
    if (setFile) setFiles.push(setFile);
  }
  return setFiles;
}
