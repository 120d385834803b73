// The kind `rate`: packets a second, minute, hour or day, for hashlimit bytes a second too.

import type { ValueFault, ValueKind } from './kind.ts';
import type { RateValue } from './kinds.ts';
import type { RateMeaning } from './meaning.ts';
import { quoted } from './quoted.ts';
import { leadingDecimal, scanDecimal, scanEnd } from './scan.ts';

const UNITS = [
  { name: 'second', seconds: 1 },
  { name: 'minute', seconds: 60 },
  { name: 'hour', seconds: 3600 },
  { name: 'day', seconds: 86400 },
] as const;

/** The seconds of the unit between `from` and `to`, any beginning of a name in any letter case; 0 for none. */
function secondsOf(text: string, from: number, to: number): (typeof UNITS)[number]['seconds'] | 0 {
  if (from >= to) return 0;
  for (const { name, seconds } of UNITS) {
    if (to - from > name.length) continue;
    let at = from;
    while (at < to && (text.charCodeAt(at) | 0x20) === name.charCodeAt(at - from)) at++;
    if (at === to) return seconds;
  }
  return 0;
}

function check(text: string, value: RateValue): ValueFault | undefined {
  if (value.bytes && text.indexOf('b/s') > 0) return bytesFault(text);
  const slash = text.indexOf('/');
  const end = slash < 0 ? text.length : slash;
  const seconds = slash < 0 ? 1 : secondsOf(text, slash + 1, text.length);
  if (seconds === 0) return unitFault(text, slash, value);
  // atoi for packets alone, atoll where bytes are possible: the one wraps at 32 bits, the other does not.
  const count = scanDecimal(text, 0, end, value.bytes ? 64 : 32);
  const stop = scanEnd();
  if (count <= 0)
    return {
      message: `"${text.slice(0, end)}" is not a number of packets, at least 1; ${wanted(value)}.`,
      start: 0,
      end,
    };
  if (count > value.perSecond * seconds || !fitsSigned(text, stop) || (value.bytes && isSigned(text)))
    return { message: `${quoted(text)} is faster than the maximum of ${value.perSecond} packets per second.` };
  return stop === end ? undefined : cutFault(text, stop, end, value);
}

/** The number ends early: `1.5/s` is 1/s, `5kb` 5 packets a second. */
function cutFault(text: string, stop: number, end: number, value: RateValue): ValueFault {
  const rest = text.slice(stop, end);
  const message = `"${rest}" is ignored, so this means "${text.slice(0, stop).trim()}${end < text.length ? text.slice(end) : '/second'}"; ${wanted(value)}.`;
  return { message, start: stop, end, severity: 'warning' };
}

function unitFault(text: string, slash: number, value: RateValue): ValueFault {
  const unit = text.slice(slash + 1);
  const bare = unit.toLowerCase().replace(/s$/, '');
  const right = UNITS.find(({ name }) => name === bare);
  const message = `"${unit}" is not a unit of time; ${wanted(value)}.`;
  const fault = { message, start: slash + 1, end: text.length };
  if (slash + 1 === text.length)
    return { ...fault, message: `The unit after the "/" is missing; ${wanted(value)}.`, start: slash };
  return right === undefined ? fault : { ...fault, suggestions: [`${text.slice(0, slash + 1)}${right.name}`] };
}

/** A sixteenth of the bytes from which on the kernel's cost of a byte is too small and the load fails. */
const TOO_MANY_SIXTEENTHS = 2n ** 31n - 1n;

/** `512kb/s`: what stands behind `b/s` is not read, nor anything between the number and the letter before it. */
function bytesFault(text: string): ValueFault | undefined {
  const unit = text.indexOf('b/s');
  const letter = text.charAt(unit - 1);
  const factor = factorOf(text, unit);
  const count = scanDecimal(text, 0, text.length, 64);
  const stop = scanEnd();
  // What a negative rate wraps to is for hashlimit's own check to say.
  if (count > 0 && isSigned(text)) return undefined;
  if (count <= 0) return { message: `"${text}" is not a number of bytes, at least 1; write a rate such as 512kb/s.` };
  const bytes = count * factor;
  if (bytes >= 2 ** 34) {
    const exact = BigInt.asUintN(64, BigInt(count) * BigInt(factor));
    const isRefused = sixteenths(exact) >= TOO_MANY_SIXTEENTHS;
    const message = `${quoted(text)} is more than the kernel can count, about 32 gigabytes per second.`;
    if (isRefused) return { message };
    if (bytes >= 2 ** 35) return { message, severity: 'warning' };
  }
  const plain = stop === unit || (stop === unit - 1 && factor > 1);
  if (plain && 'second'.startsWith(text.slice(unit + 2))) return undefined;
  const read = `${text.slice(0, stop).trim()}${factor > 1 ? letter : ''}b/s`;
  return { message: `"${text}" is read as "${read}"; the units are b/s, kb/s and mb/s.`, severity: 'warning' };
}

function isSigned(text: string): boolean {
  return /^\s*-/.test(text);
}

/** Whether atoi or atoll reads the digits before `end` as they stand: beyond 63 bits the result is another number. */
function fitsSigned(text: string, end: number): boolean {
  return end < 19 || BigInt(text.slice(0, end).trim().replace('+', '')) < 2n ** 63n;
}

const wanted = (value: RateValue): string => `write a rate such as 5/minute${value.bytes ? ' or 512kb/s' : ''}`;

function read(text: string, value: RateValue): RateMeaning | undefined {
  if (value.bytes && text.indexOf('b/s') > 0) return { kind: 'rate', of: 'bytes', ...bytesOf(text) };
  const slash = text.indexOf('/');
  const seconds = slash < 0 ? 1 : secondsOf(text, slash + 1, text.length);
  const packets = scanDecimal(text, 0, slash < 0 ? text.length : slash, value.bytes ? 64 : 32);
  if (seconds === 0 || packets <= 0) return undefined;
  const ticks = Math.floor((value.perSecond * seconds) / packets);
  return { kind: 'rate', of: 'packets', packets, seconds, ticks, ticksPerSecond: value.perSecond };
}

/** The bytes a second of `512kb/s`, and what sixteen of them cost. Source: bytes_to_cost of libxt_hashlimit 1.8.9. */
function bytesOf(text: string): { readonly bytes: bigint; readonly cost: number } {
  const unit = text.indexOf('b/s');
  const bytes = BigInt.asUintN(64, leadingDecimal(text) * BigInt(factorOf(text, unit)));
  return { bytes, cost: Math.floor(0xffffffff / (Number(sixteenths(bytes)) + 1)) };
}

function factorOf(text: string, unit: number): number {
  const letter = text.charAt(unit - 1);
  return letter === 'k' ? 1024 : letter === 'm' ? 1024 * 1024 : 1;
}

/** A sixteenth of the bytes, in 32 bits. */
function sixteenths(bytes: bigint): bigint {
  return BigInt.asUintN(32, bytes >> 4n);
}

export const rate: ValueKind<RateValue, RateMeaning> = {
  check,
  read,
  describe: (value) =>
    `a rate of packets such as 10/second, 5/minute, 3/hour or 1/day, at most ${value.perSecond}/second${value.bytes ? ', or of bytes such as 512kb/s' : ''}`,
  names: () => [],
};
