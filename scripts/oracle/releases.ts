// Owns which releases of iptables are fetched, and where they lie once they are.
import { join } from 'node:path';
import { VERSIONS, type Version } from '../../server/src/vocabulary/schema.ts';

/**
 * Debian's suites that have the release, the first to be tried first: what sid has moves on, and the next suite to be
 * released has the same for a while.
 */
const SUITES: Readonly<Record<Version, readonly string[]>> = {
  '1.8.7': ['bullseye'],
  '1.8.9': ['bookworm'],
  '1.8.11': ['trixie'],
  '1.8.13': ['sid', 'forky'],
};

export interface FetchedRelease {
  readonly version: Version;
  readonly suites: readonly string[];
  /** Holds the release's programs, such as `iptables-nft-restore`, once it is fetched. */
  readonly folder: string;
}

/** Every known release, oldest first. */
export const RELEASES: readonly FetchedRelease[] = VERSIONS.map((version) => ({
  version,
  suites: SUITES[version],
  folder: join(import.meta.dirname, '..', '..', '.cache', `iptables-${version}`),
}));
