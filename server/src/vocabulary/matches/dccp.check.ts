// The types of DCCP packets: a list in which empty entries do not count.

import type { UseCheck, UseFault } from '../schema.ts';

const TYPES: ReadonlySet<string> = new Set([
  'request',
  'response',
  'data',
  'ack',
  'dataack',
  'closereq',
  'close',
  'reset',
  'sync',
  'syncack',
  'invalid',
]);

/** The first entry of `text` that is no type. The library splits with strtok, so `DATA,,` and even `` load. */
function faultOf(text: string, option: number): readonly UseFault[] {
  let start = 0;
  for (const entry of text.split(',')) {
    const end = start + entry.length;
    if (entry !== '' && !TYPES.has(entry.toLowerCase())) {
      const allowed = [...TYPES].join(', ').toUpperCase();
      return [
        { message: `"${entry}" is not a DCCP packet type; write one of ${allowed}.`, option, value: 0, start, end },
      ];
    }
    start = end + 1;
  }
  return [];
}

/** Judges `--dccp-types`. */
export const check: UseCheck = (use) =>
  use.options.flatMap((option, index) => {
    const text = option.name === '--dccp-types' ? option.values[0] : undefined;
    return text === undefined ? [] : faultOf(text, index);
  });
