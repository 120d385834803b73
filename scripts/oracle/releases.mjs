// Owns which releases of iptables are fetched, and where they lie once they are.
import { inCache } from '../lib/paths.mjs';

/**
 * Debian's suites that have the release, the first to be tried first: what sid has moves on, and the next suite to be
 * released has the same for a while.
 * @type {readonly { readonly version: string, readonly suites: readonly string[] }[]}
 */
export const RELEASES = [
  { version: '1.8.7', suites: ['bullseye'] },
  { version: '1.8.9', suites: ['bookworm'] },
  { version: '1.8.11', suites: ['trixie'] },
  { version: '1.8.13', suites: ['sid', 'forky'] },
];

/** The folder that holds a release's programs, as `iptables-nft-restore`, once it is fetched. */
export function releaseFolder(version) {
  return inCache(`iptables-${version}`);
}
