// Packets by what people say of them: TCP to a port, new, by any interface but loopback.

import type { Family } from '../vocabulary/schema.ts';
import { Box } from './box.ts';
import { AXES } from './dimensions.ts';
import type { Intervals } from './sets/intervals.ts';
import { statesSet } from './sets/states.ts';

export interface PacketWords {
  readonly protocol?: 'tcp' | 'udp';
  readonly sourcePort?: number;
  readonly destinationPort?: number;
  readonly input?: 'not lo';
  readonly output?: 'not lo';
  /** Exactly these flags are set; several: one of them. */
  readonly flags?: readonly (keyof typeof FLAGS)[];
  /** One of these, whether NAT changes the connection or not. */
  readonly states?: readonly ('NEW' | 'ESTABLISHED' | 'RELATED' | 'INVALID' | 'UNTRACKED')[];
}

const FLAGS = { SYN: 0x02, 'SYN,ACK': 0x12, ACK: 0x10, 'PSH,ACK': 0x18 } as const;

/** All packets of which this is so, whole or the first fragment. */
export function packetBox(family: Family, words: PacketWords): Box {
  const axes = AXES[family];
  const sets: Intervals[] = [axes.fragment.point(0)];
  const { protocol, sourcePort, destinationPort, input, output, flags, states } = words;
  if (protocol !== undefined) sets.push(axes.protocol.point(protocol === 'tcp' ? 6 : 17));
  if (sourcePort !== undefined) sets.push(axes.sourcePort.point(sourcePort));
  if (destinationPort !== undefined) sets.push(axes.destinationPort.point(destinationPort));
  if (input) sets.push(axes.inputInterface.point('lo').complement());
  if (output) sets.push(axes.outputInterface.point('lo').complement());
  if (flags) sets.push(axes.flags.spans(flags.map((name) => ({ first: FLAGS[name], last: FLAGS[name] }))));
  const asked =
    states &&
    statesSet(
      axes.state,
      states.map((name) => ({ name })),
    );
  if (asked) sets.push(asked);
  return Box.of(sets) ?? Box.everything;
}
