// The five tables: the kernel's chains in each, the order in which a packet meets them, the policies that they take.

import type { Hook, TableName } from './schema.ts';

export interface Table {
  readonly name: TableName;
  /** The chains that are always there, in the order in which iptables-save writes them. */
  readonly chains: readonly Hook[];
  /** Lower is earlier where several tables have a chain at one hook: the kernel's priority; nat counts as DNAT. */
  readonly priority: number;
  /** One sentence: what the table is for. */
  readonly summary: string;
}

/** Source: iptables(8), TABLES; the chains by loading each of them with 1.8.9 and 1.8.11, which agree. */
export const TABLES: readonly Table[] = [
  {
    name: 'filter',
    chains: ['INPUT', 'FORWARD', 'OUTPUT'],
    priority: 0,
    summary: 'Decides whether a packet may pass; the table in which most rules live.',
  },
  {
    name: 'nat',
    chains: ['PREROUTING', 'INPUT', 'OUTPUT', 'POSTROUTING'],
    priority: -100,
    summary: 'Rewrites addresses and ports; only the first packet of a connection comes here.',
  },
  {
    name: 'mangle',
    chains: ['PREROUTING', 'INPUT', 'FORWARD', 'OUTPUT', 'POSTROUTING'],
    priority: -150,
    summary: 'Changes packets on their way: marks, TTL, TOS, the MSS of TCP.',
  },
  {
    name: 'raw',
    chains: ['PREROUTING', 'OUTPUT'],
    priority: -300,
    summary: 'Sees packets before connection tracking, so here they can be kept out of it.',
  },
  {
    name: 'security',
    chains: ['INPUT', 'FORWARD', 'OUTPUT'],
    priority: 50,
    summary: 'Carries the marks of mandatory access control such as SELinux; comes after filter.',
  },
];

/** The names of the tables, the commonest first. */
export const TABLE_NAMES: readonly TableName[] = TABLES.map((table) => table.name);

/** What may stand behind a built-in chain's name; `-` loads and leaves the policy alone. */
export const POLICIES = ['ACCEPT', 'DROP'] as const;
export type Policy = (typeof POLICIES)[number];

export function isPolicy(text: string): text is Policy {
  return POLICIES.some((policy) => policy === text);
}

const CHAINS: ReadonlyMap<string, readonly Hook[]> = new Map(TABLES.map((table) => [table.name, table.chains]));

/** Whether a text is the name of a table; the case of its letters counts. */
export function isTableName(name: string): name is TableName {
  return CHAINS.has(name);
}

/** The built-in chains of a table. */
export function builtinChains(table: TableName): readonly Hook[] {
  return CHAINS.get(table) ?? [];
}
