// What the literal of SET cannot say: a mapping needs to be told what to map.

import type { UseCheck } from '../schema.ts';

const WHAT: ReadonlySet<string> = new Set(['--map-mark', '--map-prio', '--map-queue']);

/** Judges `--map-set`. */
export const check: UseCheck = ({ options }) => {
  const map = options.findIndex((option) => option.name === '--map-set');
  if (map < 0 || options.some((option) => WHAT.has(option.name))) return [];
  return [
    { message: '"--map-set" needs one of "--map-mark", "--map-prio" and "--map-queue".', option: map, missing: true },
  ];
};
