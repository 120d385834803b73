// What a command line means, small enough to keep one for every line of a large file.

import type { Fault } from './fault.ts';

export type CommandLetter = 'A' | 'C' | 'D' | 'E' | 'F' | 'I' | 'L' | 'N' | 'P' | 'R' | 'S' | 'X' | 'Z';

/** `-V` or `-h`: the loader stops here, as if all were well. */
export type ReadingEnd = false | 'version' | 'help';

/** How a rule hands the packet on. */
export const Jump = { none: 0, jump: 1, goto: 2 } as const;
export type Jump = (typeof Jump)[keyof typeof Jump];

/** What a rule is, as far as a look at the rule alone tells. Bits of `Command.traits`. */
export const Trait = {
  /** The verdict is ACCEPT. */
  accept: 1,
  /** The verdict is DROP, or the target REJECT. */
  refuse: 2,
  /** No condition at all: every packet that comes here matches. Comments do not count. */
  unconditional: 4,
  /** A verdict without any condition or match: the legacy kernel looks for nothing behind it in the chain. */
  final: 8,
  /** Its -c sets a counter to another number than 0. */
  counted: 16,
  /** -L or -S with a -Z beside it. */
  zeroing: 32,
} as const;

/** One command of a table, as its line says it. What depends on other lines (is that chain declared?) is not in it. */
export interface Command {
  readonly kind: 'command';
  /** Undefined: the line has no command, or one that cannot be told. */
  readonly letter: CommandLetter | undefined;
  readonly chain: string | undefined;
  /** Rule number of -I, -D, -R, -Z, -L, -S; 0 when there is none. */
  readonly number: number;
  /** -j or -g as written; of -E the new name, of -P the policy. */
  readonly object: string | undefined;
  readonly jump: Jump;
  /** The object is the name of a target extension (which a user chain of that name would take precedence over). */
  readonly toExtension: boolean;
  /** Where the kernel takes the rule, see places.ts. */
  readonly allowedLegacy: number;
  readonly allowedNft: number;
  /** The same for a rule in a user chain, where nft does not ask what single options allow. */
  readonly allowedNftCalled: number;
  /** Bits of `Trait`. */
  readonly traits: number;
  /** How many rules the line makes: `-s a,b -d c,d` makes four. */
  readonly rules: number;
  /** `-4` or `-6` of the other family: the loader skips the line. */
  readonly skipped: boolean;
  readonly ends: ReadingEnd;
  readonly faults: readonly Fault[];
}

/** A command like another but for its chain and object. */
export function makeCommand(like: Command, chain: string | undefined, object: string | undefined): Command {
  return {
    kind: 'command',
    letter: like.letter,
    chain,
    number: like.number,
    object,
    jump: like.jump,
    toExtension: like.toExtension,
    allowedLegacy: like.allowedLegacy,
    allowedNft: like.allowedNft,
    allowedNftCalled: like.allowedNftCalled,
    traits: like.traits,
    rules: like.rules,
    skipped: like.skipped,
    ends: like.ends,
    faults: like.faults,
  };
}
