// What a table's commands meet in their order: a chain that is missing or in the way, a rule that is not there.

import { LEGACY, type RefusedBy } from '../../vocabulary/schema.ts';

/** nft as old and as new as is known, where they differ. */
export const OLD_NFT: RefusedBy = { backend: 'nft', until: '1.8.11' };
export const NEW_NFT: RefusedBy = { backend: 'nft', since: '1.8.11' };
/** From 1.8.9 on -X deletes built-in chains, and minds those that were only asked for. */
export const DELETING: RefusedBy = { backend: 'nft', since: '1.8.9' };
export const NOT_DELETING: RefusedBy = { backend: 'nft', until: '1.8.9' };
/** Those that break down over the number of a rule that the same file adds. */
export const CRASHING: RefusedBy = { backend: 'nft', until: '1.8.13' };

/**
 * Legacy where it compares rules by all that they say. -C of ip6tables 1.8.9 goes by memory that it never filled: what the options
 * of matches and target say may be anything to it, or not. Source: runs.
 */
export const COMPARING: RefusedBy = { ...LEGACY, until: '1.8.9', also: { ...LEGACY, since: '1.8.11' } };

/** What all incidents have: the line, the chain or word that the message speaks of, and who refuses the line. */
interface Happening {
  readonly line: number;
  readonly name: string;
  /** Of several each adds its tools. */
  readonly refusedBy: RefusedBy | readonly RefusedBy[];
}

/** A chain that is spoken of where it does not exist. */
export interface MissingChain extends Happening {
  readonly kind: 'missing';
  readonly blamed: 'chain' | 'object';
}

/** A jump to a chain that is built in. */
export interface BuiltinJump extends Happening {
  readonly kind: 'jump-to-builtin';
}

/** A number that no rule of the chain has, which has `count` rules; the highest that would do is `most`. */
export interface NoSuchNumber extends Happening {
  readonly kind: 'no-such-number';
  readonly count: number;
  readonly most: number;
}

/** Any other command that fails. */
export interface Failure extends Happening {
  readonly kind: FailureKind;
}

export type FailureKind =
  | 'bad-policy'
  | 'chain-exists'
  | 'chain-not-empty'
  | 'chain-in-use'
  | 'chain-kept-in-use'
  | 'chains-kept-in-use'
  | 'chains-not-made'
  | 'chain-not-made'
  | 'counters-not-made'
  | 'declared-twice'
  | 'delete-builtin'
  | 'insert-fails-on-nft'
  | 'listing-fails'
  | 'no-rule-to-check'
  | 'no-rule-to-delete'
  | 'policy-on-user-chain'
  | 'rename-builtin'
  | 'rename-fails-on-nft'
  | 'renamed-to-existing'
  | 'replace-crashes-nft'
  | 'some-chain-called'
  | 'some-chain-not-empty'
  | 'zero-crashes-nft'
  | 'zero-fails-on-nft';

export type Incident = MissingChain | BuiltinJump | NoSuchNumber | Failure;
