// A port that is open to everyone in one family and not in the other, or a family without a firewall.

import { AXES } from '../../analysis/dimensions.ts';
import { packetBox } from '../../analysis/packet-box.ts';
import { type Admission, admissionsOf, getsTo } from '../../analysis/reach/admission.ts';
import type { FileSettings } from '../../ruleset/file-settings.ts';
import { RulesFile } from '../../ruleset/rules-file.ts';
import { complete } from '../../ruleset/steps.ts';
import { toolOf } from '../common/known-tools.ts';
import { isWorld, Outside, WORLD } from '../common/outside.ts';
import { wallOf } from '../common/walls.ts';
import { type PacketTable, PacketTables } from '../packets.ts';
import { lintRule } from '../rule.ts';

/** Ports that the families use in their own ways: DHCP, and names and services of the link. */
const OWN_WAYS: ReadonlySet<number> = new Set([67, 68, 546, 547, 1900, 5353, 5355]);
/** A rule for more ports means no single service. */
const MOST_PORTS = 16;

export const twinFamilyUnequal = lintRule({
  name: 'twin-family-unequal',
  severity: 'warning',
  category: 'packets',
  finds:
    'A port that everyone may connect to by IPv4 and not by IPv6, or the other way round, in a pair of files such as `rules.v4` and `rules.v6`.',
  looksAt: 'packets',
  checkFile(tables, report) {
    const table = tables.find(({ block }) => block.table === 'filter');
    const name = table?.file.settings.twin?.name;
    const other = table && twinTable(table.file.settings);
    if (!table || !other || name === undefined || !wallOf(other, 'INPUT') || !letsNewIn(other)) return;
    const place = table.policyPlace('INPUT');
    if (!wallOf(table, 'INPUT')) {
      const open = table.mayPass('INPUT', newBox(table, 'tcp', 1)) && place;
      if (open)
        report({
          message: `"${name}" refuses by default, and this file lets everything in. Set the policy to DROP.`,
          ...place,
        });
      return;
    }
    const outside = new Outside(tables);
    const told = new Set<number>();
    for (const protocol of ['tcp', 'udp'] as const) {
      for (const admission of admissionsOf(table.reach, 'INPUT', newBox(table, protocol))) {
        const port = openPorts(table, outside, admission).find(
          (one) => !other.mayPass('INPUT', newBox(other, protocol, one)),
        );
        if (port === undefined || told.has(admission.step.line)) continue;
        told.add(admission.step.line);
        report({
          message: `Everyone can connect to ${protocol} port ${port} over IPv${table.family}, but not over IPv${table.family === 4 ? 6 : 4} ("${name}"). Allow the same in both files.`,
          ...table.placeOf(admission.step.line),
        });
      }
    }
  },
});

/** By the settings of the file beside it, which are others once the twin is another one. */
const twinTables = new WeakMap<FileSettings, { readonly table: PacketTable | undefined }>();

function twinTable(settings: FileSettings): PacketTable | undefined {
  const known = twinTables.get(settings) ?? { table: readTwin(settings) };
  twinTables.set(settings, known);
  return known.table;
}

function readTwin({ twin, ...settings }: FileSettings): PacketTable | undefined {
  if (!twin) return undefined;
  const file = new RulesFile(twin.text, { ...settings, family: settings.family === 4 ? 6 : 4 });
  return complete(new PacketTables(file).steps()).find(({ block }) => block.table === 'filter');
}

/** New connections from the world, to a port or any. */
function newBox({ family }: PacketTable, protocol: 'tcp' | 'udp', port?: number) {
  return packetBox(family, {
    protocol,
    client: 'source',
    input: 'not lo',
    from: WORLD[family],
    states: ['NEW', 'UNTRACKED'],
    ...(port !== undefined && { destinationPorts: [port] }),
  });
}

/** A file that lets nothing in is shut on purpose. */
function letsNewIn(table: PacketTable): boolean {
  return table.mayPass(
    'INPUT',
    packetBox(table.family, { protocol: 'tcp', flags: ['SYN'], input: 'not lo', states: ['NEW'] }),
  );
}

/** The ports that a rule names and surely opens to everyone. */
function openPorts(table: PacketTable, outside: Outside, admission: Admission): readonly number[] {
  const { source, destination, destinationPort, inputInterface } = AXES[table.family];
  const { step, chain, path, boxes } = admission;
  if (!step.isSure || toolOf(chain.name) !== undefined || path.places.some(({ before }) => !before.isSure)) return [];
  return boxes.flatMap((box) => {
    const isOpen =
      isWorld(box.on(source), table.family) && box.on(destination).isEverything && box.literals.length === 0;
    if (!isOpen || !outside.isLikelyOuter(box.on(inputInterface)) || !getsTo(table.reach, admission, [box])) return [];
    const ports: number[] = [];
    const { cuts } = box.on(destinationPort);
    for (let i = 0; i < cuts.length; i += 2) {
      const [first, end] = [Number(cuts[i] ?? 0), Number(cuts[i + 1] ?? 0x10000)];
      if (end - first > MOST_PORTS) return [];
      for (let port = first; port < end; port++) if (!OWN_WAYS.has(port)) ports.push(port);
    }
    return ports;
  });
}
