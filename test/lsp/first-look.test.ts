// What lint rules find of a long file comes behind its errors, however the client is told.

import { describe, expect, test } from 'vitest';
import type { ClientCapabilities } from 'vscode-languageserver-protocol/node';
import { PULLS, PUSHED } from './client.ts';
import { servers } from './servers.ts';
import { insertion } from './text.ts';

const URI = 'file:///etc/iptables/rules.v4';
/** An error, and a mark that its own mask takes bits of; so many lines that lint rules look in steps. */
const LONG = [
  '*mangle',
  ...['PREROUTING', 'INPUT', 'FORWARD', 'OUTPUT', 'POSTROUTING'].map((name) => `:${name} ACCEPT [0:0]`),
  ...Array.from({ length: 3000 }, (_, i) => `-A INPUT -s 192.0.${i >> 7}.${(i & 127) + 1} -p tcp --dport 80 -j DROP`),
  '-A INPUT -p tcp --dport 70000 -j DROP',
  '-A INPUT -m mark --mark 0x2/0x1 -j DROP',
  'COMMIT',
  '',
].join('\n');
const ERRORS = ['bad-value'];
const ALL = ['bad-value', 'match-never'];
const REFRESHED: ClientCapabilities = { ...PULLS, workspace: { diagnostics: { refreshSupport: true } } };

const start = servers();

const codes = (diagnostics: readonly { readonly code?: unknown }[]) => diagnostics.map(({ code }) => code);

describe('lint rules look at a long file for the first time', () => {
  test('behind the errors, which are published first', async () => {
    const client = await start(PUSHED);
    await client.open(URI, LONG);
    expect(codes((await client.publication(() => true)).diagnostics)).toEqual(ERRORS);
    const { diagnostics } = await client.publication(() => true, 1);
    expect(codes(diagnostics)).toEqual(ALL);
  });

  test('and have a client that lets itself be told ask again', async () => {
    const client = await start(REFRESHED);
    const refreshed = new Promise<void>((resolve) => {
      client.connection.onRequest('workspace/diagnostic/refresh', () => {
        resolve();
        return null;
      });
    });
    await client.open(URI, LONG);
    expect(codes(await client.pull(URI))).toEqual(ERRORS);
    await refreshed;
    expect(codes(await client.pull(URI))).toEqual(ALL);
  });

  test('before they answer another client, which would not ask again', async () => {
    const client = await start(PULLS);
    await client.open(URI, LONG);
    expect(codes(await client.pull(URI))).toEqual(ALL);
  });

  test('again once nobody types any more, where it was changed meanwhile', async () => {
    const client = await start(PUSHED);
    await client.open(URI, LONG);
    await client.publication(() => true);
    await client.type(URI, insertion(0, 0, '# a comment\n'));
    const { diagnostics } = await client.publication(({ diagnostics }) => diagnostics.length > 1);
    expect(codes(diagnostics)).toEqual(ALL);
    expect(diagnostics[1]?.range.start.line).toBe(3008);
  });
});
