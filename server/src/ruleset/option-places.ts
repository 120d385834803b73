// Where one option of an extension allows the rule that it stands in.

import { EVERYWHERE } from './places.ts';
import type { Use } from './rule.ts';

const UNRESTRICTED = { legacy: EVERYWHERE, nft: EVERYWHERE } as const;

/** Where the kernel takes a rule with this option and value, `uses` being all of the rule. */
export function masksOf(uses: readonly Use[], use: Use): { readonly legacy: number; readonly nft: number } {
  const { known } = use.instance;
  const choice = known.choices[use.slot]?.get(use.values[0] ?? '');
  if (choice) return choice;
  if (isLifted(uses, use)) return UNRESTRICTED;
  return {
    legacy: known.optionAllowedLegacy[use.slot] ?? EVERYWHERE,
    nft: known.optionAllowedNft[use.slot] ?? EVERYWHERE,
  };
}

/** True where an option beside it lifts its restriction. */
function isLifted(uses: readonly Use[], { instance, slot, word }: Use): boolean {
  const places = instance.known.extension.options[slot]?.places ?? [];
  return places.some(({ unless, unlessBehind }) =>
    uses.some(
      (other) =>
        other.instance === instance &&
        !other.negated &&
        (other.name === unless || (other.name === unlessBehind && other.word > word)),
    ),
  );
}
