// Owns the measuring of single requests: the built server over stdio, a large file open, each request asked again and again.
import { join } from 'node:path';
import { type Asked, type Request, requestsOf } from '../support/requests.ts';
import { Client } from './client.ts';
import { type BenchFile, benchFile } from './rules.ts';
import { median, quantile, type Row } from './table.ts';

const SERVER = join(import.meta.dirname, '..', '..', 'server', 'dist', 'main.node.js');
const URI = 'file:///bench/rules.v4';
/** Lines that an editor shows at a time. */
const SCREEN = 50;
const TIMES = 30;

/** Milliseconds that each request may take, by method. Those that are not here are only told. */
const MOST: Readonly<Record<string, number>> = {
  'textDocument/codeLens': 50,
  'textDocument/completion': 5,
  'textDocument/definition': 5,
  'textDocument/documentHighlight': 5,
  'textDocument/documentSymbol': 250,
  'textDocument/foldingRange': 20,
  'textDocument/formatting': 500,
  'textDocument/hover': 5,
  'textDocument/inlayHint': 5,
  'textDocument/references': 20,
  'textDocument/rename': 20,
  'textDocument/semanticTokens/full': 250,
  'textDocument/semanticTokens/full/delta': 5,
  'textDocument/semanticTokens/range': 5,
  'textDocument/signatureHelp': 5,
  'workspace/symbol': 250,
};

const CAPABILITIES = {
  textDocument: {
    diagnostic: {},
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    completion: { completionItem: { snippetSupport: true, labelDetailsSupport: true } },
  },
};

class Editor {
  readonly client = new Client(process.execPath, [SERVER, '--stdio']);
  readonly #file: BenchFile;
  #version = 1;
  #lastTokens: unknown;

  constructor(file: BenchFile) {
    this.#file = file;
  }

  /** Opens the document; answers a request of each kind that the server can answer. */
  async open(): Promise<readonly Request[]> {
    const { result } = await this.client.request('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: CAPABILITIES,
    });
    this.client.notify('initialized', {});
    const { text } = this.#file;
    this.client.notify('textDocument/didOpen', {
      textDocument: { uri: URI, languageId: 'iptables', version: 1, text },
    });
    await this.client.request('textDocument/diagnostic', { textDocument: { uri: URI } });
    const capabilities = typeof result === 'object' && result !== null ? Reflect.get(result, 'capabilities') : {};
    return requestsOf(capabilities);
  }

  /** Milliseconds from a request to its answer, behind a keystroke; every place is another one. */
  async time({ method, params }: Request, round: number): Promise<number> {
    this.#type(round);
    await this.client.request('textDocument/diagnostic', { textDocument: { uri: URI } });
    const asked = Object.assign({}, params(this.#place(method, round)), this.#previous(method));
    const start = performance.now();
    const answer = await this.client.request(method, asked);
    const time = answer.at - start;
    if (method.startsWith('textDocument/semanticTokens/full')) this.#lastTokens = answer.result;
    return time;
  }

  #place(method: string, round: number): Asked {
    const line = this.#rule(round);
    const text = this.#file.lines[line] ?? '';
    // A chain that is jumped to, where it matters; elsewhere an option.
    const jump = this.#file.lines[this.#file.jump] ?? '';
    const isOfChains = /definition|references|ename|ighlight|Hierarchy/.test(method);
    const from = isOfChains
      ? { line: this.#file.jump, character: jump.lastIndexOf(' ') + 2 }
      : { line, character: Math.max(text.indexOf(' --') + 3, 4) };
    return { uri: URI, from, to: { line: from.line + SCREEN, character: 0 } };
  }

  #rule(round: number): number {
    const { rules } = this.#file;
    return rules[Math.floor(((round + 0.5) * rules.length) / TIMES)] ?? 0;
  }

  /** One character at the end of a rule, and away again the next time. */
  #type(round: number): void {
    const line = this.#rule(round >> 1);
    const { length } = this.#file.lines[line] ?? '';
    const start = { line, character: length };
    const end = { line, character: length + (round % 2) };
    this.client.notify('textDocument/didChange', {
      textDocument: { uri: URI, version: ++this.#version },
      contentChanges: [{ range: { start, end }, text: round % 2 ? '' : ' ' }],
    });
  }

  #previous(method: string): object {
    if (!method.endsWith('/delta')) return {};
    const last = this.#lastTokens;
    return { previousResultId: typeof last === 'object' && last !== null ? Reflect.get(last, 'resultId') : '0' };
  }
}

/** One row for each request that the server answers, in a file of so many rules. */
export async function measureRequests(count: number): Promise<Row[]> {
  const editor = new Editor(benchFile(count));
  const rows: Row[] = [];
  const seen = new Set<string>();
  for (const request of await editor.open()) {
    const { method } = request;
    if (seen.has(method)) continue;
    seen.add(method);
    const times: number[] = [];
    for (let round = 0; round < TIMES; round++) times.push(await editor.time(request, round));
    rows.push({
      what: `\`${method}\`, ${count} rules, median`,
      value: median(times),
      unit: 'ms',
      most: MOST[method],
      note: `p95 ${quantile(times, 0.95).toFixed(1)} ms`,
    });
  }
  await editor.client.stop();
  return rows;
}
