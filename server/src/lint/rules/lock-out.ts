// A default-deny that lets nobody in to manage the machine, or keeps the answers from getting out.

import { AXES } from '../../analysis/dimensions.ts';
import { packetBox } from '../../analysis/packet-box.ts';
import { admissionsOf } from '../../analysis/reach/admission.ts';
import type { Point } from '../../analysis/sets/intervals.ts';
import { SSH_FROM_ANYWHERE } from '../../ruleset/file-settings.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import { ownAddresses } from '../common/host.ts';
import { type Wall, wallOf } from '../common/walls.ts';
import type { PacketTable } from '../packets.ts';
import { lintRule } from '../rule.ts';

export const lockOut = lintRule({
  name: 'lock-out',
  severity: 'warning',
  category: 'packets',
  finds:
    'A chain that refuses by default, under which no new connection to a management port works: SSH, where nothing else is set.',
  looksAt: 'packets',
  checkHook(table, chain, report) {
    if (chain.name !== 'INPUT' && chain.name !== 'OUTPUT') return;
    // A chain that lets all else pass is no wall that somebody forgot a door in.
    const wall = isSwitchedOff(table) ? undefined : wallOf(table, chain.name);
    const stopped = wall && (chain.name === 'INPUT' ? stoppedComing(table, wall) : stoppedGoing(table, wall));
    if (stopped) report({ message: stopped, ...wall.place });
  },
});

/** Nothing goes in or out by IPv6: people who do not use it shut it, and manage the machine by IPv4. */
function isSwitchedOff(table: PacketTable): boolean {
  return (
    table.family === 6 &&
    !table.mayPass('INPUT', packetBox(6, { input: 'not lo' })) &&
    !table.mayPass('OUTPUT', packetBox(6, { output: 'not lo' }))
  );
}

/** Whether it is of connections to a management port that a chain drops what follows the first packet. */
export function breaksOff(table: PacketTable, hook: string): boolean {
  const wall = wallOf(table, hook);
  if (!wall) return false;
  if (hook === 'OUTPUT') return stoppedGoing(table, wall) !== undefined;
  return hook === 'INPUT' && mayConnect(table) && stoppedComing(table, wall) !== undefined;
}

/** What of a connection surely does not get in. */
function stoppedComing(table: PacketTable, { does }: Wall): string | undefined {
  const { ports, sources } = managementOf(table);
  if (!mayConnect(table) && saysWhereSshIs(table)) return undefined;
  if (!mayConnect(table))
    return `No one can connect ${wordsOf(table)}: no rule accepts new TCP connections to port ${ports.join(' or ')}${fromWords(sources)}, and "INPUT" ${does} the rest. If this machine is managed that way, accept them: "-A INPUT -p tcp --dport ${ports[0]} -j ACCEPT".`;
  const known = table.mayUntrack ? (['ESTABLISHED', 'UNTRACKED'] as const) : (['ESTABLISHED'] as const);
  return table.mayPass(
    'INPUT',
    packetBox(table.family, { ...inwardOf(table), flags: ['ACK', 'PSH,ACK'], states: known }),
  )
    ? undefined
    : `Connections ${wordsOf(table)} break off: "INPUT" accepts their first packet and ${does} all later ones. Accept what belongs to them: "-A INPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT".`;
}

/** The file says that SSH is behind another port, where nobody asks for another one than usual. */
function saysWhereSshIs(table: PacketTable): boolean {
  const { file, reach } = table;
  const { ports, sources } = managementOf(table);
  if (sources.length > 0 || ports.join() !== SSH_FROM_ANYWHERE.ports.join()) return false;
  const packets = packetBox(file.settings.family, {
    protocol: 'tcp',
    input: 'not lo',
    flags: ['SYN'],
    states: ['NEW'],
  });
  let comments: readonly string[] | undefined;
  for (const { step } of admissionsOf(reach, 'INPUT', packets)) {
    // In the rule, as in a comment or the name of a chain or a list, or right above it.
    const above = file.lines.line(step.line - 1);
    if (NAMES_SSH.test(file.lines.line(step.line)) || (above.startsWith('#') && NAMES_SSH.test(above))) return true;
    const port = step.parts.map(({ box }) => onlyOf(box.on(AXES[table.family].destinationPort).cuts))[0];
    if (port === undefined) continue;
    comments ??= commentsOf(file);
    if (comments.some((text) => new RegExp(`\\b${port}\\b`).test(text))) return true;
  }
  return false;
}

const NAMES_SSH = /(?:^|[^a-z])sshd?(?![a-z])/i;

/** The comments of a file that speak of SSH. */
function commentsOf({ lines }: RulesFile): readonly string[] {
  return [...lines.all()].filter((text) => text.startsWith('#') && NAMES_SSH.test(text));
}

/** The number of a set that has one. */
function onlyOf([first, end]: readonly Point[]): number | undefined {
  return Number(end) === Number(first) + 1 ? Number(first) : undefined;
}

function mayConnect(table: PacketTable): boolean {
  const first = table.mayUntrack ? (['NEW', 'UNTRACKED'] as const) : (['NEW'] as const);
  return table.mayPass('INPUT', packetBox(table.family, { ...inwardOf(table), flags: ['SYN'], states: first }));
}

/** Every address from which a packet may come from outside: those of the loopback interface are not among them. */
const CLIENTS: readonly string[] = [
  ...['0.0.0.0/2', '64.0.0.0/3', '96.0.0.0/4', '112.0.0.0/5', '120.0.0.0/6', '124.0.0.0/7', '126.0.0.0/8'],
  '128.0.0.0/1',
];

function inwardOf(table: PacketTable) {
  const { ports, sources } = managementOf(table);
  return {
    protocol: 'tcp',
    input: 'not lo',
    client: 'source',
    from: sources.length > 0 ? sources : CLIENTS,
    // What nat may change, is not asked for.
    ...(table.changesPorts ? {} : { to: ownAddresses(table.file.settings.host), destinationPorts: ports }),
  } as const;
}

function stoppedGoing(table: PacketTable, { does }: Wall): string | undefined {
  const { ports, sources } = managementOf(table);
  const answer = packetBox(table.family, {
    protocol: 'tcp',
    output: 'not lo',
    client: 'destination',
    to: sources,
    ...(table.changesPorts ? {} : { from: ownAddresses(table.file.settings.host) }),
    flags: ['SYN,ACK'],
    states: table.mayUntrack ? ['ESTABLISHED', 'NEW', 'INVALID', 'UNTRACKED'] : ['ESTABLISHED'],
    ...(table.changesPorts ? {} : { sourcePorts: ports }),
  });
  return table.mayPass('OUTPUT', answer)
    ? undefined
    : `Connections ${wordsOf(table)} get no answer: "OUTPUT" ${does} what goes out from port ${ports.join(' or ')}. Accept the answers: "-A OUTPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT".`;
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
