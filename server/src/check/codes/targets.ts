// Codes of targets and jumps: missing, misnamed, too old, in a circle.

import { NFT } from '../../vocabulary/schema.ts';
import { VERDICT_NAMES } from '../../vocabulary/verdicts.ts';
import { renameChain } from '../fixes/chains.ts';
import { useNfqueue } from '../fixes/options.ts';
import { addSynFlags } from '../fixes/protocols.ts';
import { useSuccessor } from '../fixes/removed.ts';
import { writeJump } from '../fixes/slips.ts';
import type { Declarations } from './declaration.ts';

export const TARGET_CODES = {
  'jump-loop': {
    means: 'Jumps lead back to a chain from which they came.',
    says: (path: readonly string[]) =>
      `This jump closes a loop: ${path.join(' > ')}. The kernel refuses chains that lead back to themselves.`,
  },
  'jump-to-builtin': {
    means: 'A jump leads to a built-in chain.',
    says: (chain: string) =>
      `${chain} is a built-in chain, and no rule may jump there. Jump to a verdict (${VERDICT_NAMES.join(', ')}), a target or a chain of your own.`,
  },
  'jump-too-deep': {
    means: 'More jumps follow each other than nft goes along with.',
    says: (most: number) =>
      `A packet can come here after ${most} jumps in a row, and this would be one more than nft follows.`,
    refusedBy: NFT,
  },
  'missing-jump': {
    means: 'A target has no -j before it.',
    fault: (about) =>
      about(0) === about(1)
        ? `The -j is missing: write -j ${about(1)}.`
        : `"${about(0)}" belongs to no option; if it says what to do with the packet, write -j ${about(1)}.`,
    fixes: writeJump,
  },
  'removed-from-linux': {
    means: 'Linux has no such target or match any more.',
    fault: (about) => {
      const refusers = about(3) === 'some' ? 'newer kernels refuse this rule' : 'no current kernel loads this rule';
      return `Linux dropped ${about(0)} in ${about(1)}, so ${refusers}. Use ${about(2)} instead.`;
    },
    fixes: useSuccessor,
  },
  'syn-flags-missing': {
    means: 'TCPMSS stands in a rule that does not ask for SYN packets.',
    fault: () => 'TCPMSS works on SYN packets only, so the rule must say so: -p tcp -m tcp --tcp-flags SYN,RST SYN.',
    fixes: addSynFlags,
  },
  'target-name': {
    means: 'The name of a target or chain is empty, too long or has blanks.',
    fault: (about) =>
      about(0) === ''
        ? 'The name of the target is empty.'
        : 'The name of a target or chain has at most 28 bytes and no blanks.',
    says: {
      twoWords: () => "A chain's name has no blanks: the second word is read as its policy.",
      blankForNft: (character: string) =>
        `${character} is a part of the chain's name here, and iptables-nft takes no blanks in a name.`,
      blank: (character: string) => `${character} is a part of the chain's name here; take it out.`,
    },
    fixes: renameChain,
  },
  'verdict-not-everywhere': {
    means: 'A verdict that not every kernel takes from iptables.',
    fault: (about) => `The verdict ${about(0)} does not load everywhere.`,
    fixes: useNfqueue,
  },
} as const satisfies Declarations;
