// The packets that come back: the first answer to what a rule accepts, and what follows it.

import { Box } from '../../analysis/box.ts';
import { AXES, type Dimension } from '../../analysis/dimensions.ts';
import type { Intervals } from '../../analysis/sets/intervals.ts';
import { statesSet } from '../../analysis/sets/states.ts';
import type { Family } from '../../vocabulary/schema.ts';

const CLIENTS = { first: 32768, last: 60999 } as const;
/** Ports that Linux gives to clients, as source ports. */
export function clientPorts(family: Family): Intervals {
  return AXES[family].sourcePort.span(CLIENTS.first, CLIENTS.last);
}

const SYN_ACK = 0x12;
const ACK = 0x10;

/** Answers to TCP connections of a box; undefined where it has none. */
export function answersTo(box: Box, family: Family): Box | undefined {
  const axes = AXES[family];
  const { source, destination, sourcePort, destinationPort, inputInterface, outputInterface } = axes;
  const asked = box.on(sourcePort);
  return tcp(box, family, SYN_ACK, [
    source.from(box.on(destination).cuts),
    destination.from(box.on(source).cuts),
    sourcePort.from(box.on(destinationPort).cuts),
    asked.isEverything ? destinationPort.span(CLIENTS.first, CLIENTS.last) : destinationPort.from(asked.cuts),
    inputInterface.from(box.on(outputInterface).cuts),
    outputInterface.from(box.on(inputInterface).cuts),
  ]);
}

/** What follows the first packet of TCP connections of a box in the same direction. */
export function laterOf(box: Box, family: Family): Box | undefined {
  return tcp(box, family, ACK, box.only(WAY).sets);
}

/** From where a packet comes and where it goes. */
export const WAY: readonly Dimension[] = [
  'source',
  'destination',
  'sourcePort',
  'destinationPort',
  'inputInterface',
  'outputInterface',
];

function tcp(box: Box, family: Family, flags: number, sets: readonly Intervals[]): Box | undefined {
  const { protocol, flags: axis, fragment, state } = AXES[family];
  if (!box.on(protocol).has(6)) return undefined;
  const established = statesSet(state, [{ name: 'ESTABLISHED' }]);
  return established && Box.of([...sets, protocol.point(6), axis.point(flags), fragment.point(0), established]);
}
