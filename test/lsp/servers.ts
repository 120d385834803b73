// Owns the server of a test file: bundled once, started for each client, and seen to end in order after each test.

import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { bundledServer, Client, forget } from './client.ts';

type Start = typeof Client.start extends (path: string, ...rest: infer R) => infer C ? (...rest: R) => C : never;

/** What starts a server with a client. To be called once, at the top of a test file. */
export function servers(): Start {
  let server = '';
  const clients: Client[] = [];
  beforeAll(async () => {
    server = await bundledServer();
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) expect(await client.stop()).toBe(0);
  });
  afterAll(() => forget(server));
  return async (...rest) => {
    const client = await Client.start(server, ...rest);
    clients.push(client);
    return client;
  };
}
