// A word of each kind of value that every tool takes: what may stand where a value was forgotten.

import type { Family } from '../schema.ts';
import type { Value } from './kinds.ts';

const WORDS: Readonly<Partial<Record<Value['kind'], string>>> = {
  account: '0',
  bpf: '1,6 0 0 0',
  'date-time': '2020',
  'icmp-type': '1',
  interface: 'lo',
  'log-level': '4',
  mac: '00:00:5e:00:53:01',
  mark: '1',
  'nat-ports': '1',
  port: '1',
  'port-list': '1',
  'port-range': '1',
  'prefix-length': '8',
  protocol: 'tcp',
  rate: '1/s',
  'set-directions': 'src',
  'tcp-flags': 'SYN',
  text: 'x',
  'time-of-day': '0:00',
  tos: '1',
  u32: '0=0',
};
const ADDRESS = { 4: '192.0.2.1', 6: '2001:db8::1' } as const;

/** Undefined for values that only their extension knows. */
export function sampleValue(value: Value, family: Family): string | undefined {
  switch (value.kind) {
    case 'address-range':
    case 'host':
    case 'nat-range':
    case 'network':
      return ADDRESS[family];
    case 'choice':
      return value.choices.find((choice) => choice.family === undefined || choice.family === family)?.name;
    case 'decimal':
    case 'integer':
    case 'integer-range':
      // Some kernels mind a zero.
      return String(value.min < 1 && value.max >= 1 ? 1 : value.min);
    default:
      return WORDS[value.kind];
  }
}
