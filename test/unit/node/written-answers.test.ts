// Messages as they leave over stdio: the text is the same as JSON.stringify gives, whatever was written before.

import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import type { SemanticTokens } from 'vscode-languageserver-types';
import { tokenSteps } from '../../../server/src/features/semantic-tokens.ts';
import { AnswerWriter } from '../../../server/src/node/written-answers.ts';
import { RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import { complete } from '../../../server/src/ruleset/steps.ts';

const diagnostic = (line: number, message = 'Unexpected word `22`.') => ({
  range: { start: { line, character: 0 }, end: { line, character: 4 } },
  severity: 1,
  code: 'stray-word',
  message,
});
const many = Array.from({ length: 50 }, (_, line) => diagnostic(line));

/** The body of a message that was written, and what its head says of its length. */
async function written(message: object): Promise<string> {
  const stream = new PassThrough();
  const pieces: Buffer[] = [];
  stream.on('data', (piece: Buffer) => pieces.push(piece));
  await new AnswerWriter(stream).write({ jsonrpc: '2.0', ...message });
  const bytes = Buffer.concat(pieces);
  const end = bytes.indexOf('\r\n\r\n');
  const body = bytes.subarray(end + 4);
  expect(bytes.toString('latin1', 0, end)).toBe(`Content-Length: ${body.length}`);
  return body.toString('utf8');
}

test.each<[string, object]>([
  ['a report of diagnostics', { id: 1, result: { kind: 'full', items: many } }],
  ['a report with a name', { id: 1, result: { kind: 'full', resultId: '["taken out"]', items: many } }],
  ['diagnostics without a request', { method: 'x', params: { uri: 'file:///a', version: 3, diagnostics: many } }],
  ['words of other scripts', { id: 2, result: { kind: 'full', items: [...many, diagnostic(9, 'Zürich 防火墙 🔥')] } }],
  [
    'words that look like a list',
    { id: 2, result: { kind: 'full', items: many.map(({ range }) => ({ range, message: '["taken out"]' })) } },
  ],
  ['no diagnostics', { id: 3, result: { kind: 'full', items: [] } }],
  ['few diagnostics', { id: 3, result: { kind: 'full', items: many.slice(0, 3) } }],
  ['a list of another kind', { id: 4, result: { isIncomplete: false, items: many } }],
  ['no answer', { id: 5, result: null }],
  ['a fault', { id: 6, error: { code: -32603, message: 'no' } }],
])('%s', async (_name, message) => {
  const text = JSON.stringify({ jsonrpc: '2.0', ...message });
  expect(await written(message)).toBe(text);
  expect(await written(message)).toBe(text);
});

test('a list of very many tokens', async () => {
  const rules = new RulesFile(
    `*filter\n${'-A INPUT -s 192.0.2.1 -p tcp -m tcp --dport 22 -j ACCEPT\n'.repeat(5000)}COMMIT\n`,
  );
  const message = (result: SemanticTokens) => ({ id: 7, result });
  const { resultId = '', data } = complete(tokenSteps(rules));
  const body = await written(message({ ...complete(tokenSteps(rules, true)), resultId }));
  expect(body).toBe(JSON.stringify({ jsonrpc: '2.0', ...message({ resultId, data }) }));
});
