// What a configuration tells of the machine, as lint rules ask for it.

import type { KnownHost } from '../../ruleset/file-settings.ts';

/** The addresses of the machine by which others reach it, without their networks; empty where none is known. */
export function ownAddresses(host: KnownHost | undefined): readonly string[] {
  return Object.entries(host?.addresses ?? {})
    .filter(([name]) => name !== 'lo')
    .flatMap(([, texts]) => texts.map((text) => text.replace(/\/.*$/, '')));
}

/** Whether the machine may have an interface; a pattern such as `veth+` has one when any name that it takes is there. */
export function mayHaveInterface({ interfaces = [], addresses = {} }: KnownHost, name: string): boolean {
  return [...interfaces, ...Object.keys(addresses), 'lo'].some((known) => {
    if (!known.endsWith('+') && !name.endsWith('+')) return known === name;
    const [one, other] = [known.replace(/\+$/, ''), name.replace(/\+$/, '')];
    if (!known.endsWith('+')) return one.startsWith(other);
    return name.endsWith('+') ? one.startsWith(other) || other.startsWith(one) : other.startsWith(one);
  });
}
