// Owns the measuring of what a person typing feels: the built server over stdio, edits in, published diagnostics out.
import { join } from 'node:path';
import { Client, type Message } from './client.ts';
import { type BenchFile, benchFile, withCommands } from './rules.ts';
import { median, quantile, type Row } from './table.ts';

const SERVER = join(import.meta.dirname, '..', '..', 'server', 'dist', 'main.node.js');
const URI = 'file:///bench/rules.v4';

/** The server with one document open. */
class Editor {
  readonly client = new Client(process.execPath, [SERVER, '--stdio']);
  readonly file: BenchFile;
  readonly #lines: string[];
  #version = 1;

  constructor(file: BenchFile) {
    this.file = file;
    this.#lines = [...file.lines];
  }

  /** Milliseconds from didOpen to the first diagnostics. */
  async open(): Promise<number> {
    await this.client.request('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
    this.client.notify('initialized', {});
    const published = this.#published(1);
    const start = performance.now();
    const { text } = this.file;
    this.client.notify('textDocument/didOpen', {
      textDocument: { uri: URI, languageId: 'iptables', version: 1, text },
    });
    return (await published).at - start;
  }

  #published(version: number): Promise<Message> {
    const fits = ({ method, params }: Message) =>
      method === 'textDocument/publishDiagnostics' && (params?.version ?? 0) >= version;
    return this.client.wait('with diagnostics', fits);
  }

  /** Sends a change of one line without waiting; answers the promise of the diagnostics that show it. */
  change(line: number, from: number, to: number, text: string): Promise<Message> {
    const before = this.#lines[line] ?? '';
    this.#lines[line] = before.slice(0, from) + text + before.slice(to);
    const version = ++this.#version;
    const published = this.#published(version);
    const range = { start: { line, character: from }, end: { line, character: to } };
    this.client.notify('textDocument/didChange', {
      textDocument: { uri: URI, version },
      contentChanges: [{ range, text }],
    });
    return published;
  }

  async timedChange(line: number, from: number, to: number, text: string): Promise<number> {
    const start = performance.now();
    const message = await this.change(line, from, to, text);
    return message.at - start;
  }

  line(index: number): string {
    return this.#lines[index] ?? '';
  }

  /** Errors that the diagnostics have on a line. */
  static errors(message: Message, line: number): number {
    return (message.params?.diagnostics ?? []).filter((one) => one.severity === 1 && one.range.start.line === line)
      .length;
  }
}

/** A mistake in a rule and its mending, at places all over the file: every keystroke must show. */
async function keystrokes(editor: Editor, count: number): Promise<number[]> {
  const times: number[] = [];
  const { rules } = editor.file;
  for (let i = 0; i < count; i++) {
    const line = rules[Math.floor(((i + 0.5) * rules.length) / count)] ?? 0;
    const column = editor.line(line).length;
    for (const [from, to, text, errors] of [
      [column, column, ' x', true],
      [column, column + 2, '', false],
    ] as const) {
      const start = performance.now();
      const message = await editor.change(line, from, to, text);
      times.push(message.at - start);
      if (Editor.errors(message, line) > 0 !== errors)
        throw new Error(`Line ${line + 1} does not show what was typed there.`);
    }
  }
  return times;
}

/** The same stretch of a line changed there and back. */
async function thereAndBack(
  editor: Editor,
  line: number,
  text: string,
  other: string,
  count: number,
): Promise<number[]> {
  const column = editor.line(line).lastIndexOf(text);
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    times.push(await editor.timedChange(line, column, column + text.length, other));
    times.push(await editor.timedChange(line, column, column + other.length, text));
  }
  return times;
}

const BURST = 20;
const BETWEEN_KEYS = 30;

/** A completion asked with each of 20 characters, 30 ms apart: the times until the answers. */
async function burst(editor: Editor): Promise<number[]> {
  const line = editor.file.rules[Math.floor(editor.file.rules.length / 3)] ?? 0;
  const start = editor.line(line).length;
  const answers: Promise<number>[] = [];
  let last: Promise<Message> | undefined;
  for (let i = 0; i < BURST; i++) {
    last = editor.change(line, start + i, start + i, ' -m conntrack --ctstate'.charAt(i));
    last.catch(() => {});
    const asked = performance.now();
    const position = { line, character: start + i + 1 };
    const answer = editor.client.request('textDocument/completion', {
      textDocument: { uri: URI },
      position,
      context: { triggerKind: 1 },
    });
    answers.push(answer.then(({ at }) => at - asked));
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_KEYS));
  }
  await last;
  const times = await Promise.all(answers);
  await editor.change(line, start, start + BURST, '');
  return times;
}

interface Measured {
  readonly open: number;
  readonly keys: readonly number[];
  readonly rows: readonly Row[];
}

async function opening(file: BenchFile, rounds: number): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const editor = new Editor(file);
    times.push(await editor.open());
    await editor.client.stop();
  }
  return median(times);
}

async function measureSize(count: number): Promise<Measured> {
  const file = benchFile(count);
  const open = await opening(file, 3);
  const editor = new Editor(file);
  await editor.open();
  const memory = editor.client.memory();
  await keystrokes(editor, 20);
  const keys = await keystrokes(editor, 100);
  const jump = file.lines[file.jump] ?? '';
  const target = jump.slice(jump.lastIndexOf(' ') + 1);
  const chainLine = file.lines[file.chain] ?? '';
  const chain = chainLine.slice(1, chainLine.indexOf(' '));
  const jumps = await thereAndBack(editor, file.jump, target, chain === target ? 'CH000' : chain, 10);
  const chains = await thereAndBack(editor, file.chain, `:${chain}`, `:${chain}x`, 10);
  const tables = await thereAndBack(editor, file.table, '*filter', '*filte', 10);
  const completions = await burst(editor);
  const after = editor.client.memory();
  await editor.client.stop();
  const edits: Row[] = [
    { what: 'an edit of a jump, median', value: median(jumps), unit: 'ms', most: 20 },
    { what: 'an edit of a `:CHAIN` line, median', value: median(chains), unit: 'ms', most: 20 },
    { what: 'an edit of `*filter`, median', value: median(tables), unit: 'ms', most: 20 },
    {
      what: 'completion during a burst, worst of 20',
      value: quantile(completions, 1),
      unit: 'ms',
      most: 10,
      note: `median ${median(completions).toFixed(2)} ms`,
    },
  ];
  const held: Row[] =
    memory && after
      ? [
          {
            what: 'resident memory with the file open',
            value: Math.max(memory.now, after.now),
            unit: 'MB',
            most: 200,
            note: `${memory.now.toFixed(0)} MB after opening, ${after.now.toFixed(0)} MB after all edits, peak ${after.peak.toFixed(0)} MB`,
          },
        ]
      : [];
  return { open, keys, rows: [...edits, ...held] };
}

/** Keystrokes in a file that holds commands other than -A. */
async function amongCommands(count: number): Promise<readonly number[]> {
  const editor = new Editor(withCommands(benchFile(count)));
  await editor.open();
  await keystrokes(editor, 20);
  const keys = await keystrokes(editor, 100);
  await editor.client.stop();
  return keys;
}

/** The rows of a large file, and how much more a keystroke costs there than in a tenth of it. */
export async function measureEditing(count: number): Promise<Row[]> {
  const small = await measureSize(Math.floor(count / 10));
  const large = await measureSize(count);
  const played = await amongCommands(count);
  return [
    {
      what: `a keystroke in a rule to published diagnostics, ${count} rules, median`,
      value: median(large.keys),
      unit: 'ms',
      most: 2,
    },
    { what: 'the same, p95', value: quantile(large.keys, 0.95), unit: 'ms', most: 5 },
    {
      what: 'the same with one -N, one -I and one -P in the file, median',
      value: median(played),
      unit: 'ms',
      most: 2,
      note: `p95 ${quantile(played, 0.95).toFixed(2)} ms`,
    },
    {
      what: `the same, ${Math.floor(count / 10)} rules, median`,
      value: median(small.keys),
      unit: 'ms',
      note: `p95 ${quantile(small.keys, 0.95).toFixed(2)} ms`,
    },
    {
      what: `growth of a keystroke's cost from ${Math.floor(count / 10)} to ${count} rules`,
      value: median(large.keys) / median(small.keys),
      unit: '',
      most: 1.5,
    },
    {
      what: `open to first diagnostics, ${count} rules`,
      value: large.open / 1000,
      unit: 's',
      most: 0.4,
      note: 'median of 3',
    },
    ...large.rows,
  ];
}
