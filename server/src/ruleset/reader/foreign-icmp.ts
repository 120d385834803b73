// The ICMP of the other family, and IGMP in IPv6: they load, and packets of this family carry their own.

import type { RuleState } from './rule-state.ts';

/** For each family the protocols that only the other one has. */
const FOREIGN: Readonly<Record<4 | 6, readonly number[]>> = { 4: [58], 6: [1, 2] };

/** Notes a -p with such a protocol, in a rule that is fine otherwise: a wrong type of it is a fault already. */
export function reportForeignIcmp(reader: RuleState): void {
  const { family, protocolWord, words } = reader;
  const number = reader.namedProtocol;
  if (number === undefined || !FOREIGN[family].includes(number) || reader.faults.length > 0) return;
  const about = [words.text[protocolWord] ?? '', ...(number === 2 ? ['IGMP'] : [])];
  reader.fault('wrong-family-icmp', protocolWord, about, { severity: 'warning' });
}
