// The open documents: arrays of lines, each with its rules file once its settings are known.

import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { familyOf, isFragment } from '../ruleset/family.ts';
import { type FileSettings, RulesFile } from '../ruleset/rules-file.ts';
import { LineArray, type Position, type Range } from '../syntax/lines.ts';
import { isTemplateName } from '../syntax/template.ts';
import { DEFAULT_USER_SETTINGS, type UserSettings } from './settings.ts';

/** The family is asked for again when an edit touches the first lines, or always in files as short as this. */
const HEAD_LINES = 10;
const SHORT_FILE = 500;
/** Languages of template engines, for clients that give such files to this server. */
const TEMPLATE_LANGUAGE = /jinja|erb|template/;

/** A document as `TextDocuments` keeps it. The text is an array of lines; an edit reads the lines that it touches. */
export class RulesDocument {
  readonly uri: string;
  readonly languageId: string;
  version: number;
  private file: RulesFile;
  private settings: UserSettings = DEFAULT_USER_SETTINGS;

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
    return document;
  }

  get rules(): RulesFile {
    return this.file;
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

  /** Reads the file again where the settings, or the family that follows from them, changed. */
  configure(settings: UserSettings): void {
    this.settings = settings;
    const wanted = this.fileSettings(this.file.lines);
    if (!sameSettings(wanted, this.file.settings)) this.file = new RulesFile(this.file.lines, wanted);
  }

  private apply(change: TextDocumentContentChangeEvent): void {
    if (!('range' in change)) {
      this.file = this.read(new LineArray(change.text));
      return;
    }
    const { first } = this.file.edit(change.range, change.text);
    if (first < HEAD_LINES || this.file.lines.count <= SHORT_FILE) this.configure(this.settings);
  }

  private read(lines: LineArray): RulesFile {
    return new RulesFile(lines, this.fileSettings(lines));
  }

  private fileSettings(lines: LineArray): FileSettings {
    const { backend, version, extensions, family } = this.settings;
    const path = pathOf(this.uri);
    return {
      family: familyOf(lines, path, family),
      backend,
      version,
      extensions,
      template: this.settings.template || isTemplateName(path) || TEMPLATE_LANGUAGE.test(this.languageId),
      fragment: this.settings.fragment || isFragment(lines, path),
    };
  }
}

function sameSettings(a: FileSettings, b: FileSettings): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The path of a URI, for its name only; the text itself where it is no URI. */
function pathOf(uri: string): string {
  try {
    return decodeURIComponent(uri.replace(/^[a-z][a-z0-9+.-]*:(\/\/[^/]*)?/i, '').replace(/[?#].*$/, ''));
  } catch {
    return uri;
  }
}
