// SSH for every address: it works, and machines try out passwords there all day.

import { AXES } from '../../analysis/dimensions.ts';
import { packetBox } from '../../analysis/packet-box.ts';
import { type Admission, admissionsOf, getsTo } from '../../analysis/reach/admission.ts';
import { toolOf } from '../common/known-tools.ts';
import { isWorld, type Outside, outsideOf, WORLD } from '../common/outside.ts';
import type { PacketTable } from '../packets.ts';
import { lintRule } from '../rule.ts';

const SSH = 22;
/** Matches that let everyone in without a bound. */
const OPEN_MATCHES: ReadonlySet<string> = new Set(['tcp', 'multiport', 'conntrack', 'state', 'comment']);

export const sshOpenToTheWorld = lintRule({
  name: 'ssh-open-to-the-world',
  severity: 'hint',
  category: 'packets',
  presets: { recommended: 'off', strict: 'information' },
  finds: 'A rule of INPUT that lets every address connect by SSH, as often as it likes.',
  looksAt: 'packets',
  checkFile(tables, report) {
    const table = tables.find(({ block }) => block.table === 'filter');
    if (!table) return;
    const outside = outsideOf(tables);
    const packets = packetBox(table.family, {
      protocol: 'tcp',
      flags: ['SYN'],
      states: ['NEW'],
      client: 'source',
      from: WORLD[table.family],
      destinationPorts: [SSH],
    });
    for (const admission of admissionsOf(table.reach, 'INPUT', packets)) {
      if (!isOpen(table, outside, admission)) continue;
      report({
        message:
          'Every address can try to log in by SSH, as often as it likes. Accept only your own networks with "-s", or limit new connections with "-m hashlimit" or "-m recent".',
        ...table.placeOf(admission.step.line),
      });
      return;
    }
  },
});

function isOpen(table: PacketTable, outside: Outside, admission: Admission): boolean {
  const { step, chain, path, boxes } = admission;
  if (!step.isSure || toolOf(chain.name) !== undefined || path.places.some(({ before }) => !before.isSure))
    return false;
  const { source, inputInterface, destinationPort } = AXES[table.family];
  // A rule for all ports is spoken of elsewhere.
  if (step.parts.some(({ box }) => box.on(destinationPort).isEverything)) return false;
  const rules = [step.line, ...path.places.map(({ before }) => before.line)].map((line) => table.file.rule(line));
  const isBounded = rules.some(({ instances }) =>
    instances.some(({ known: { extension } }) => extension.kind === 'match' && !OPEN_MATCHES.has(extension.name)),
  );
  const isReached = boxes.some(
    (box) =>
      box.literals.length === 0 &&
      isWorld(box.on(source), table.family) &&
      outside.isLikelyOuter(box.on(inputInterface)),
  );
  return !isBounded && isReached && getsTo(table.reach, admission, boxes);
}
