// What the literal of conntrack cannot say: newer tools refuse --ctproto 0.

import { readProtocol } from '../protocols.ts';
import type { UseCheck, UseFault } from '../schema.ts';

const NONE: readonly UseFault[] = [];

/** 1.8.11 calls a rule about protocol 0 senseless; 1.8.9 loads it, and it never (negated: always) matches. */
export const check: UseCheck = (use) => {
  for (let index = 0; index < use.options.length; index++) {
    const option = use.options[index];
    if (option?.name !== '--ctproto') continue;
    const text = option.values[0];
    if (text === undefined || readProtocol(text) !== 0) continue;
    const verdict = option.negated ? 'always matches' : 'never matches';
    const message = `Protocol "${text}" is 0, which no connection has, so this ${verdict}; write a protocol such as tcp.`;
    return [{ message, option: index, value: 0, since: '1.8.11' }];
  }
  return NONE;
};
