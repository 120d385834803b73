// The ports that Docker publishes, as its chain in the nat table says.

import { AXES } from '../../analysis/dimensions.ts';
import type { PacketTable } from '../packets.ts';
import { rewritingOf } from './translated.ts';

/** A port of this machine and the container's port behind it. */
export interface Published {
  readonly protocol: number;
  readonly port: number;
  readonly inner: number;
  readonly line: number;
}

export function publishedIn(tables: readonly PacketTable[]): readonly Published[] {
  const nat = tables.find(({ block }) => block.table === 'nat');
  const chain = nat?.reach.chain('DOCKER');
  if (!nat || !chain) return [];
  const { protocol, destinationPort } = AXES[nat.family];
  return chain.steps.flatMap(({ verdict, parts, line }) => {
    const ports = 'name' in verdict && verdict.name === 'DNAT' ? rewritingOf(nat, line, 'DNAT')?.ports : undefined;
    const asked = parts[0]?.box;
    const port = asked?.on(destinationPort).least;
    if (!ports || !asked || typeof port !== 'number' || asked.on(destinationPort).isEverything) return [];
    return [{ protocol: Number(asked.on(protocol).least), port, inner: ports.first, line }];
  });
}
