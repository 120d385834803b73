// The ICMP of the other family: it loads, and packets of this family carry their own.

import type { RuleState } from './rule-state.ts';

/** For each family the protocol that is the other one's ICMP. */
const FOREIGN = { 4: 58, 6: 1 } as const;

/** Notes a -p with the other family's ICMP, in a rule that is fine otherwise: a wrong type of it is a fault already. */
export function reportForeignIcmp(reader: RuleState): void {
  const { family, protocolWord, words } = reader;
  if (reader.namedProtocol !== FOREIGN[family] || reader.faults.length > 0) return;
  reader.fault('wrong-family-icmp', protocolWord, [words.text[protocolWord] ?? ''], { severity: 'warning' });
}
