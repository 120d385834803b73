// What the rules files of the workspace name that are not open: each is read once, and again when it was written.

import type { CancellationToken } from 'vscode-languageserver';
import { type NamedLine, namesInTextSteps } from '../../features/symbols/names-in-text.ts';
import { isTemplateName } from '../../syntax/template.ts';
import { isRulesFileName } from '../../vocabulary/file-names.ts';
import { throwIfCancelled } from '../slices.ts';
import { Kept } from './kept.ts';
import { keyOf, type WorkspaceFiles } from './workspace-files.ts';

/** Of all files together: bytes that are read, and names that are kept. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_NAMES = 100_000;

/** The names in one file. */
export interface FileNames {
  readonly uri: string;
  readonly names: readonly NamedLine[];
}

export class SymbolIndex {
  private readonly files: WorkspaceFiles;
  private readonly kept: Kept<readonly NamedLine[]>;

  constructor(files: WorkspaceFiles) {
    this.files = files;
    this.kept = new Kept(files);
  }

  /**
   * The names in all rules files of the workspace that `isOpen` is not true of. What was read before a request is
   * cancelled, which ends it with RequestCancelled, stays known.
   */
  async names(isOpen: (key: string) => boolean, token: CancellationToken): Promise<readonly FileNames[]> {
    const found = await this.files.all(token);
    throwIfCancelled(token);
    this.kept.keep(found);
    const answer: FileNames[] = [];
    let bytes = 0;
    let count = 0;
    for (const file of found) {
      const key = keyOf(file.uri);
      if (!isRulesFileName(key) || isOpen(key)) continue;
      bytes += file.size;
      if (bytes > MOST_BYTES || count >= MOST_NAMES) break;
      const left = MOST_NAMES - count;
      const read = (text: string) => namesInTextSteps(text, isTemplateName(key), left);
      const names = (await this.kept.of(file, read, token)) ?? [];
      count += names.length;
      answer.push({ uri: file.uri, names });
    }
    return answer;
  }
}
