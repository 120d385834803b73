// Owns agreement of the trace with what the kernel did with real packets, where the records lie beside the project.
import { describe, expect, test } from 'vitest';
import type { PacketFacts } from '../../../server/src/analysis/trace/facts.ts';
import { disagreements, kernelCases, kernelIsThere, outOfScope, packetOf, tracerOf } from './kernel.ts';

const there = kernelIsThere();
if (!there) console.log('Traces: the kernel records are not beside the project; 3 tests are skipped.');

/** The same packet with less told of it. */
function withoutSome({ sport, dport, flags, icmp_code, length, mac_src, ...rest }: PacketFacts): PacketFacts {
  return rest;
}

/** Disagreements, and how many packets were compared and how many answers left something open. */
function compare(withState: boolean, change = (packet: PacketFacts) => packet) {
  const wrong: string[] = [];
  let packets = 0;
  let open = 0;
  for (const { ruleset, records } of kernelCases()) {
    const tracer = tracerOf(ruleset);
    for (const record of records) {
      if (outOfScope(record, ruleset) !== undefined) continue;
      const answer = tracer.trace(change(packetOf(record, ruleset, withState)));
      packets++;
      if (answer.unknown.length > 0) open++;
      wrong.push(...disagreements(record, answer).map((what) => `${record.id}: ${what}`));
    }
  }
  return { wrong, packets, open };
}

describe.skipIf(!there)('what the kernel did', () => {
  test('with the state of each connection', { timeout: 300_000 }, () => {
    const { wrong, packets, open } = compare(true);
    expect(wrong).toEqual([]);
    expect(packets).toBeGreaterThan(7000);
    expect(open).toBe(0);
  });

  test('with the state of single packets worked out', { timeout: 300_000 }, () => {
    const { wrong, packets, open } = compare(false);
    expect(wrong).toEqual([]);
    expect(open / packets).toBeLessThan(0.017);
  });

  test('where less is told, what is said is still true', { timeout: 300_000 }, () => {
    const { wrong, packets, open } = compare(true, withoutSome);
    // Ports that nobody told are left out at the end.
    expect(wrong.filter((what) => !/: [sd]port undefined, the kernel/.test(what))).toEqual([]);
    expect(open / packets).toBeGreaterThan(0.2);
  });
});
