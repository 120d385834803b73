// The open documents: arrays of lines, each with its rules file once its settings are known.

import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { type FamilyVerdict, familyOf, familyVerdict, isFragment } from '../ruleset/family.ts';
import type { Chosen, Twin } from '../ruleset/file-settings.ts';
import { type FileSettings, RulesFile } from '../ruleset/rules-file.ts';
import { LineArray, type Position, type Range } from '../syntax/lines.ts';
import { isTemplateName } from '../syntax/template.ts';
import { DEFAULT_USER_SETTINGS, type UserSettings } from './settings.ts';

/** The family is asked for again when an edit touches the first lines, or always in files as short as this. */
const HEAD_LINES = 10;
const SHORT_FILE = 500;
/** Languages of template engines, for clients that give such files to this server. */
const TEMPLATE_LANGUAGE = /jinja|erb|template/;

const NOTHING_CHOSEN: Chosen = {};

/** How a file is to be read, before its name and its first lines have their say. */
type Wanted = Omit<FileSettings, 'family'> & Pick<UserSettings, 'family'>;

/** A document as `TextDocuments` keeps it. The text is an array of lines; an edit reads the lines that it touches. */
export class RulesDocument {
  readonly uri: string;
  readonly languageId: string;
  version: number;
  /** Another number whenever an answer of before may not hold any more: after a change, other settings, the closing. */
  edition = 0;
  private file: RulesFile;
  private userSettings: UserSettings = DEFAULT_USER_SETTINGS;
  /** What the configuration says of it, before which the user's settings give way. */
  private chosen: Chosen = NOTHING_CHOSEN;
  /** What stands in the file for the other family. */
  private twin: Twin | undefined;

  private constructor(uri: string, languageId: string, version: number, text: string) {
    this.uri = uri;
    this.languageId = languageId;
    this.version = version;
    this.file = this.read(new LineArray(text));
  }

  static create(uri: string, languageId: string, version: number, text: string): RulesDocument {
    return new RulesDocument(uri, languageId, version, text);
  }

  /** Takes the changes of one notification in, in their order. */
  static update(
    document: RulesDocument,
    changes: readonly TextDocumentContentChangeEvent[],
    version: number,
  ): RulesDocument {
    for (const change of changes) document.apply(change);
    document.version = version;
    document.edition++;
    return document;
  }

  /** What the user set for it. */
  get settings(): UserSettings {
    return this.userSettings;
  }

  get rules(): RulesFile {
    return this.file;
  }

  /** What its file is called. */
  get name(): string {
    return pathOf(this.uri).replace(/^.*\//, '');
  }

  /** Which family it is for, and what says so. */
  get familyVerdict(): FamilyVerdict {
    return familyVerdict(this.file.lines, pathOf(this.uri), this.wanted.family);
  }

  get lineCount(): number {
    return this.file.lines.count;
  }

  getText(range?: Range): string {
    return this.file.lines.text(range);
  }

  positionAt(offset: number): Position {
    return this.file.lines.positionAt(offset);
  }

  offsetAt(position: Position): number {
    return this.file.lines.offsetAt(position);
  }

  /** Reads the file again where the settings say something else of it. */
  configure(settings: UserSettings, chosen: Chosen = NOTHING_CHOSEN, twin?: Twin): void {
    if (settings === this.userSettings && chosen === this.chosen && twin === this.twin) return;
    this.userSettings = settings;
    this.chosen = chosen;
    this.twin = twin;
    this.reconsider();
  }

  private get wanted(): Wanted {
    const { backend, version, extensions, family, management, template, fragment } = this.userSettings;
    return { backend, version, extensions, family, management, template, fragment, ...this.chosen };
  }

  /** Reads the file again where what the settings and its first lines say of it has changed. */
  private reconsider(): void {
    const wanted = this.fileSettings(this.file.lines);
    if (sameSettings(wanted, this.file.settings)) return;
    this.file = new RulesFile(this.file.lines, wanted);
    this.edition++;
  }

  /** Ends all work on it: nobody waits for the answers. */
  close(): void {
    this.edition++;
  }

  private apply(change: TextDocumentContentChangeEvent): void {
    // Some clients write `range: null` where they mean the whole text.
    const range = 'range' in change ? change.range : undefined;
    if (!range) {
      this.file = this.read(new LineArray(change.text));
      return;
    }
    const first = this.edit(range, change.text);
    if (first < HEAD_LINES || this.file.lines.count <= SHORT_FILE) this.reconsider();
  }

  /** Takes an edit in and answers the first line that it touched. */
  private edit(range: Range, text: string): number {
    try {
      return this.file.edit(range, text).first;
    } catch {
      // The lines have the edit and what is known of them may not: every later answer would be about other lines.
      this.file = this.read(this.file.lines);
      return 0;
    }
  }

  private read(lines: LineArray): RulesFile {
    return new RulesFile(lines, this.fileSettings(lines));
  }

  private fileSettings(lines: LineArray): FileSettings {
    const { family, template, fragment, ...others } = this.wanted;
    const path = pathOf(this.uri);
    return {
      ...others,
      ...(this.twin && { twin: this.twin }),
      family: familyOf(lines, path, family),
      template: template || isTemplateName(path) || TEMPLATE_LANGUAGE.test(this.languageId),
      fragment: fragment || isFragment(lines, path),
    };
  }
}

function sameSettings({ twin, ...a }: FileSettings, { twin: other, ...b }: FileSettings): boolean {
  return twin?.name === other?.name && twin?.text === other?.text && JSON.stringify(a) === JSON.stringify(b);
}

/** The path of a URI, for its name only; the text itself where it is no URI. */
function pathOf(uri: string): string {
  try {
    return decodeURIComponent(uri.replace(/^[a-z][a-z0-9+.-]*:(\/\/[^/]*)?/i, '').replace(/[?#].*$/, ''));
  } catch {
    return uri;
  }
}
