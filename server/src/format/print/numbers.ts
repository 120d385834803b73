// How iptables-save prints numbers, ranges and rates.

import type { IntegerRangeMeaning, PacketRateMeaning, Range } from '../../vocabulary/values/meaning.ts';

export function hex(value: number, digits = 1): string {
  return `0x${value.toString(16).padStart(digits, '0')}`;
}

/** `22` or `1024:65535`; undefined for a range that runs backwards. */
export function rangeText({ first, last }: Range | IntegerRangeMeaning): string | undefined {
  if (first > last) return undefined;
  return first === last ? String(first) : `${first}:${last}`;
}

const UNITS = [
  ['day', 86400],
  ['hour', 3600],
  ['min', 60],
  ['sec', 1],
] as const;

/** In the last unit whose count is not rounded much. Source: print_rate of libxt_limit. */
export function rateText({ ticks, ticksPerSecond }: PacketRateMeaning): string {
  const counts = UNITS.map(([name, seconds]) => ({ name, ticks: seconds * ticksPerSecond }));
  const next = counts.findIndex(
    (unit, i) => i > 0 && (ticks > unit.ticks || Math.floor(unit.ticks / ticks) < unit.ticks % ticks),
  );
  const unit = counts[next < 0 ? counts.length - 1 : next - 1];
  return `${Math.floor((unit?.ticks ?? 0) / ticks)}/${unit?.name}`;
}
