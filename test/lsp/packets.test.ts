// What is found about packets over the connection: at once in small files, a little later in large ones, and moved with edits.

import { describe, expect, test } from 'vitest';
import { type ClientCapabilities, CodeLensRequest, CodeLensResolveRequest } from 'vscode-languageserver-protocol/node';
import { PULLS, PUSHED } from './client.ts';
import { servers } from './servers.ts';
import { insertion } from './text.ts';

const URI = 'file:///etc/iptables/rules.v4';
const HEAD = ['*filter', ':INPUT ACCEPT [0:0]', ':FORWARD ACCEPT [0:0]', ':OUTPUT ACCEPT [0:0]'];
const DEAD = '-A INPUT -s 10.1.0.0/16 -p tcp --dport 22 -j DROP';
const SMALL = [...HEAD, '-A INPUT -s 10.0.0.0/8 -j ACCEPT', DEAD, 'COMMIT', ''].join('\n');
/** So many rules that nobody waits for what is found about them. */
const LARGE = [
  ...HEAD,
  ...Array.from({ length: 3000 }, (_, i) => `-A INPUT -s 192.0.${i >> 7}.${(i & 127) + 1} -p tcp --dport 80 -j DROP`),
  '-A INPUT -s 10.0.0.0/8 -j ACCEPT',
  DEAD,
  'COMMIT',
  '',
].join('\n');
const REFRESHED: ClientCapabilities = { ...PULLS, workspace: { diagnostics: { refreshSupport: true } } };

const start = servers();

const codes = (diagnostics: readonly { readonly code?: unknown }[]) => diagnostics.map(({ code }) => code);

describe('a rule that no packet reaches', () => {
  test('is told with the first diagnostics of a small file, faded, with the rule that takes its packets', async () => {
    const client = await start(PUSHED);
    await client.open(URI, SMALL);
    const { diagnostics } = await client.publication(() => true);
    expect(diagnostics).toMatchObject([
      {
        code: 'unreachable-rule',
        tags: [1],
        range: { start: { line: 5, character: 0 } },
        relatedInformation: [{ location: { uri: URI, range: { start: { line: 4 } } } }],
      },
    ]);
  });

  test('is told a little later in a large file, and goes with its line while somebody types above', async () => {
    const client = await start(PUSHED);
    await client.open(URI, LARGE);
    expect(codes((await client.publication(() => true)).diagnostics)).toEqual([]);
    const told = await client.publication(({ diagnostics }) => diagnostics.length > 0);
    expect(told.diagnostics).toMatchObject([{ code: 'unreachable-rule', range: { start: { line: 3005 } } }]);
    const before = client.published.length;
    await client.type(URI, insertion(4, 0, '# a comment\n'));
    const moved = await client.publication(() => true, before);
    expect(moved.diagnostics).toMatchObject([{ code: 'unreachable-rule', range: { start: { line: 3006 } } }]);
    const last = await client.publication(() => true, before + 1);
    expect(last.diagnostics).toMatchObject([{ message: expect.stringContaining('line 3006 accepts') }]);
  });

  test('is asked for once it is known, by a client that lets itself be told', async () => {
    const client = await start(REFRESHED);
    const refreshed = new Promise<void>((resolve) => {
      client.connection.onRequest('workspace/diagnostic/refresh', () => {
        resolve();
        return null;
      });
    });
    await client.open(URI, LARGE);
    expect(await client.pull(URI)).toEqual([]);
    await refreshed;
    expect(codes(await client.pull(URI))).toEqual(['unreachable-rule']);
  });

  test('and the lens over INPUT is asked for again once it is known what that opens', async () => {
    const client = await start({ ...PUSHED, workspace: { codeLens: { refreshSupport: true } } });
    const refreshed = new Promise<void>((resolve) => {
      client.connection.onRequest('workspace/codeLens/refresh', () => {
        resolve();
        return null;
      });
    });
    const title = async () => {
      const textDocument = { uri: URI };
      const lenses = await client.connection.sendRequest(CodeLensRequest.type, { textDocument });
      const [input] = lenses ?? [];
      return input && (await client.connection.sendRequest(CodeLensResolveRequest.type, input)).command?.title;
    };
    await client.open(
      URI,
      LARGE.replace('INPUT ACCEPT', 'INPUT DROP').replace(DEAD, '-A INPUT -p tcp --dport 25 -j ACCEPT'),
    );
    // What it opens may be known already.
    expect(await title()).toContain('policy DROP · 3002 rules');
    await refreshed;
    expect(await title()).toBe('policy DROP · 3002 rules · opens 25');
  });

  test('is in the first answer for a client that asks and cannot be told', async () => {
    const client = await start(PULLS);
    await client.open(URI, LARGE);
    expect(codes(await client.pull(URI))).toEqual(['unreachable-rule']);
  });
});
