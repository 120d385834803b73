// What the literal of HMARK cannot say: the list of --hmark-tuple stands for options of its own.

import type { OptionUse, UseCheck, UseFault } from '../schema.ts';

const SPI = '--hmark-spi-mask';
const PORTS: readonly string[] = ['--hmark-sport-mask', '--hmark-dport-mask'];

/** What each name of the list stands for, in the order in which a cut name is tried. */
const PARTS: readonly (readonly [name: string, option: string])[] = [
  ['src', '--hmark-src-prefix'],
  ['dst', '--hmark-dst-prefix'],
  ['sport', '--hmark-sport-mask'],
  ['dport', '--hmark-dport-mask'],
  ['spi', SPI],
  ['ct', ''],
  ['proto', '--hmark-proto-mask'],
];

/** The options that the list of a tuple gives. */
function tupleOptions(use: OptionUse): readonly string[] {
  return (use.values[0] ?? '').split(',').flatMap((item) => {
    const name = item.toLowerCase();
    const part = name === '' ? undefined : PARTS.find(([whole]) => whole.startsWith(name));
    return part === undefined || part[1] === '' ? [] : [part[1]];
  });
}

/** An option after a list that already gives it counts as its second. The other way round loads. */
function repeated(options: readonly OptionUse[], tuple: number, given: readonly string[]): readonly UseFault[] {
  return options.flatMap((use, index) => {
    if (index < tuple || !given.includes(use.name)) return [];
    const message = `"--hmark-tuple" already sets "${use.name}"; move "${use.name}" before it, or remove the name from its list.`;
    return [{ message, option: index, early: true }];
  });
}

/** Judges `--hmark-tuple` beside the others. What two written options exclude is the literal's business. */
export const check: UseCheck = ({ options }) => {
  const tuple = options.findIndex((use) => use.name === '--hmark-tuple');
  const found = options[tuple];
  if (!found) return [];
  const given = tupleOptions(found);
  const twice = repeated(options, tuple, given);
  if (twice.length > 0) return twice;
  const all = [...given, ...options.map((use) => use.name)];
  if (!given.some((name) => name === SPI || PORTS.includes(name))) return [];
  if (!all.includes(SPI) || !PORTS.some((name) => all.includes(name))) return [];
  const message = 'Ports and the SPI exclude each other: a packet has one or the other.';
  return [{ message, option: tuple, value: 0 }];
};
