// Hovers of chains: when packets come to a built-in one, who leads to a user chain.

import { hooksOf } from '../../ruleset/places.ts';
import type { Chain, TableBlock } from '../../ruleset/table-block.ts';
import { UNKNOWN } from '../../syntax/template.ts';
import type { Hook, TableName } from '../../vocabulary/schema.ts';
import { builtinChains, TABLES } from '../../vocabulary/tables.ts';
import { code, fact, render, titled } from './page.ts';
import { count, list } from './prose.ts';

const HOOK_SAYS: Readonly<Record<Hook, string>> = {
  PREROUTING: 'Every packet that arrives comes here first, before it is decided whether it is for this machine.',
  INPUT: 'Packets for this machine itself come here, after routing.',
  FORWARD: 'Packets that this machine passes on, from one interface to another, come here.',
  OUTPUT: 'Packets that a program on this machine sends come here first.',
  POSTROUTING: 'Every packet that is about to leave comes here last, sent by this machine or passed on.',
};

const HOOKS: readonly Hook[] = ['PREROUTING', 'INPUT', 'FORWARD', 'OUTPUT', 'POSTROUTING'];

/** The hook of this name. */
export function findHook(name: string): Hook | undefined {
  return HOOKS.find((hook) => hook === name);
}

/** More callers than this are counted and not named: a hover must not walk through a large file. */
const CALLERS_LIMIT = 1000;
const NAMES_LIMIT = 8;

/** The table's name as its header writes it; undefined where a placeholder of a template stands for it. */
export function tableTitle({ header }: TableBlock): string | undefined {
  const name = header.name?.text ?? '';
  return name.includes(UNKNOWN) ? undefined : name;
}

/** The page of a chain named in `block`; outside of a table, of what the name says by itself. */
export function chainPage(name: string, block: TableBlock | undefined): string {
  const hook = findHook(name);
  const chain = block?.chains.get(name);
  if (hook) return builtinPage(hook, block?.table, chain);
  const table = block && tableTitle(block);
  const where = table === undefined ? '' : ` of table ${code(table)}`;
  return render({
    title: titled(name, `user chain${where}`),
    paragraphs: [
      chain && !chain.declared
        ? `This chain does not exist. To create it, add a line \`:${name} - [0:0]\` below the table's name.`
        : 'Rules jump here; at its end, the packet goes back to the rule after the jump.',
    ],
    facts: chain
      ? [
          fact('Rules', rulesText(chain)),
          fact('Jumped to from', callersText(chain, block)),
          chain.declared ? fact('Reached from', reachText(block?.standing.nft.hooks(name) ?? 0)) : undefined,
        ]
      : [],
    example: block ? undefined : `:${name} - [0:0]\n-A INPUT -j ${name}`,
  });
}

function builtinPage(hook: Hook, table: TableName | undefined, chain: Chain | undefined): string {
  const missing = table !== undefined && !builtinChains(table).includes(hook);
  const where = table === undefined ? '' : ` of table ${code(table)}`;
  return render({
    title: titled(hook, `built-in chain${missing ? '' : where}`),
    paragraphs: [
      HOOK_SAYS[hook],
      missing
        ? `The table ${code(table)} has no such chain; it has ${list(builtinChains(table).map(code))}.`
        : undefined,
      table === 'nat' ? 'Only the first packet of a connection comes to this table.' : undefined,
    ],
    facts: [
      fact('Order of the tables here', tablesAt(hook)),
      fact('Policy', chain && policyText(chain)),
      fact('Rules', chain && rulesText(chain)),
    ],
    example: missing || table === undefined ? undefined : `:${hook} ${table === 'filter' ? 'DROP' : 'ACCEPT'} [0:0]`,
    source: "iptables(8), TABLES; the kernel's order of hooks (enum nf_ip_hook_priorities)",
  });
}

/** The tables that have a chain at this hook, in the order in which a packet meets them. */
function tablesAt(hook: Hook): string {
  // Source addresses are rewritten after everything else: nat comes last where a packet arrives or leaves for good.
  const priority = (table: (typeof TABLES)[number]) =>
    table.name === 'nat' && (hook === 'INPUT' || hook === 'POSTROUTING') ? 100 : table.priority;
  return TABLES.filter((table) => table.chains.includes(hook))
    .sort((a, b) => priority(a) - priority(b))
    .map((table) => table.name)
    .join(' → ');
}

function policyText({ policy }: Chain): string {
  if (policy === undefined || policy === '-') return 'not set in this file; it stays as it is (ACCEPT at first)';
  return `${code(policy)} for packets that no rule decides`;
}

function rulesText({ ruleLines }: Chain): string {
  return ruleLines === 0 ? 'none in this file' : `${count(ruleLines, 'rule line')} in this file`;
}

function callersText({ name }: Chain, block: TableBlock | undefined): string {
  const lines = block?.jumpsTo(name) ?? [];
  if (lines.length > CALLERS_LIMIT) return count(lines.length, 'rule');
  const byChain = new Map<string, number>();
  for (const line of lines) {
    const chain = block?.chainOfRule(line);
    if (chain !== undefined) byChain.set(chain, (byChain.get(chain) ?? 0) + 1);
  }
  if (byChain.size === 0) return 'nowhere in this file';
  const names = [...byChain]
    .slice(0, NAMES_LIMIT)
    .map(([name, times]) => `${code(name)}${times > 1 ? ` (${count(times, 'rule')})` : ''}`);
  const more = byChain.size - names.length;
  return list(more > 0 ? [...names, count(more, 'other chain')] : names);
}

function reachText(reached: number): string {
  if (reached === 0) return 'no built-in chain: packets never get here';
  return list(hooksOf(reached).map(code));
}
