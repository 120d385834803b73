// What the literal of hashlimit cannot say: how rate, burst and interval go together, and what the kernel's counters hold.

import { readCNumber } from '../c-number.ts';
import type { ExtensionUse, UseCheck, UseFault } from '../schema.ts';
import { readValue } from '../values/index.ts';
import { leadingDecimal } from '../values/scan.ts';
import { HASHLIMIT_RATE } from './hashlimit.ts';

/** What the kernel multiplies a cost by, ticks times credits a tick over the scale: the same for 250 and 1000 ticks. */
const CREDITS = 137438953n;
const WORD = (1n << 32n) - 1n;
const MOST_BURST = 1000000n;
const DEFAULT_BURST = 5n;

/** A rate in bytes (what one second allows, undefined where the kernel's number is out of range) or in packets. */
type Rate =
  | { readonly bytes: true; readonly second: bigint | undefined; readonly matchable: boolean }
  | { readonly bytes: false; readonly cost: bigint; readonly seconds: bigint };

/** Undefined for what the literal refuses anyway. The tools keep a rate in bytes as a 32-bit fraction of 16 bytes. */
function rateOf(text: string): Rate | undefined {
  const rate = readValue(text, HASHLIMIT_RATE, { family: 4 });
  if (rate?.of === 'packets') return { bytes: false, cost: BigInt(rate.ticks), seconds: BigInt(rate.seconds) };
  if (!rate) return undefined;
  const cost = BigInt(rate.cost);
  return { bytes: true, second: cost > 0n ? (WORD / cost - 1n) << 4n : undefined, matchable: cost > 1n };
}

/** `k` is 1024 and `m` its square; any other letter counts as nothing. */
function factorOf(letter: string | undefined): bigint {
  return letter === 'k' ? 1024n : letter === 'm' ? 1048576n : 1n;
}

/** The burst in packets or bytes, undefined when the tools do not take it. */
function burstOf(text: string): bigint | undefined {
  const { value, end, overflow } = readCNumber(text);
  if (end === 0 || overflow || value === 0n || text.trimStart().startsWith('-')) return undefined;
  if (end === text.length && value > MOST_BURST) return undefined;
  return BigInt.asUintN(64, value * factorOf(text[end]));
}

/** The kernel refuses a burst whose credits wrap around 64 bits to less than those of one packet. */
function fits(cost: bigint, burst: bigint): boolean {
  return BigInt.asUintN(64, cost * burst * CREDITS) >= BigInt.asUintN(64, cost * CREDITS);
}

interface Part {
  readonly index: number;
  readonly text: string;
}

function part(use: ExtensionUse, ...names: readonly string[]): Part | undefined {
  const index = use.options.findIndex((option) => names.includes(option.name));
  const text = use.options[index]?.values[0];
  return text === undefined ? undefined : { index, text };
}

function fault(message: string, { index }: Part): readonly UseFault[] {
  return [{ message, option: index, value: 0 }];
}

function byteFaults(
  rate: Rate & { bytes: true },
  given: Part,
  burst: Part | undefined,
  bytes: bigint,
  match: boolean,
): readonly UseFault[] {
  const unmatched = match ? rate.second === undefined : !rate.matchable;
  if (given.text.trimStart().startsWith('-')) {
    const message = `"${given.text}" is negative and read as a huge rate; write one such as 512kb/s.`;
    return [{ message, option: given.index, value: 0, ...(unmatched ? {} : { severity: 'warning' as const }) }];
  }
  if (unmatched) return fault(`"${given.text}" is too fast; a rate in bytes must be less than 32768mb/s.`, given);
  if (!burst || rate.second === undefined || (rate.second > 0n && bytes >= rate.second)) return [];
  if (rate.second === 0n) return fault('A rate of less than 16 bytes per second cannot have a burst.', burst);
  return fault(
    `A burst of "${burst.text}" is less than one second of the rate; write at least ${rate.second}b.`,
    burst,
  );
}

function packetFaults(
  rate: Rate & { bytes: false },
  given: Part,
  burst: Part | undefined,
  packets: bigint,
  match: boolean,
) {
  if (burst && packets > MOST_BURST) {
    return fault(`A burst of "${burst.text}" is over ${MOST_BURST}, the maximum for a rate in packets.`, burst);
  }
  if (match) {
    if (rate.cost / rate.seconds > 0n) return [];
    return fault(`"${given.text}" is too fast for "--hashlimit-rate-match"; write at most 1000000 per unit.`, given);
  }
  if (fits(rate.cost, packets)) return [];
  // Slow rates wrap first at this burst; some larger ones would load by luck.
  const most = ((1n << 64n) - 1n) / (rate.cost * CREDITS);
  const message = `"${given.text}" with a burst of ${packets} overflows the kernel's counter; write a burst of 1 to ${most}.`;
  return fault(message, burst ?? given);
}

function rateFaults(use: ExtensionUse): readonly UseFault[] {
  const given = part(use, '--hashlimit-upto', '--hashlimit-above');
  const rate = given && rateOf(given.text);
  const burst = part(use, '--hashlimit-burst');
  const amount = burst ? burstOf(burst.text) : DEFAULT_BURST;
  if (burst && amount === undefined) {
    const message = `"${burst.text}" is not a burst; write 1 to ${MOST_BURST} packets, or bytes such as 512kb for a rate in bytes.`;
    return fault(message, burst);
  }
  if (!given || !rate || amount === undefined) return [];
  const match = use.options.some((option) => option.name === '--hashlimit-rate-match');
  return rate.bytes ? byteFaults(rate, given, burst, amount, match) : packetFaults(rate, given, burst, amount, match);
}

/** Judges burst, interval and name, and the rate together with its burst. */
export const check: UseCheck = (use) => {
  const faults = [...rateFaults(use)];
  const interval = part(use, '--hashlimit-rate-interval');
  if (interval && BigInt.asIntN(32, leadingDecimal(interval.text)) <= 0n) {
    faults.push(...fault(`"${interval.text}" is not an interval; write 1 to 2147483647 seconds.`, interval));
  }
  const name = part(use, '--hashlimit-name');
  if (name && (name.text === '.' || name.text === '..')) {
    faults.push(
      ...fault(`"${name.text}" cannot be the name of a file in /proc/net/ipt_hashlimit; choose another.`, name),
    );
  }
  return faults;
};
