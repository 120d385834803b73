// Tokens of the TextMate grammar as VS Code sees them: loads the grammar and splits lines into scoped tokens.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import * as textmate from 'vscode-textmate';

export interface Token {
  /** Columns in UTF-16 units, the end excluded. */
  readonly start: number;
  readonly end: number;
  /** From the outermost scope to the innermost, without `source.iptables`. */
  readonly scopes: readonly string[];
}

export type Tokenizer = (lines: readonly string[]) => Token[][];

const root = new URL('../../', import.meta.url);

/** Loads `syntaxes/iptables.tmLanguage.json` into the engine that VS Code uses. Rejects when it does not load. */
export async function loadTokenizer(): Promise<Tokenizer> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(wasm);
  const path = new URL('syntaxes/iptables.tmLanguage.json', root);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async () => textmate.parseRawGrammar(await readFile(path, 'utf8'), path.pathname),
  });
  const grammar = await registry.loadGrammar('source.iptables');
  if (grammar === null) throw new Error('The grammar has no scope source.iptables.');
  return (lines) => {
    let state = textmate.INITIAL;
    return lines.map((line) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
      state = ruleStack;
      return tokens.map((token) => ({
        start: token.startIndex,
        end: Math.min(token.endIndex, line.length),
        scopes: token.scopes.slice(1),
      }));
    });
  };
}

/** Whether a column of a line bears a scope; `keyword.control` speaks of `keyword.control.jump.iptables`, too. */
export function hasScope(tokens: readonly Token[], column: number, scope: string): boolean {
  const token = tokens.find(({ start, end }) => start <= column && column < end);
  return token?.scopes.some((found) => found === scope || found.startsWith(`${scope}.`)) ?? false;
}
