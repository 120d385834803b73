// The rules file for the other family beside an open one: whether there is one, and what stands in it, open or not.

import type { CancellationToken } from 'vscode-languageserver';
import { twinNameOf } from '../../features/refactor/common/twin-name.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { Steps } from '../../ruleset/steps.ts';
import { RulesDocument } from '../documents.ts';
import { Kept } from './kept.ts';
import { keyOf, type WorkspaceFiles } from './workspace-files.ts';

/** Bytes of a file that is read at once: about 3000 rules. What is larger is there, and nothing is known of it. */
const LARGEST = 256 * 1024;

/** A file that is there; `file` is what stands in it, undefined where that is not known. */
export interface TwinFile {
  readonly uri: string;
  readonly file: RulesFile | undefined;
}

export class TwinFiles {
  private readonly files: WorkspaceFiles;
  private readonly kept: Kept<RulesFile>;

  constructor(files: WorkspaceFiles) {
    this.files = files;
    this.kept = new Kept(files);
  }

  /** The twin of a document; undefined where it has none, or where the server cannot see it. */
  async of(uri: string, token: CancellationToken): Promise<TwinFile | undefined> {
    const name = twinNameOf(uri);
    if (name === undefined) return undefined;
    const wanted = keyOf(name);
    const found = (await this.files.beside(uri, token)).find((file) => keyOf(file.uri) === wanted);
    if (!found) return undefined;
    this.kept.keep([found]);
    const file = found.size > LARGEST ? undefined : await this.kept.of(found, (text) => reading(name, text), token);
    return { uri: name, file };
  }
}

/** Reads a file of a moderate size, under the settings that hold where nobody set any. */
function* reading(uri: string, text: string): Steps<RulesFile> {
  yield;
  return RulesDocument.create(uri, 'iptables', 0, text).rules;
}
