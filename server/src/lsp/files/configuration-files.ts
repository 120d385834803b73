// Finds the configuration of each document: the nearest file of that name, in the document's folder or in one above.

import { CancellationToken } from 'vscode-languageserver';
import type { Configuration, ConfigurationFault } from '../../configuration/configuration.ts';
import type { Chosen } from '../../ruleset/file-settings.ts';
import { CONFIGURATION_FILES, type ConfigurationFormat } from '../../vocabulary/file-names.ts';
import { configurations } from '../parts.ts';
import { soon } from '../soon.ts';
import { keyOf, type WorkspaceFiles } from './workspace-files.ts';

/** Milliseconds that a document waits for its configuration. */
const PATIENCE = 1000;

/** A configuration file that was read. */
interface Found {
  /** Undefined where something is wrong with it. */
  readonly configuration?: Configuration;
  readonly faults: readonly ConfigurationFault[];
}

/** What is asked for one document. */
interface Question {
  /** The answer; until it comes, what held before. */
  chosen: Chosen;
  /** Ends with the answer, or without it when the patience is over. */
  readonly waiting: Promise<boolean>;
}

export type Faults = ReadonlyMap<string, readonly ConfigurationFault[]>;

const NOTHING: Chosen = {};

/** Knows what it has read until it is told to forget. */
export class ConfigurationFiles {
  private readonly files: WorkspaceFiles;
  private readonly whenLate: (uri: string) => void;
  private questions = new Map<string, Question>();
  private before = new Map<string, Question>();
  /** What was found in each folder. */
  private folders = new Map<string, Promise<Found | undefined>>();
  private read: Faults = new Map();

  /** `whenLate` is called with a document whose configuration came after somebody went on without it. */
  constructor(files: WorkspaceFiles, whenLate: (uri: string) => void) {
    this.files = files;
    this.whenLate = whenLate;
  }

  /**
   * What holds for a document; the same object as long as nobody says `forget`. Nothing where its configuration is broken,
   * which `faults` tells, and what held before where it does not come in time. Never rejects.
   */
  async of(uri: string): Promise<Chosen> {
    for (;;) {
      const question = this.questions.get(uri) ?? this.ask(uri);
      await question.waiting;
      if (this.questions.get(uri) === question) return question.chosen;
    }
  }

  /** What is wrong, by the address of each configuration file that was read; another map when there is news. */
  get faults(): Faults {
    return this.read;
  }

  forget(): void {
    this.before = this.questions;
    this.questions = new Map();
    this.folders = new Map();
    this.read = new Map();
  }

  private ask(uri: string): Question {
    let isLate = false;
    const answer = this.look(uri).then((chosen) => {
      question.chosen = chosen;
      if (isLate && this.questions.get(uri) === question) this.whenLate(uri);
    });
    const waiting = soon(answer, PATIENCE).then((inTime) => {
      isLate = !inTime;
      return inTime;
    });
    const question: Question = { chosen: this.before.get(uri)?.chosen ?? NOTHING, waiting };
    this.questions.set(uri, question);
    return question;
  }

  private async look(uri: string): Promise<Chosen> {
    for (const folder of this.files.foldersAbove(uri)) {
      const found = await this.foundIn(folder);
      if (found) return found.configuration?.of(keyOf(uri.slice(folder.length + 1))) ?? NOTHING;
    }
    return NOTHING;
  }

  private foundIn(folder: string): Promise<Found | undefined> {
    const key = keyOf(folder);
    const known = this.folders.get(key);
    if (known) return known;
    const reading = this.lookInto(folder);
    this.folders.set(key, reading);
    return reading;
  }

  /** Of several in a folder the first counts. */
  private async lookInto(folder: string): Promise<Found | undefined> {
    const { folders } = this;
    const uris = CONFIGURATION_FILES.map(({ name }) => `${folder}/${name}`);
    const texts = await Promise.all(uris.map((uri) => this.files.look(uri, CancellationToken.None)));
    const at = texts.findIndex((text) => text !== undefined);
    const [text, uri, format] = [texts[at], uris[at], CONFIGURATION_FILES[at]?.format];
    if (text === undefined || uri === undefined || format === undefined) return undefined;
    const found = typeof text === 'string' ? await readAs(text, format) : broken(text.why);
    if (this.folders === folders) this.read = new Map([...this.read, [uri, found.faults]]);
    return found;
  }
}

async function readAs(text: string, format: ConfigurationFormat): Promise<Found> {
  try {
    const { Configuration } = await configurations();
    const read = Configuration.read(text, format);
    return read instanceof Configuration ? { configuration: read, faults: [] } : read;
  } catch (error) {
    return broken(error instanceof Error ? error.message : String(error));
  }
}

function broken(why: string): Found {
  const message = `This configuration cannot be read: ${why.replace(/\.$/, '')}.`;
  return { faults: [{ message, line: 0, start: 0, end: 0 }] };
}
