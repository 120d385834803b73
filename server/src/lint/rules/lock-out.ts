// A default-deny that lets nobody in to manage the machine, or keeps the answers from getting out.

import { packetBox } from '../../analysis/packet-box.ts';
import { SSH_FROM_ANYWHERE } from '../../ruleset/file-settings.ts';
import type { PacketTable } from '../packets.ts';
import { lintRule } from '../rule.ts';

export const lockOut = lintRule({
  name: 'lock-out',
  severity: 'warning',
  category: 'packets',
  finds: 'A policy of DROP under which no new connection to a management port works: SSH, where nothing else is set.',
  looksAt: 'packets',
  checkChain(table, chain, report) {
    if (!chain.isBuiltin || table.block.table !== 'filter') return;
    if (chain.name !== 'INPUT' && chain.name !== 'OUTPUT') return;
    const policy = table.block.chains.get(chain.name)?.policy;
    // A chain without its line, or one that lets all else pass, is no wall that somebody forgot a door in.
    if (policy !== 'DROP') return;
    const stopped = chain.name === 'INPUT' ? stoppedComing(table) : stoppedGoing(table);
    const place = table.policyPlace(chain.name);
    if (stopped && place) report({ message: stopped, ...place });
  },
});

/** What of a connection surely does not get in. */
function stoppedComing(table: PacketTable): string | undefined {
  const { ports, sources } = managementOf(table);
  const inward = {
    protocol: 'tcp',
    input: 'not lo',
    client: 'source',
    from: sources,
    ...(table.changesPorts ? {} : { destinationPorts: ports }),
  } as const;
  const first = table.mayUntrack ? (['NEW', 'UNTRACKED'] as const) : (['NEW'] as const);
  if (!table.mayPass('INPUT', packetBox(table.family, { ...inward, flags: ['SYN'], states: first })))
    return `No one can connect ${wordsOf(table)}: no rule accepts new TCP connections to port ${ports.join(' or ')}${fromWords(sources)}, and "INPUT" drops the rest. If this machine is managed that way, accept them: "-A INPUT -p tcp --dport ${ports[0]} -j ACCEPT".`;
  const known = table.mayUntrack ? (['ESTABLISHED', 'UNTRACKED'] as const) : (['ESTABLISHED'] as const);
  return table.mayPass('INPUT', packetBox(table.family, { ...inward, flags: ['ACK', 'PSH,ACK'], states: known }))
    ? undefined
    : `Connections ${wordsOf(table)} break off: "INPUT" accepts their first packet and drops all later ones. Accept what belongs to them: "-A INPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT".`;
}

function stoppedGoing(table: PacketTable): string | undefined {
  const { ports, sources } = managementOf(table);
  const answer = packetBox(table.family, {
    protocol: 'tcp',
    output: 'not lo',
    client: 'destination',
    to: sources,
    flags: ['SYN,ACK'],
    states: table.mayUntrack ? ['ESTABLISHED', 'NEW', 'INVALID', 'UNTRACKED'] : ['ESTABLISHED'],
    ...(table.changesPorts ? {} : { sourcePorts: ports }),
  });
  return table.mayPass('OUTPUT', answer)
    ? undefined
    : `Connections ${wordsOf(table)} get no answer: "OUTPUT" drops what goes out from port ${ports.join(' or ')}. Accept the answers: "-A OUTPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT".`;
}

function managementOf({ file }: PacketTable) {
  return file.settings.management ?? SSH_FROM_ANYWHERE;
}

function wordsOf(table: PacketTable): string {
  const { ports } = managementOf(table);
  return ports.length === 1 && ports[0] === 22 ? 'by SSH' : `to port ${ports.join(' or ')}`;
}

function fromWords(sources: readonly string[]): string {
  return sources.length === 0 ? '' : ` from ${sources.join(' or ')}`;
}
