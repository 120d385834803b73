// What a table's commands leave behind, as each back end's kernel is shown it.

import type { Command } from '../../ruleset/command.ts';

export interface LiveRule {
  readonly command: Command;
  /** The line that adds it. */
  readonly line: number;
  /** What it jumps to; -E may have changed it. */
  readonly object: string | undefined;
}

export interface LiveChain {
  readonly builtin: boolean;
  /** Rules now in the chain, in their order. */
  readonly rules: LiveRule[];
}

export interface Outcome {
  /** The chains at the end: what the legacy kernel is shown. */
  readonly chains: ReadonlyMap<string, LiveChain>;
  /**
   * Rules that nft never shows to its kernel: those that -F NAME took. It shows the others, even where a -D or -R
   * takes them again.
   */
  readonly forgotten: ReadonlySet<Command>;
  /** Rules that a bare -F took, by chain. nft leaves them where they are. */
  readonly keptByNft: ReadonlyMap<string, readonly LiveRule[]>;
}
