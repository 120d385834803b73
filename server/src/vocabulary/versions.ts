// Stretches of versions: which of the known ones a fact speaks of.

import { type RefusedBy, VERSIONS, type Version, type VersionRange } from './schema.ts';

/** The distributions that ship each version, for people. Source: the package iptables of Debian's suites, and Ubuntu's. */
export const SHIPPED_BY: Readonly<Record<Version, string>> = {
  '1.8.7': 'Debian 11, Ubuntu 22.04',
  '1.8.9': 'Debian 12',
  '1.8.11': 'Debian 13',
  '1.8.13': 'Debian testing',
};

/** Whether the version lies in the stretch. */
export function isWithin(version: Version, { since, until }: VersionRange): boolean {
  if (since === undefined && until === undefined) return true;
  const age = VERSIONS.indexOf(version);
  return (
    (since === undefined || age >= VERSIONS.indexOf(since)) && (until === undefined || age < VERSIONS.indexOf(until))
  );
}

/** The stretch for people: `1.8.7`, `before 1.8.11`, `1.8.11 and newer`; empty where it is all versions. */
export function describeVersions(range: VersionRange): string {
  const within = VERSIONS.filter((version) => isWithin(version, range));
  const [first = ''] = within;
  const last = within.at(-1);
  if (within.length === VERSIONS.length) return '';
  if (within.length === 1) return first;
  if (last === VERSIONS.at(-1)) return `${first} and newer`;
  return first === VERSIONS[0] ? `before ${range.until}` : `${first} to ${last}`;
}

/** Those that refuse, each with one stretch of versions. */
export function refusersIn(refused: RefusedBy | readonly RefusedBy[]): readonly RefusedBy[] {
  return [refused].flat().flatMap((one) => (one.also ? [one, ...refusersIn(one.also)] : [one]));
}

/** Whether every tool refuses: both back ends, all versions. */
export function isEveryTool({ backend, since, until }: RefusedBy): boolean {
  return backend === undefined && since === undefined && until === undefined;
}

/** The known version that is nearest to the one asked for. */
export function nearestVersion(value: unknown): Version | 'any' {
  if (typeof value !== 'string') return 'any';
  const wanted = rank(value);
  if (wanted === undefined) return 'any';
  const distance = (version: Version) => Math.abs((rank(version) ?? 0) - wanted);
  return VERSIONS.reduce((best, version) => (distance(version) <= distance(best) ? version : best));
}

function rank(version: string): number | undefined {
  const parts = /^(\d+)\.(\d+)(?:\.(\d+))?$/.exec(version);
  return parts ? Number(parts[1]) * 1e6 + Number(parts[2]) * 1e3 + Number(parts[3] ?? 0) : undefined;
}
