// Every request at random places of random and half-edited texts: each is answered, none with an error but a refusal.

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Random } from '../oracle/fuzz/random.ts';
import { file } from '../support/edited-files.ts';
import { requestsOf } from '../support/requests.ts';
import { bundledServer, forget } from './client.ts';
import { fieldOf, type Message, RawClient } from './raw-client.ts';

/** 100,000 for a long run. */
const { REQUESTS = '5000', SEED = '1' } = process.env;
const COUNT = Number(REQUESTS);
/** So many requests are under way at a time, with edits, closings and cancellations between them. */
const BATCH = 50;
/** As the protocol answers what is not wanted any more. */
const CANCELLED = -32800;
const MODIFIED = -32801;
/** A rename that cannot be made: editors show the sentence. */
const REFUSED = -32803;
const MAY_REFUSE = new Set(['textDocument/prepareRename', 'textDocument/rename']);

const CLIENTS = {
  'an editor that can do little': {},
  'an editor that can do much': {
    textDocument: {
      completion: {
        completionItem: { snippetSupport: true, labelDetailsSupport: true, documentationFormat: ['markdown'] },
      },
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      diagnostic: { dynamicRegistration: false },
      codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor'] } } },
      rename: { prepareSupport: true },
    },
    workspace: { workspaceEdit: { documentChanges: true } },
  },
};

let server = '';
beforeAll(async () => {
  server = await bundledServer();
});
afterAll(() => forget(server));

const texts = fc.sample(fc.oneof(file, fc.string({ unit: 'binary', maxLength: 300 })), {
  numRuns: 200,
  seed: Number(SEED),
});

const place = (random: Random, lines: number) => ({ line: random.int(0, lines + 2), character: random.int(0, 60) });

/** Changes a document somewhere, as half a line typed, pasted or deleted would. */
function edit(client: RawClient, uri: string, version: number, random: Random): void {
  const [from, to] = [place(random, 20), place(random, 20)].sort(
    (a, b) => a.line - b.line || a.character - b.character,
  );
  const text = random.pick([
    '',
    ' ',
    'x',
    '-',
    '\n',
    '-A INPUT -p tcp --dp',
    '\r\n',
    '"',
    ':web - [0:0]\n',
    'COMMIT\n',
  ]);
  client.notify('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: [{ range: { start: from, end: random.chance(0.7) ? from : to }, text }],
  });
}

test.each(Object.entries(CLIENTS))(
  '%s gets an answer to each',
  { timeout: 30_000 + COUNT * 60 },
  async (_, capabilities) => {
    const client = new RawClient(server, () => ({ result: null }));
    const { result } = await client.request('initialize', { processId: null, rootUri: null, capabilities });
    client.notify('initialized', {});
    const kinds = requestsOf(fieldOf(result, 'capabilities'));
    const random = new Random(`requests:${SEED}`);
    const wrong: { method: string; params: unknown; error: Message['error'] }[] = [];
    for (let done = 0, round = 0; done < COUNT; round++) {
      const uri = `file:///etc/iptables/${round}.rules`;
      const text = texts[round % texts.length] ?? '';
      client.open(uri, text);
      const asked = Array.from({ length: BATCH }, (_, i) => {
        if (random.chance(0.3)) edit(client, uri, i + 2, random);
        if (i === BATCH - 3) client.notify('textDocument/didClose', { textDocument: { uri } });
        const kind = random.pick(kinds) ?? kinds[0];
        const id = client.nextId();
        const params = kind?.params({ uri, from: place(random, 20), to: place(random, 20) });
        client.send({ id, method: kind?.method ?? '', params });
        if (random.chance(0.05)) client.notify('$/cancelRequest', { id });
        return { id, method: kind?.method ?? '', params };
      });
      const answers = await Promise.all(asked.map(({ id }) => client.answer(id)));
      answers.forEach(({ error }, i) => {
        const { method = '', params } = asked[i] ?? {};
        const isFine = error?.code === CANCELLED || error?.code === MODIFIED;
        const isRefused = error?.code === REFUSED && MAY_REFUSE.has(method);
        if (error && !isFine && !isRefused) wrong.push({ method, params, error });
      });
      done += BATCH;
      client.received.length = 0;
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(client.errors).toBe('');
    expect(await client.stop()).toBe(0);
  },
);
