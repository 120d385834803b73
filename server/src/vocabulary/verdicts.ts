// The verdicts that iptables has without any extension, and the chains' policies.

import type { Fate, RefusedBy, TableName } from './schema.ts';

export type VerdictName = 'ACCEPT' | 'DROP' | 'QUEUE' | 'RETURN';

export interface Verdict {
  readonly name: VerdictName;
  /** One sentence: what happens to the packet. */
  readonly summary: string;
  /** Anything more worth telling. Markdown. */
  readonly detail: string;
  /** May be the policy of a built-in chain, in every table. */
  readonly policy: boolean;
  /** Tables whose rules may not jump to it. Policies are free of this. */
  readonly refusedIn: readonly TableName[];
  /** Who refuses it as a target everywhere; nobody when missing. */
  readonly refusedBy?: RefusedBy;
  /** The packet's way through this chain and all that called it ends here. RETURN ends the chain alone. */
  readonly terminates: boolean;
  /** What becomes of the packet where its way ends. */
  readonly fate?: Fate;
  /** A whole rule that loads, and the table in which it does. */
  readonly example: { readonly table: TableName; readonly rule: string };
}

/**
 * All verdicts, for `-j` and for policies. Their names are exact: `-j accept` is a jump to a chain of that name.
 * No chain may bear one of these names, and `-g` takes none of them.
 * Source: iptables(8), TARGETS; a run of each in every table and chain, 1.8.9.
 */
export const VERDICTS: readonly Verdict[] = [
  {
    name: 'ACCEPT',
    summary: 'Lets the packet through this table; the next table may still drop it.',
    detail: 'Ends the chain and all that called it. As a policy it decides on what no rule of the chain decided on.',
    policy: true,
    refusedIn: [],
    terminates: true,
    fate: 'accept',
    example: { table: 'filter', rule: '-A INPUT -i lo -j ACCEPT' },
  },
  {
    name: 'DROP',
    summary: 'Drops the packet silently; the sender waits until it times out.',
    detail:
      '`REJECT` is the polite form. The nat table refuses rules with DROP, since it sees the first packet of a ' +
      'connection only; drop in filter, mangle or raw.',
    policy: true,
    refusedIn: ['nat'],
    terminates: true,
    fate: 'drop',
    example: { table: 'filter', rule: '-A INPUT -m conntrack --ctstate INVALID -j DROP' },
  },
  {
    name: 'QUEUE',
    summary: 'Hands the packet to a program, as `NFQUEUE --queue-num 0` does.',
    detail: 'The old name of `NFQUEUE`. Only legacy loads it; nft reads it and then fails to load.',
    policy: false,
    refusedIn: [],
    refusedBy: { backend: 'nft' },
    terminates: true,
    fate: 'queue',
    example: { table: 'filter', rule: '-A INPUT -p tcp -m tcp --dport 25 -j QUEUE' },
  },
  {
    name: 'RETURN',
    summary: 'Leaves this chain and goes on after the rule that jumped here.',
    detail:
      'In a built-in chain the policy decides. After `-g` it goes back to the chain before the one that said `-g`.',
    policy: false,
    refusedIn: [],
    terminates: false,
    example: { table: 'filter', rule: '-A FORWARD -s 192.0.2.1/32 -j RETURN' },
  },
];

/** The names for `-j`, in the order of `VERDICTS`. */
export const VERDICT_NAMES: readonly VerdictName[] = VERDICTS.map(({ name }) => name);

const BY_NAME: ReadonlyMap<string, Verdict> = new Map(VERDICTS.map((verdict) => [verdict.name, verdict]));

/** The verdict of this name; the case of letters counts. */
export function findVerdict(name: string): Verdict | undefined {
  return BY_NAME.get(name);
}

/** What other firewalls, and people, call a verdict or REJECT; letter case aside. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  ALLOW: ['ACCEPT'],
  ALLOWED: ['ACCEPT'],
  BLOCK: ['DROP', 'REJECT'],
  BLOCKED: ['DROP', 'REJECT'],
  DENIED: ['DROP', 'REJECT'],
  DENY: ['DROP', 'REJECT'],
  DISCARD: ['DROP'],
  FORBID: ['DROP', 'REJECT'],
  PASS: ['ACCEPT'],
  PERMIT: ['ACCEPT'],
  REFUSE: ['REJECT', 'DROP'],
};

/** What iptables calls what is called so elsewhere, the best first; undefined for any other word. */
export function verdictCalled(word: string): readonly string[] | undefined {
  const upper = word.toUpperCase();
  return Object.hasOwn(CALLED, upper) ? CALLED[upper] : undefined;
}

export function isVerdict(name: string): name is VerdictName {
  return BY_NAME.has(name);
}
