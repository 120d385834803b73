// What is not known of a rule that may take a packet, in words.

import { isRepeatable, type Literal } from '../literal.ts';
import { answer } from './asked.ts';
import type { Flow } from './flow.ts';
import type { Prepared } from './prepared.ts';

/** A match, or a fact of the packet, on which it hangs whether a rule takes it. */
export interface Open {
  readonly match: string;
  readonly why: string;
  /** The only thing unknown, where asking again would bring the same answer. */
  readonly literal?: Literal;
}

/** What is not known of a rule that may match. */
export function openIn(rule: Prepared, flow: Flow): readonly Open[] {
  if (rule.comparesBytes && flow.isLaterFragment)
    return [{ match: 'ports', why: 'nft compares the bytes of a later fragment, legacy does not' }];
  const found = new Map<string, Open>();
  const packet = flow.packet;
  for (const { boxes } of rule.conditions) {
    for (const box of boxes) {
      if (box.has(packet, (literal) => answer(literal, rule.answers, flow)) !== undefined) continue;
      for (const { axis } of box.sets) {
        if (flow.packet[axis.name] === undefined) {
          const [match, why] = UNKNOWN_DIMENSIONS[axis.name] ?? [axis.name, 'it is not given'];
          found.set(match, { match, why });
        }
      }
      for (const literal of box.literals) {
        if ((answer(literal, rule.answers, flow) ?? literal.test?.(flow.packet)) !== undefined) continue;
        found.set(literal.key, {
          match: nameOf(literal),
          why: WHYS[literal.nature],
          ...(isRepeatable(literal) && { literal }),
        });
      }
    }
  }
  if (found.size === 0) return [{ match: 'ports', why: 'legacy and nft make different things of the rule' }];
  return [...found.values()];
}

/** `set office` for a set, whose name tells more than the match's. */
function nameOf({ match, key, set }: Literal): string {
  return set !== undefined ? `set ${set}` : match === '' ? key || 'the line' : match;
}

const WHYS = {
  packet: 'it looks at what is not told of the packet',
  machine: 'the machine decides when the packet comes',
  state: 'time, chance or earlier packets decide',
  unread: 'nobody knows what the line says',
} as const;

/** The field of a packet, and what is to be done. */
const UNKNOWN_DIMENSIONS: Readonly<Record<string, readonly [string, string]>> = {
  source: ['src', 'the source address is not known here'],
  destination: ['dst', 'the destination address is not known here'],
  sourcePort: ['sport', 'the source port is not given'],
  destinationPort: ['dport', 'the destination port is not given'],
  icmp: ['icmp_type', 'type and code are not given'],
  inputInterface: ['in', 'the interface by which it came in is not known'],
  outputInterface: ['out', 'the interface by which it leaves is not known'],
  state: ['ctstate', 'the state of the connection is not given and cannot be worked out'],
  flags: ['flags', 'the TCP flags are not given'],
  ttl: ['ttl', 'the TTL is not known here'],
  tos: ['tos', 'the type of service is not known here'],
  length: ['length', 'the length is not given'],
  mac: ['mac_src', "the sender's hardware address is not given"],
  user: ['uid', 'the user of the socket is not given'],
  group: ['gid', 'the group of the socket is not given'],
  sourceType: ['addrtype', "the machine's addresses are not given"],
  destinationType: ['addrtype', "the machine's addresses are not given"],
};
