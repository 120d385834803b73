// What people call the services of the catalogue: ids, labels, and names that mean the same.

import { SERVICES, type Service } from './service-catalogue.ts';
import { commonlyCalled, findPort } from './services.ts';

const BY_NAME: ReadonlyMap<string, Service> = new Map(
  SERVICES.flatMap((service) => [[service.id, service] as const, [service.label.toLowerCase(), service] as const]),
);

/** The likeliest first. `dns` is short for both sides of it. */
const SHORT_FOR: ReadonlyMap<string, readonly string[]> = new Map([
  ['dns', ['dns-client', 'dns-server']],
  ['icmp', ['ping']],
  ['web', ['http']],
  ['mail', ['smtp', 'submission']],
]);

/**
 * The services of the catalogue that a name stands for, the likeliest first; none where it is no such name. Takes ids,
 * labels in any case, common names, and names of /etc/services whose port a service opens first.
 */
export function servicesCalled(name: string): readonly Service[] {
  const word = name.trim().toLowerCase();
  const known = BY_NAME.get(word);
  if (known) return [known];
  const short = SHORT_FOR.get(word);
  if (short) return short.flatMap((id) => BY_NAME.get(id) ?? []);
  const called = commonlyCalled(word) ?? word;
  const alike = BY_NAME.get(called);
  if (alike) return [alike];
  const port = /^\d+$/.test(called) && called !== word ? Number(called) : findPort(called);
  if (port === undefined) return [];
  return SERVICES.filter(({ flows: [first] }) => first.port === port).slice(0, 1);
}
