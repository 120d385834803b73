// Signature help: the parts of the value that is being typed, and which of them the cursor is in.

import {
  type MarkupContent,
  MarkupKind,
  type Position,
  type SignatureHelp,
  type SignatureInformation,
} from 'vscode-languageserver-types';
import type { RulesFile } from '../ruleset/rules-file.ts';
import { readLine } from '../syntax/line.ts';
import { type Cursor, cursorAt } from './completion/cursor.ts';
import { plainText } from './plain-text.ts';
import { type Parameter, signatureOf } from './signature/signature.ts';
import { typedOption } from './signature/typed-option.ts';

/** What the client can show. */
export interface SignatureAbilities {
  readonly markdown: boolean;
  /** Parameters are marked by their columns in the label, and not by their text. */
  readonly offsets: boolean;
}

/** Null where no option's value is being typed, and where it has no parts. Reads the line of the cursor alone. */
export function signatureHelpOf(
  file: RulesFile,
  { line, character }: Position,
  abilities: SignatureAbilities,
): SignatureHelp | null {
  const cursor = cursorIn(file, line, character);
  const typed = cursor && typedOption(cursor);
  const signature = typed && signatureOf(typed, file.settings.family);
  if (!signature) return null;
  const { label, documentation, parameters, active } = signature;
  const information: SignatureInformation = {
    label,
    documentation: shown(documentation, abilities),
    parameters: parameters.map((parameter) => ({
      label: labelOf(parameter, label, abilities),
      documentation: shown(parameter.documentation, abilities),
    })),
    activeParameter: active,
  };
  return { signatures: [information], activeSignature: 0, activeParameter: active };
}

function cursorIn(file: RulesFile, line: number, character: number): Cursor | undefined {
  const text = file.lines.line(line);
  const read = readLine(text);
  return read.kind === 'command' ? cursorAt(file, line, Math.min(character, text.length), read.from) : undefined;
}

function labelOf({ start, end }: Parameter, label: string, { offsets }: SignatureAbilities): [number, number] | string {
  return offsets ? [start, end] : label.slice(start, end);
}

function shown(text: string, { markdown }: SignatureAbilities): MarkupContent | string {
  return markdown ? { kind: MarkupKind.Markdown, value: text } : plainText(text);
}
