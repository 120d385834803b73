// A default-deny that lets nobody in by SSH, or keeps the answers from getting out.

import { packetBox } from '../../analysis/packet-box.ts';
import type { PacketTable } from '../packets.ts';
import { lintRule } from '../rule.ts';

const SSH = 22;

export const lockOut = lintRule({
  name: 'lock-out',
  severity: 'warning',
  category: 'packets',
  finds: 'A policy of DROP under which no new SSH connection works, wherever it comes from.',
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
  const { family } = table;
  const port = table.changesPorts ? {} : { destinationPort: SSH };
  const states = table.mayUntrack ? (['NEW', 'UNTRACKED'] as const) : (['NEW'] as const);
  const first = packetBox(family, { protocol: 'tcp', input: 'not lo', flags: ['SYN'], states, ...port });
  if (!table.mayAccept('INPUT', first))
    return `No one can connect by SSH: no rule accepts new TCP connections to port ${SSH}, and "INPUT" drops the rest. If this machine is managed by SSH, accept them: "-A INPUT -p tcp --dport ${SSH} -j ACCEPT".`;
  const later = packetBox(family, {
    protocol: 'tcp',
    input: 'not lo',
    flags: ['ACK', 'PSH,ACK'],
    states: table.mayUntrack ? ['ESTABLISHED', 'UNTRACKED'] : ['ESTABLISHED'],
    ...port,
  });
  return table.mayAccept('INPUT', later)
    ? undefined
    : `SSH connections break off: "INPUT" accepts their first packet and drops all later ones. Accept what belongs to them: "-A INPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT".`;
}

function stoppedGoing(table: PacketTable): string | undefined {
  const answer = packetBox(table.family, {
    protocol: 'tcp',
    output: 'not lo',
    flags: ['SYN,ACK'],
    states: table.mayUntrack ? ['ESTABLISHED', 'NEW', 'INVALID', 'UNTRACKED'] : ['ESTABLISHED'],
    ...(table.changesPorts ? {} : { sourcePort: SSH }),
  });
  return table.mayAccept('OUTPUT', answer)
    ? undefined
    : `SSH connections get no answer: "OUTPUT" drops what goes out from port ${SSH}. Accept the answers: "-A OUTPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT".`;
}
