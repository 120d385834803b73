// The text of the file for the other family beside each open document, which a lint rule compares with it.

import { CancellationToken, RAL, type TextDocuments } from 'vscode-languageserver';
import { twinNameOf } from '../../features/refactor/common/twin-name.ts';
import type { Twin } from '../../ruleset/file-settings.ts';
import type { RulesDocument } from '../documents.ts';
import type { Signals } from '../signals.ts';
import { soon } from '../soon.ts';
import { keyOf, type WorkspaceFiles } from './workspace-files.ts';

/** Bytes of a twin that is read: about 3000 rules. A larger one is compared with nothing. */
const LARGEST = 256 * 1024;
/** Milliseconds that a document waits for the text of its twin. */
const PATIENCE = 1000;
/** Milliseconds after an edit of the twin until the document beside it is looked at again. */
const PAUSE = 300;

interface Known {
  /** Of an open twin its version, of another its size and time. */
  readonly state: string;
  readonly twin: Twin | undefined;
}

const NONE: Known = { state: '', twin: undefined };

export class TwinTexts {
  private readonly documents: TextDocuments<RulesDocument>;
  private readonly files: WorkspaceFiles;
  private readonly whenLate: (uri: string) => void;
  /** By the address of the document beside it. */
  private readonly known = new Map<string, Known>();
  private readonly asking = new Map<string, Promise<void>>();
  private readonly pausing = new Set<string>();

  /** `whenLate` is called with a document whose twin is another than it was read with. */
  constructor(
    documents: TextDocuments<RulesDocument>,
    files: WorkspaceFiles,
    signals: Signals,
    whenLate: (uri: string) => void,
  ) {
    this.documents = documents;
    this.files = files;
    this.whenLate = whenLate;
    documents.onDidChangeContent(({ document }) => this.changed(document.uri));
    documents.onDidClose(({ document: { uri } }) => {
      this.known.delete(uri);
      this.changed(uri);
    });
    signals.onFilesChanged((uris) => {
      for (const uri of uris) this.changed(uri);
    });
  }

  /** The twin of an open document: as it stands in the editor where it is open, else as it stands in its file. Never rejects. */
  async of(uri: string): Promise<Twin | undefined> {
    const name = twinNameOf(uri);
    if (name === undefined) return undefined;
    const open = this.openAt(name);
    if (open) return this.keep(uri, `open ${open.edition}`, () => twinOf(name, open.getText()));
    const isAsked = this.asking.has(uri);
    const asking = this.asking.get(uri) ?? this.ask(uri, name);
    // Where it does not come soon nobody waits for it a second time.
    if (!isAsked) await soon(asking, PATIENCE);
    return this.known.get(uri)?.twin;
  }

  private openAt(name: string): RulesDocument | undefined {
    const wanted = keyOf(name);
    return this.documents.get(name) ?? this.documents.all().find(({ uri }) => keyOf(uri) === wanted);
  }

  private keep(uri: string, state: string, make: () => Twin | undefined): Twin | undefined {
    const known = this.known.get(uri);
    if (known?.state === state) return known.twin;
    const twin = make();
    this.known.set(uri, { state, twin });
    return twin;
  }

  private ask(uri: string, name: string): Promise<void> {
    const from = Date.now();
    const before = this.known.get(uri) ?? NONE;
    const asking = this.look(uri, name)
      .catch(() => undefined)
      .then(() => {
        this.asking.delete(uri);
        const now = this.known.get(uri) ?? NONE;
        if (Date.now() - from >= PATIENCE && now.twin !== before.twin) this.whenLate(uri);
      });
    this.asking.set(uri, asking);
    return asking;
  }

  private async look(uri: string, name: string): Promise<void> {
    const wanted = keyOf(name);
    const found = (await this.files.beside(uri, CancellationToken.None)).find((file) => keyOf(file.uri) === wanted);
    if (!found || found.size > LARGEST) {
      this.known.set(uri, NONE);
      return;
    }
    const state = `${found.size} ${found.changed}`;
    if (this.known.get(uri)?.state === state) return;
    const text = await this.files.read(found, CancellationToken.None);
    this.keep(uri, state, () => (text === undefined ? undefined : twinOf(name, text)));
  }

  /** Something may stand in a file, or in an open document, that did not before: the document beside it is told. */
  private changed(uri: string): void {
    const name = twinNameOf(uri);
    const beside = name === undefined ? undefined : this.openAt(name);
    if (!beside || this.pausing.has(beside.uri)) return;
    this.pausing.add(beside.uri);
    RAL().timer.setTimeout(() => {
      this.pausing.delete(beside.uri);
      if (this.documents.get(beside.uri)) this.whenLate(beside.uri);
    }, PAUSE);
  }
}

function twinOf(uri: string, text: string): Twin {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return { name: decodeURIComponent(name), text };
  } catch {
    return { name, text };
  }
}
