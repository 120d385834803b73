// Stretches of versions: which of the known ones a fact speaks of.

import { type RefusedBy, VERSIONS, type Version, type VersionRange } from './schema.ts';

/** Whether the version lies in the stretch. */
export function isWithin(version: Version, { since, until }: VersionRange): boolean {
  if (since === undefined && until === undefined) return true;
  const age = VERSIONS.indexOf(version);
  return (
    (since === undefined || age >= VERSIONS.indexOf(since)) && (until === undefined || age < VERSIONS.indexOf(until))
  );
}

/** The stretch for people: `1.8.9`, `1.8.9 and 1.8.11`; empty where it is all versions. */
export function describeVersions(range: VersionRange): string {
  const within = VERSIONS.filter((version) => isWithin(version, range));
  return within.length === VERSIONS.length ? '' : within.join(' and ');
}

/** Whether every tool refuses: both back ends, all versions. */
export function isEveryTool({ backend, since, until }: RefusedBy): boolean {
  return backend === undefined && since === undefined && until === undefined;
}
