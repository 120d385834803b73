// How lists of services are written and searched: what is read is what was written, and every name and port is found.

import { expect, test } from 'vitest';
import { readList, searchName, searchPort, writeList } from '../../../server/src/vocabulary/service-list.ts';
import { IANA_SERVICES } from '../../../server/src/vocabulary/service-names.ts';

const FEW = [
  { name: 'rtmp', aliases: [], port: 1, transports: 32 },
  { name: 'tcpmux', aliases: [], port: 1, transports: 1 },
  { name: 'cl/1', aliases: [], port: 172, transports: 3 },
  { name: 'discard', aliases: ['sink', 'null'], port: 900, transports: 3 },
  { name: 'last', aliases: ['end'], port: 65535, transports: 31 },
];

test('a list is read as it was written', () => {
  const list = writeList(FEW);
  expect(list).toBe('\n0 rtmp|a tcpmux:0|t cl/1:171 discard:728=sink=null last:64635|tulsd=end\n');
  expect([...readList(list)]).toEqual(FEW);
});

test('every name and port of a long list is found, and no other', () => {
  const all = [...readList(IANA_SERVICES)];
  expect(all).toHaveLength(6237);
  expect(writeList(all)).toBe(IANA_SERVICES);
  // What has none is a number, and is not looked for.
  for (const entry of all) expect(entry.name).toMatch(/[a-z]/i);
  for (const entry of all) {
    expect(searchName(IANA_SERVICES, entry.name)).toContainEqual(entry);
    expect(searchPort(IANA_SERVICES, entry.port)?.port).toBe(entry.port);
  }
  for (const name of ['', 'htt', 'ttp', 'http:', '80', ' http', 'ssh|t'])
    expect(searchName(IANA_SERVICES, name)).toEqual([]);
  for (const port of [0, 4, 49151, 65535]) expect(searchPort(IANA_SERVICES, port)).toBeUndefined();
});
