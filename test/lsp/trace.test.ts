// The requests about packets over the connection: the way, the lock-out, log lines, a rule's witness, lens and light bulb.

import { expect, test } from 'vitest';
import { CodeActionRequest, CodeLensRequest, CodeLensResolveRequest } from 'vscode-languageserver-protocol/node';
import type { TraceRequests } from '../../server/src/features/trace/protocol.ts';
import { type Client, PULLS } from './client.ts';
import { servers } from './servers.ts';
import { replacement } from './text.ts';

const URI = 'file:///etc/iptables/rules.v4';
const TEXT = [
  '*filter',
  ':INPUT DROP [0:0]',
  '-A INPUT -m conntrack --ctstate ESTABLISHED -j ACCEPT',
  '-A INPUT -s 192.0.2.7/32 -p tcp -m tcp --dport 22 -j ACCEPT',
  'COMMIT',
  '',
].join('\n');
const COMMANDS = ['iptables.lockedOut', 'iptables.tracePacket'];

const startServer = servers();

async function opened(commands: readonly string[] = COMMANDS): Promise<Client> {
  const client = await startServer(PULLS, { commands });
  await client.open(URI, TEXT);
  return client;
}

async function ask<N extends keyof TraceRequests>(
  client: Client,
  name: N,
  params: Omit<TraceRequests[N]['params'], 'textDocument'>,
  uri = URI,
): Promise<TraceRequests[N]['answer']> {
  return client.connection.sendRequest(name, { textDocument: { uri, version: 1 }, ...params });
}

test('the way of a packet, and another one after an edit', async () => {
  const client = await opened();
  const packet = 'in eth0 src 203.0.113.5 tcp dport 22';
  expect(await ask(client, 'iptables/trace', { packet })).toMatchObject({
    trace: {
      verdict: 'drop',
      sentence: 'The packet is dropped by the policy DROP of chain INPUT in table filter.',
      questions: [],
    },
  });
  await client.type(URI, replacement(1, 7, 11, 'ACCEPT'));
  expect(await ask(client, 'iptables/trace', { packet })).toMatchObject({ trace: { verdict: 'accept' } });
  expect(await ask(client, 'iptables/trace', { packet: 'in' })).toEqual({ message: '"in" needs a value.' });
});

test('whether an address is locked out', async () => {
  const client = await opened();
  expect(await ask(client, 'iptables/lockedOut', { from: '203.0.113.5', port: 22 })).toMatchObject({
    answer: 'yes',
    trace: { verdict: 'drop' },
  });
  expect(await ask(client, 'iptables/lockedOut', { from: '192.0.2.7', port: 22 })).toMatchObject({ answer: 'no' });
});

test('what to begin with, and a log line', async () => {
  const client = await opened();
  const { packet } = await ask(client, 'iptables/readPacket', {});
  expect(packet).toBe('in eth0 src 203.0.113.5 tcp dport 22');
  const line =
    '[12.3] IN=eth0 OUT= SRC=203.0.113.5 DST=192.0.2.1 LEN=60 TOS=0x00 PREC=0x00 TTL=64 PROTO=TCP SPT=4000 DPT=22 SYN URGP=0';
  expect(await ask(client, 'iptables/readPacket', { packet: line })).toMatchObject({
    packet: 'in eth0 path input src 203.0.113.5 dst 192.0.2.1 tcp sport 4000 dport 22 flags S length 60',
    isLogLine: true,
  });
});

test('a packet for a rule', async () => {
  const client = await opened();
  expect(await ask(client, 'iptables/witness', { line: 3 })).toEqual({
    packet: 'in eth0 path input src 192.0.2.7 tcp dport 22',
  });
});

test('of a document that is not open nothing is known', async () => {
  const client = await opened();
  const message = 'The document is not open as an iptables rules file.';
  expect(await ask(client, 'iptables/trace', { packet: 'in eth0' }, 'file:///other')).toEqual({ message });
  expect(await ask(client, 'iptables/readPacket', {}, 'file:///other')).toEqual({ packet: '', wrong: message });
});

test('lens and light bulb lead to the commands of a client that has them', async () => {
  const offered = async (client: Client) => {
    const lenses = await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: URI } });
    const resolved = await Promise.all(
      (lenses ?? []).map((lens) => client.connection.sendRequest(CodeLensResolveRequest.type, lens)),
    );
    const actions = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: URI },
      range: { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } },
      context: { diagnostics: [], only: ['refactor'] },
    });
    const commands = [...resolved, ...(actions ?? [])].map(({ command }) => command);
    return commands.flatMap((one) => (typeof one === 'object' && COMMANDS.includes(one.command) ? [one] : []));
  };
  expect(await offered(await opened())).toEqual([
    { title: 'Am I locked out?', command: 'iptables.lockedOut', arguments: [{ uri: URI }] },
    {
      title: 'Trace a packet that this rule decides',
      command: 'iptables.tracePacket',
      arguments: [{ uri: URI, line: 3 }],
    },
  ]);
  expect(await offered(await opened([]))).toEqual([]);
});
