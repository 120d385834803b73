// What was made of files that are not open: kept until they are written again.

import type { CancellationToken } from 'vscode-languageserver';
import type { FoundFile } from '../../features/files/protocol.ts';
import type { Steps } from '../../ruleset/steps.ts';
import { stepsInSlices, throwIfCancelled } from '../slices.ts';
import type { WorkspaceFiles } from './workspace-files.ts';

interface One<T> {
  readonly size: number;
  readonly changed: number;
  readonly value: T;
}

export class Kept<T> {
  private readonly files: WorkspaceFiles;
  private known = new Map<string, One<T>>();

  constructor(files: WorkspaceFiles) {
    this.files = files;
  }

  /**
   * What `make` says of the text of a file: as it was said before, where the file is the same. Undefined where it cannot
   * be read. Ends with RequestCancelled where nobody wants it any more.
   */
  async of(file: FoundFile, make: (text: string) => Steps<T>, token: CancellationToken): Promise<T | undefined> {
    const { uri, size, changed } = file;
    const known = this.known.get(uri);
    if (known?.size === size && known.changed === changed) return known.value;
    const text = await this.files.read(file, token);
    throwIfCancelled(token);
    if (text === undefined) return undefined;
    const value = await stepsInSlices(make(text), () => throwIfCancelled(token));
    this.known.set(uri, { size, changed, value });
    return value;
  }

  /** Forgets all other files. */
  keep(files: readonly FoundFile[]): void {
    const before = this.known;
    this.known = new Map();
    for (const { uri } of files) {
      const known = before.get(uri);
      if (known) this.known.set(uri, known);
    }
  }
}
