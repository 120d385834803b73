// Owns what the suites ask of the diagnostics of a document.
import * as vscode from 'vscode';
import { poll } from '../support/poll.ts';

/** A code with a page of its own comes as an object that links to it. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

export function codesOf(document: vscode.TextDocument): string[] {
  return vscode.languages.getDiagnostics(document.uri).map(codeOf);
}

/** The diagnostics once they satisfy a question; the editor asks for them some time after each edit. */
export function diagnosticsWhen(
  document: vscode.TextDocument,
  right: (codes: string[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  return poll('the diagnostics', () => {
    const found = vscode.languages.getDiagnostics(document.uri);
    return right(codesOf(document)) ? found : undefined;
  });
}

/** The errors and warnings among the diagnostics, once there are so many. */
export function graveWhen(document: vscode.TextDocument, count: number): Promise<vscode.Diagnostic[]> {
  return poll(`${count} errors and warnings`, () => {
    const found = vscode.languages.getDiagnostics(document.uri);
    const grave = found.filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning);
    return grave.length === count ? grave : undefined;
  });
}
