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

/** What VS Code takes the text for, whatever its colour: in strings and comments it suggests nothing by itself. */
export type Kind = 'other' | 'comment' | 'string' | 'regex';

const kinds: readonly Kind[] = ['other', 'comment', 'string', 'regex'];

interface Manifest {
  readonly contributes: { readonly grammars: readonly [{ readonly tokenTypes?: Readonly<Record<string, Kind>> }] };
}

async function loadGrammar(): Promise<textmate.IGrammar> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(wasm);
  const path = new URL('syntaxes/iptables.tmLanguage.json', root);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async () => textmate.parseRawGrammar(await readFile(path, 'utf8'), path.pathname),
  });
  const manifest: Manifest = JSON.parse(await readFile(new URL('package.json', root), 'utf8'));
  const named = Object.entries(manifest.contributes.grammars[0].tokenTypes ?? {});
  const tokenTypes = Object.fromEntries(named.map(([selector, kind]) => [selector, kinds.indexOf(kind)]));
  const grammar = await registry.loadGrammarWithConfiguration('source.iptables', 1, { tokenTypes });
  if (grammar === null) throw new Error('The grammar has no scope source.iptables.');
  return grammar;
}

/** Loads `syntaxes/iptables.tmLanguage.json` into the engine that VS Code uses. Rejects when it does not load. */
export async function loadTokenizer(): Promise<Tokenizer> {
  const grammar = await loadGrammar();
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

/** Where the metadata of a token holds its kind (vscode-textmate, EncodedTokenMetadata). */
const [KIND_MASK, KIND_SHIFT] = [0b11_0000_0000, 8];

/** Loads the grammar as `package.json` contributes it, and tells the kind of the text before a column of a line. */
export async function loadKinds(): Promise<(line: string, column: number) => Kind> {
  const grammar = await loadGrammar();
  return (line, column) => {
    // Pairs: the column where a token starts, and its metadata.
    const { tokens } = grammar.tokenizeLine2(line, textmate.INITIAL);
    let kind: Kind = 'other';
    for (let at = 0; at < tokens.length && (tokens[at] ?? 0) < column; at += 2) {
      kind = kinds[((tokens[at + 1] ?? 0) & KIND_MASK) >>> KIND_SHIFT] ?? 'other';
    }
    return kind;
  };
}

/** Whether a column of a line bears a scope; `keyword.control` speaks of `keyword.control.jump.iptables`, too. */
export function hasScope(tokens: readonly Token[], column: number, scope: string): boolean {
  const token = tokens.find(({ start, end }) => start <= column && column < end);
  return token?.scopes.some((found) => found === scope || found.startsWith(`${scope}.`)) ?? false;
}
