// Names of interfaces as sets. The empty name is that of no interface: a prefix of any length does not take it.

import type { InterfaceMeaning } from '../../vocabulary/values/meaning.ts';
import type { Axis, Intervals } from './intervals.ts';

/** `eth0`, or `eth+` for all that begin so; `+` alone takes every packet, also one without an interface. */
export function interfaceSet(axis: Axis, { name, prefix }: InterfaceMeaning): Intervals {
  if (!prefix) return axis.point(name);
  if (name === '') return axis.everything;
  const last = name.charCodeAt(name.length - 1);
  return axis.from([name, name.slice(0, -1) + String.fromCharCode(last + 1)]);
}
