// What the literal of statistic cannot say: what each mode needs, and that --packet is less than --every.

import { wholeNumber } from '../c-number.ts';
import type { ExtensionUse, UseCheck, UseFault } from '../schema.ts';

const MOST = 0xffffffffn;

function find(use: ExtensionUse, name: string): { readonly index: number; readonly text: string | undefined } {
  const index = use.options.findIndex((option) => option.name === name);
  return { index, text: use.options[index]?.values[0] };
}

function modeFault(mode: string | undefined, index: number, has: (name: string) => boolean): readonly UseFault[] {
  if (mode === 'random' && !has('--probability')) {
    return [{ message: '"--mode random" needs "--probability".', option: index, missing: true }];
  }
  // One of the two without the other is what their `requires` say.
  if (mode === 'nth' && !has('--every') && !has('--packet')) {
    return [{ message: '"--mode nth" needs "--every" and "--packet".', option: index, missing: true }];
  }
  return [];
}

export const check: UseCheck = (use) => {
  const mode = find(use, '--mode');
  const every = wholeNumber(find(use, '--every').text ?? '', MOST);
  const packet = find(use, '--packet');
  const first = wholeNumber(packet.text ?? '', MOST);
  const faults = [...modeFault(mode.text, mode.index, (name) => find(use, name).index >= 0)];
  if (every !== undefined && every > 0n && first !== undefined && first >= every) {
    const message = `"--packet ${packet.text}" must be less than "--every"; write 0 to ${every - 1n}.`;
    faults.push({ message, option: packet.index, value: 0 });
  }
  return faults;
};
