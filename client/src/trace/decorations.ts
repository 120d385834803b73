// The way of a packet along a file: what each rule said to it, behind the rule.

import {
  type DecorationOptions,
  type DecorationRenderOptions,
  Disposable,
  l10n,
  Range,
  type TextEditor,
  type TextEditorDecorationType,
  type ThemableDecorationAttachmentRenderOptions,
  ThemeColor,
  window,
} from 'vscode';
import type { PacketTrace } from '../../../server/src/features/trace/protocol.ts';
import { MARKS, type Mark, type Marked, marksOf } from './marks.ts';

function after(color: string): ThemableDecorationAttachmentRenderOptions {
  return { color: new ThemeColor(color), margin: '0 0 0 2em' };
}

const LOOKS: Readonly<Record<Mark, () => DecorationRenderOptions>> = {
  passed: () => ({ opacity: '0.6', after: after('editorCodeLens.foreground') }),
  depends: () => ({
    isWholeLine: true,
    backgroundColor: new ThemeColor('editor.findMatchHighlightBackground'),
    after: after('editorWarning.foreground'),
  }),
  matches: () => ({
    isWholeLine: true,
    backgroundColor: new ThemeColor('editor.rangeHighlightBackground'),
    after: after('editorInfo.foreground'),
  }),
  policy: () => ({
    isWholeLine: true,
    backgroundColor: new ThemeColor('editor.rangeHighlightBackground'),
    after: after('editorInfo.foreground'),
  }),
};

export class TraceDecorations implements Disposable {
  private readonly types: ReadonlyMap<Mark, TextEditorDecorationType>;
  private readonly all: Disposable;

  constructor() {
    this.types = new Map(MARKS.map((mark) => [mark, window.createTextEditorDecorationType(LOOKS[mark]())]));
    this.all = Disposable.from(...this.types.values());
  }

  dispose(): void {
    this.all.dispose();
  }

  show(editor: TextEditor, trace: PacketTrace): void {
    const marks = marksOf(trace);
    for (const [mark, type] of this.types) {
      const places = [...marks].flatMap(([line, shown]) =>
        shown.mark === mark && line < editor.document.lineCount ? [placeOf(editor, line, textOf(shown))] : [],
      );
      editor.setDecorations(type, places);
    }
  }

  clear(editor: TextEditor): void {
    for (const type of this.types.values()) editor.setDecorations(type, []);
  }
}

function textOf({ mark, step: { text, detail = '' } }: Marked): string {
  if (mark === 'passed') return `– ${l10n.t('passed')}`;
  if (mark === 'depends') return `? ${detail}`;
  return mark === 'policy' ? `→ ${text}` : `✓ ${l10n.t('matches')}`;
}

function placeOf({ document }: TextEditor, line: number, contentText: string): DecorationOptions {
  const { length } = document.lineAt(line).text;
  return { range: new Range(line, 0, line, length), renderOptions: { after: { contentText } } };
}
