// What the versions make of masks with holes, which not all of them hand to the kernel as they are.

import { VERSIONS, type Version, type VersionRange } from '../schema.ts';
import { isWithin } from '../versions.ts';
import { maskOfLength, prefixLength } from './address-words.ts';
import type { Address } from './meaning.ts';

/**
 * These keep the length alone of an extension's mask, and that of a mask with holes comes out as all bits: of
 * `--ctorigsrc 10.0.0.1/255.0.255.0` they make the one address. Source: xtopt_parse_plenmask of 1.8.9; runs of 1.8.7,
 * 1.8.9, 1.8.11 and 1.8.13.
 */
export const LENGTHS_ALONE: VersionRange = { until: '1.8.11' };

/**
 * With -s and -d, iptables-nft of these compares the bytes before the first that is 0 and no more: of
 * `10.0.0.1/255.0.255.0` it makes 10.0.0.0/8. Source: runs of 1.8.7 and 1.8.9.
 */
export const FIRST_BYTES_ALONE: VersionRange = { until: '1.8.9' };

/** What becomes of an extension's mask; several, the newest first, where the version is not known and they differ. */
export function masksOfExtension(mask: Address, version: Version | undefined): readonly Address[] {
  if (prefixLength(mask) !== undefined) return [mask];
  const ones = mask.map(() => 0xffffffff);
  if (version !== undefined) return [isWithin(version, LENGTHS_ALONE) ? ones : mask];
  return [mask, ones];
}

/** What becomes of the mask of -s or -d; two, where iptables-nft of the version, or of any, cuts it. */
export function masksOfAddress(mask: Address, version: Version | undefined): readonly Address[] {
  const cut = firstBytes(mask);
  const isCut = (version === undefined ? VERSIONS : [version]).some((one) => isWithin(one, FIRST_BYTES_ALONE));
  return cut && isCut && prefixLength(cut) !== 0 ? [mask, cut] : [mask];
}

/**
 * A mask with holes up to its first byte that is 0, which may be its very first; undefined for a mask of which all
 * counts.
 */
export function firstBytes(mask: Address): Address | undefined {
  if (prefixLength(mask) !== undefined) return undefined;
  const bytes = mask.flatMap((word) => [24, 16, 8, 0].map((shift) => (word >>> shift) & 0xff));
  const length = bytes.findIndex((byte) => byte !== 0xff);
  return bytes[length] === 0 ? maskOfLength(8 * length, mask.length === 1 ? 4 : 6) : undefined;
}
