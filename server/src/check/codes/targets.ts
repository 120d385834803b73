// Codes of targets and jumps: missing, misnamed, too old, in a loop.

import { NFT } from '../../vocabulary/schema.ts';
import { quoted } from '../../vocabulary/values/quoted.ts';
import { VERDICT_NAMES } from '../../vocabulary/verdicts.ts';
import { renameChain } from '../fixes/chains.ts';
import { useNfqueue } from '../fixes/options.ts';
import { addSynFlags } from '../fixes/protocols.ts';
import { useSuccessor } from '../fixes/removed.ts';
import { writeJump } from '../fixes/slips.ts';
import type { Declarations } from './declaration.ts';

export const TARGET_CODES = {
  'jump-loop': {
    means: 'Jumps lead back to a chain they came from.',
    says: (path: readonly string[]) => `This jump closes a loop, which the kernel refuses: ${path.join(' > ')}.`,
  },
  'jump-to-builtin': {
    means: 'A jump leads to a built-in chain.',
    says: (chain: string) =>
      `${quoted(chain)} is a built-in chain, and rules cannot jump to it. Jump to a verdict (${VERDICT_NAMES.join(', ')}), a target or a user-defined chain.`,
  },
  'jump-too-deep': {
    means: 'More jumps follow each other than nft allows.',
    says: (most: number) =>
      `Too many jumps in a row: a packet can get here by ${most} jumps, and nft does not follow another.`,
    refusedBy: NFT,
  },
  'missing-jump': {
    means: 'The -j before a target is missing.',
    fault: (about) =>
      about(0) === about(1)
        ? `The "-j" is missing. Write ${quoted(`-j ${about(1)}`)}.`
        : `Unexpected word ${quoted(about(0))}. To say what happens to the packet, write ${quoted(`-j ${about(1)}`)}.`,
    fixes: writeJump,
  },
  'removed-from-linux': {
    means: 'Linux has removed the target or match.',
    fault: (about) => {
      const refusers = about(3) === 'some' ? 'newer kernels refuse this rule' : 'no current kernel loads this rule';
      return `${quoted(about(0))} was removed in Linux ${about(1)}, so ${refusers}. Use ${quoted(about(2))} instead.`;
    },
    fixes: useSuccessor,
  },
  'syn-flags-missing': {
    means: 'TCPMSS is used in a rule that does not match SYN packets only.',
    fault: () => '"TCPMSS" only works on SYN packets. Add "-p tcp -m tcp --tcp-flags SYN,RST SYN" to the rule.',
    fixes: addSynFlags,
  },
  'target-name': {
    means: 'The name of a target or chain is empty, too long or contains spaces.',
    fault: (about) =>
      about(0) === ''
        ? 'The name of the target is empty.'
        : 'Names of targets and chains have at most 28 bytes and no spaces.',
    says: {
      twoWords: () => 'Chain names cannot contain spaces: the second word is read as the policy.',
      blankForNft: (character: string) =>
        `${character} becomes part of the chain's name, and iptables-nft does not allow spaces in names. Remove it.`,
      blank: (character: string) => `${character} becomes part of the chain's name. Remove it.`,
    },
    fixes: renameChain,
  },
  'verdict-not-everywhere': {
    means: 'A verdict is used that some tools refuse.',
    fault: (about) => `The verdict ${quoted(about(0))} does not load everywhere.`,
    fixes: useNfqueue,
  },
} as const satisfies Declarations;
