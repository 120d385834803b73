// Hovers of the lines around the rules: `*table`, `:CHAIN POLICY [packets:bytes]`, COMMIT.

import type { TableBlock } from '../../ruleset/table-block.ts';
import type { ChainLine, Piece, TableLine } from '../../syntax/line.ts';
import { UNKNOWN } from '../../syntax/template.ts';
import { builtinChains, TABLE_NAMES, TABLES } from '../../vocabulary/tables.ts';
import { findVerdict } from '../../vocabulary/verdicts.ts';
import { chainPage, findHook, tableTitle } from './chains.ts';
import { code, fact, render, titled } from './page.ts';
import { count, list } from './prose.ts';
import type { Spot } from './spot.ts';

/** `*filter`, wherever the mouse is on it. */
export function tableSpot(line: TableLine, length: number): Spot {
  const name = line.name?.text ?? '';
  const table = TABLES.find((one) => one.name === name);
  const end = line.name?.end ?? length;
  if (!table) {
    const what = name === '' ? 'A line with `*` starts a table.' : `Unknown table ${code(name)}.`;
    const says = `${what} The tables are ${list(TABLE_NAMES.map(code))}.`;
    return {
      start: 0,
      end,
      text: render({ title: titled(`*${name}`, 'table'), paragraphs: [says], example: '*filter\nCOMMIT' }),
    };
  }
  const text = render({
    title: titled(`*${name}`, 'table'),
    paragraphs: [
      table.summary,
      'Everything down to `COMMIT` belongs to it. It replaces what the kernel has, unless `--noflush` is given.',
    ],
    facts: [fact('Built-in chains', list(builtinChains(table.name).map(code)))],
    example: [`*${name}`, ...table.chains.map((chain) => `:${chain} ACCEPT [0:0]`), 'COMMIT'].join('\n'),
    source: 'iptables(8), TABLES; iptables-restore(8)',
  });
  return { start: 0, end, text };
}

/** The part of `:INPUT DROP [0:0]` at a column. */
export function chainLineSpot(line: ChainLine, column: number, block: TableBlock | undefined): Spot | undefined {
  const { name, policy, counters } = line;
  if (name && column <= name.end) return { start: 0, end: name.end, text: chainPage(name.text, block) };
  if (policy && within(policy, column)) {
    const chain = name?.text.includes(UNKNOWN) ? undefined : name?.text;
    return { ...ends(policy), text: policyPage(policy.text, chain) };
  }
  if (counters && within(counters, column)) return { ...ends(counters), text: countersPage(counters.text, 'chain') };
  return undefined;
}

/** The page of a policy, on a chain's line or behind -P. */
export function policyPage(policy: string, chain: string | undefined): string {
  const of = chain === undefined ? '' : ` of ${code(chain)}`;
  const user = chain !== undefined && findHook(chain) === undefined;
  if (policy === '-') {
    const says = user
      ? 'User-defined chains have no policy: at their end, the packet goes back to the rule after the jump.'
      : 'Leaves the policy as it is.';
    return render({
      title: titled('-', `no policy${of}`),
      paragraphs: [says],
      facts: [ALLOWED],
      example: ':INPUT DROP [0:0]',
    });
  }
  const verdict = findVerdict(policy);
  if (!verdict?.policy) {
    return render({
      title: titled(policy, `policy${of}`),
      paragraphs: ['This is not a policy.'],
      facts: [ALLOWED],
      example: ':INPUT DROP [0:0]',
    });
  }
  return render({
    title: titled(policy, `policy${of}`),
    paragraphs: [
      'What happens to packets that no rule of the chain decides.',
      verdict.summary,
      policy === 'DROP'
        ? 'Accept what you need before you load it: SSH, replies (`ESTABLISHED`), loopback.'
        : undefined,
    ],
    facts: [ALLOWED],
    example: `:${chain !== undefined && !user ? chain : 'INPUT'} ${policy} [0:0]`,
    source: 'iptables(8), -P',
  });
}

const ALLOWED = fact('Allowed', '`ACCEPT`, `DROP`, or `-`: user chains have none');

/** The page of `[packets:bytes]`. */
export function countersPage(text: string, of: 'chain' | 'rule'): string {
  const [, packets, bytes] = /^\[(\d{1,20}):(\d{1,20})\]$/.exec(text) ?? [];
  const says =
    packets !== undefined && bytes !== undefined
      ? `${count(BigInt(packets), 'packet')} with ${count(BigInt(bytes), 'byte')}.`
      : undefined;
  return render({
    title: titled(text, `counters of the ${of}`),
    paragraphs: [
      says,
      of === 'chain'
        ? 'How many packets the policy has decided so far, and their bytes.'
        : 'How many packets the rule has matched so far, and their bytes.',
      'Written by `iptables-save`. The loader starts from 0 unless it is called with `--counters`.',
    ],
    facts: [fact('Syntax', '`[packets:bytes]`, two whole numbers')],
    example: of === 'chain' ? ':INPUT DROP [10:840]' : '[10:840] -A INPUT -i lo -j ACCEPT',
    source: 'iptables-restore(8)',
  });
}

/** COMMIT. */
export function commitSpot(block: TableBlock | undefined): Spot {
  const name = block && tableTitle(block);
  const text = render({
    title: titled('COMMIT', name === undefined ? 'end of a table' : `end of table ${code(name)}`),
    paragraphs: [
      'Loads the whole table in one step: all of its rules or, if one is refused, none.',
      'It must be alone on its line. A table without it is not loaded.',
    ],
    example: '*filter\n:INPUT ACCEPT [0:0]\n-A INPUT -i lo -j ACCEPT\nCOMMIT',
    source: 'iptables-restore(8)',
  });
  return { start: 0, end: 6, text };
}

function within(piece: Piece, column: number): boolean {
  return column >= piece.start && column <= piece.end;
}

function ends({ start, end }: Piece): { start: number; end: number } {
  return { start, end };
}
