// What the client's settings say of each file: asked for, waited for a short time, and taken in whenever the answer comes.

import { RAL } from 'vscode-languageserver';
import { readSettings, type UserSettings } from './settings.ts';

/** Milliseconds that a file waits for the client's answer. An editor that is still starting up may need some hundred. */
const PATIENCE = 1000;

/** One question about one file. */
interface Question {
  /** The answer; until it comes, what held before. */
  settings: UserSettings;
  /** Ends with the answer, or without it when the patience is over or nobody wants it any more. */
  readonly waiting: Promise<void>;
  /** Ends the waiting. */
  readonly release: () => void;
  /** How often the settings had changed when it was asked. */
  readonly round: number;
}

/** Where the settings come from and who wants to know. */
export interface SettingsSource {
  /** Asks the client for a file's settings; undefined where it cannot be asked. */
  readonly ask: ((uri: string) => Promise<unknown>) | undefined;
  /** What the client said of all files when it started. */
  readonly general: UserSettings;
  /** Called with a file whose settings came after it had been read without them. */
  readonly whenLate: (uri: string) => void;
}

export class ClientSettings {
  private readonly source: SettingsSource;
  private general: UserSettings;
  /** The last answer for each open file; holds while the next one is awaited. */
  private readonly known = new Map<string, UserSettings>();
  private readonly questions = new Map<string, Question>();
  private round = 0;
  /** The client let a question go unanswered: no file waits for it again until it answers something. */
  private silent = false;

  constructor(source: SettingsSource) {
    this.source = source;
    this.general = source.general;
  }

  /** The settings of a file, or the last known where the client does not give them in time. Never rejects. */
  async of(uri: string): Promise<UserSettings> {
    const { ask } = this.source;
    if (!ask) return this.general;
    for (;;) {
      const question = this.questions.get(uri) ?? this.put(uri, ask);
      await question.waiting;
      // What changed meanwhile must be asked for again, or its answer would come to nobody.
      if (question.round === this.round) return question.settings;
    }
  }

  /** Takes in that the settings changed. `sent` is the section `iptables` where the client sends it along. */
  changed(sent: unknown): void {
    this.round++;
    for (const { release } of this.questions.values()) release();
    this.questions.clear();
    const told = typeof sent === 'object' && sent !== null;
    if (this.source.ask && !told) return;
    this.general = readSettings(sent);
    this.known.clear();
  }

  /** Forgets a file that was closed. */
  forget(uri: string): void {
    this.questions.get(uri)?.release();
    this.questions.delete(uri);
    this.known.delete(uri);
  }

  private put(uri: string, ask: (uri: string) => Promise<unknown>): Question {
    let late = false;
    const heard = (settings: UserSettings | undefined): void => {
      this.silent = false;
      if (!settings || this.questions.get(uri) !== question) return;
      question.settings = settings;
      this.known.set(uri, settings);
      if (late) this.source.whenLate(uri);
    };
    const answer = ask(uri).then(
      (value) => heard(readSettings(value)),
      () => heard(undefined),
    );
    let release = (): void => {};
    const waiting = new Promise<void>((resolve) => {
      release = resolve;
    });
    const timer = RAL().timer.setTimeout(
      () => {
        late = true;
        this.silent = true;
        release();
      },
      this.silent ? 0 : PATIENCE,
    );
    void waiting.then(() => timer.dispose());
    void answer.then(release);
    const settings = this.known.get(uri) ?? this.general;
    const question: Question = { settings, waiting, release, round: this.round };
    this.questions.set(uri, question);
    return question;
  }
}
