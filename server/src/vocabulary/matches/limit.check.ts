// What the literal of limit cannot say: the legacy kernel match refuses a burst of 0 and bursts that overflow its counter.

import { wholeNumber } from '../c-number.ts';
import type { ExtensionUse, UseCheck } from '../schema.ts';
import { readValue } from '../values/index.ts';
import { LIMIT_RATE } from './limit.ts';

/** Credits that a second is worth, clock ticks times credits a tick: the same for 250 and 1000 ticks a second. */
const CREDITS = 32000;
const WORD = 2 ** 32;
const DEFAULT_BURST = 5;
const MOST_BURST = 10000;
const DEFAULT_RATE = '3/hour';
/** The kernel's cost of one packet at this rate, undefined for what the literal refuses anyway. */
function costOf(text: string): number | undefined {
  const rate = readValue(text, LIMIT_RATE, { family: 4 });
  return rate?.of === 'packets' ? rate.ticks : undefined;
}

/** 32 bits of credits for a 32-bit cost, with the kernel's own order of multiplication and division. */
function credits(cost: number): number {
  if (cost > Math.floor((WORD - 1) / CREDITS)) return (Math.floor(cost / LIMIT_RATE.perSecond) * CREDITS) % WORD;
  return Math.floor((cost * CREDITS) / LIMIT_RATE.perSecond);
}

/** Whether the kernel takes this burst: its product must not wrap to less than one packet's worth. */
function fits(cost: number, burst: number): boolean {
  return burst > 0 && credits((cost * burst) % WORD) >= credits(cost);
}

/** The largest burst below the first that is refused. */
function mostBurst(cost: number): number {
  let most = 0;
  while (most < MOST_BURST && fits(cost, most + 1)) most++;
  return most;
}

function textOf(use: ExtensionUse, name: string): { readonly index: number; readonly text: string | undefined } {
  const index = use.options.findIndex((option) => option.name === name);
  return { index, text: use.options[index]?.values[0] };
}

/** Legacy only: nft turns the match into a limit expression of its own, which has room enough. */
export const check: UseCheck = (use) => {
  const rate = textOf(use, '--limit');
  const burst = textOf(use, '--limit-burst');
  const cost = costOf(rate.text ?? DEFAULT_RATE);
  const packets = burst.text === undefined ? DEFAULT_BURST : wholeNumber(burst.text, BigInt(MOST_BURST));
  if (cost === undefined || packets === undefined || fits(cost, Number(packets))) return [];
  const place =
    burst.index >= 0 ? { option: burst.index, value: 0 } : rate.index >= 0 ? { option: rate.index, value: 0 } : {};
  const most = mostBurst(cost);
  const rest = most === MOST_BURST ? `write a burst of 1 to ${MOST_BURST}` : `write a burst of 1 to ${most}`;
  const given = burst.text === undefined ? `the default burst of ${DEFAULT_BURST}` : `a burst of ${packets}`;
  const message = `The kernel's legacy match refuses "${rate.text ?? DEFAULT_RATE}" with ${given}; ${rest}.`;
  return [{ message, ...place, backend: 'legacy' }];
};
