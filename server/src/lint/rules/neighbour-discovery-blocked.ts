// An IPv6 firewall that drops the packets by which neighbours find each other's hardware address.

import { Box } from '../../analysis/box.ts';
import { AXES } from '../../analysis/dimensions.ts';
import { type PacketWords, packetBox } from '../../analysis/packet-box.ts';
import { refuserOf } from '../../analysis/reach/admission.ts';
import { fateOf } from '../../analysis/verdict.ts';
import { insertLines } from '../../check/fix.ts';
import { chainAt, firstRuleLine } from '../common/places.ts';
import { wallOf } from '../common/walls.ts';
import { lintRule } from '../rule.ts';

/** Where each table sees what comes to this machine, and what it sends. */
const HOOKS: Readonly<Record<string, readonly string[]>> = {
  filter: ['INPUT', 'OUTPUT'],
  raw: ['PREROUTING', 'OUTPUT'],
  mangle: ['PREROUTING', 'INPUT', 'OUTPUT', 'POSTROUTING'],
};

/** What must pass, with the chain's own words for it. Conntrack leaves all of these untracked. */
const NEEDED = [
  { type: 135, name: 'neighbour-solicitation' },
  { type: 136, name: 'neighbour-advertisement' },
] as const;

function rulesFor(chain: string): readonly string[] {
  return NEEDED.map(({ name }) => `-A ${chain} -p ipv6-icmp --icmpv6-type ${name} -j ACCEPT`);
}

function boxOf(hook: string, type: number) {
  const packets = packetBox(6, { ...outsideOf(hook), protocol: 'icmpv6', icmp: [[type, 0]], states: ['UNTRACKED'] });
  return packets.intersect(UNROUTED) ?? packets;
}

/** The kernel takes none that a router has handed on. */
const UNROUTED = Box.of([AXES[6].ttl.point(255)]) ?? Box.everything;

function outsideOf(hook: string): PacketWords {
  return hook === 'INPUT' || hook === 'PREROUTING' ? { input: 'not lo' } : { output: 'not lo' };
}

export const neighbourDiscoveryBlocked = lintRule({
  name: 'neighbour-discovery-blocked',
  severity: 'warning',
  category: 'packets',
  finds: 'IPv6 rules under which no neighbour solicitation or advertisement passes.',
  looksAt: 'packets',
  checkHook(table, { name }, report) {
    if (table.family !== 6 || !HOOKS[table.block.table ?? '']?.includes(name)) return;
    const blocked = NEEDED.filter(({ type }) => !table.mayPass(name, boxOf(name, type)));
    const [first] = blocked;
    // What lets nothing pass at all is shut on purpose.
    if (!first || !table.mayPass(name, packetBox(6, { ...outsideOf(name), states: ['NEW', 'ESTABLISHED'] }))) return;
    const refuser = refuserOf(table.reach, name, boxOf(name, first.type), table.policyOf(name));
    const isOwn = refuser !== undefined && refuser !== 'policy' && isRefusal(fateOf(refuser.verdict)) && !refuser.isCut;
    const wall = table.block.table === 'filter' ? wallOf(table, name)?.place : undefined;
    const place = isOwn ? table.placeOf(refuser.line) : wall;
    if (!place) return;
    const types = blocked.map(({ type }) => type).join(' and ');
    report({
      message: `"${name}" lets no neighbour discovery pass (ICMPv6 type ${types}), so other machines cannot find this one, or it cannot find them. Their state is UNTRACKED, so neither NEW nor ESTABLISHED matches them. Accept them: "${rulesFor(name)[0]}", and neighbour-advertisement alike.`,
      ...place,
    });
  },
  fix(file, { line }) {
    const [block, name] = chainAt(file, line) ?? [];
    if (!block || !name) return [];
    const edits = [insertLines(file, firstRuleLine(file, block, name), rulesFor(name))];
    return [{ title: `Accept neighbour discovery first in ${name}`, edits, preferred: true }];
  },
});

function isRefusal(fate: ReturnType<typeof fateOf>): boolean {
  return fate === 'drop' || fate === 'reject';
}
