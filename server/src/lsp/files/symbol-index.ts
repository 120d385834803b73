// What the rules files of the workspace name that are not open: each is read once, and again when it was written.

import type { CancellationToken } from 'vscode-languageserver';
import type { FoundFile } from '../../features/files/protocol.ts';
import { type NamedLine, namesInTextSteps } from '../../features/symbols/names-in-text.ts';
import { isTemplateName } from '../../syntax/template.ts';
import { isRulesFileName } from '../../vocabulary/file-names.ts';
import { stepsInSlices, throwIfCancelled } from '../slices.ts';
import { keyOf, type WorkspaceFiles } from './workspace-files.ts';

/** Of all files together: bytes that are read, and names that are kept. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_NAMES = 100_000;

interface Known {
  readonly size: number;
  readonly changed: number;
  readonly names: readonly NamedLine[];
}

/** The names in one file. */
export interface FileNames {
  readonly uri: string;
  readonly names: readonly NamedLine[];
}

export class SymbolIndex {
  private readonly files: WorkspaceFiles;
  private known = new Map<string, Known>();

  constructor(files: WorkspaceFiles) {
    this.files = files;
  }

  /**
   * The names in all rules files of the workspace that `isOpen` is not true of. What was read before a request is
   * cancelled, which ends it with RequestCancelled, stays known.
   */
  async names(isOpen: (key: string) => boolean, token: CancellationToken): Promise<readonly FileNames[]> {
    const found = await this.files.all(token);
    throwIfCancelled(token);
    const kept = new Map<string, Known>();
    for (const { uri } of found) {
      const known = this.known.get(uri);
      if (known) kept.set(uri, known);
    }
    this.known = kept;
    const answer: FileNames[] = [];
    let bytes = 0;
    let count = 0;
    for (const file of found) {
      const key = keyOf(file.uri);
      if (!isRulesFileName(key) || isOpen(key)) continue;
      bytes += file.size;
      if (bytes > MOST_BYTES || count >= MOST_NAMES) break;
      const names = await this.namesOf(file, MOST_NAMES - count, token);
      count += names.length;
      answer.push({ uri: file.uri, names });
    }
    return answer;
  }

  private async namesOf(file: FoundFile, most: number, token: CancellationToken): Promise<readonly NamedLine[]> {
    const { uri, size, changed } = file;
    const known = this.known.get(uri);
    if (known?.size === size && known.changed === changed) return known.names;
    const text = await this.files.read(file, token);
    throwIfCancelled(token);
    if (text === undefined) return [];
    const steps = namesInTextSteps(text, isTemplateName(keyOf(uri)), most);
    const names = await stepsInSlices(steps, () => throwIfCancelled(token));
    this.known.set(uri, { size, changed, names });
    return names;
  }
}
