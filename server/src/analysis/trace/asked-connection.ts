// What the matches conntrack and connmark ask of a connection, as the kernel answers it.

import type { Meaning } from '../../vocabulary/values/meaning.ts';
import { AXES } from '../dimensions.ts';
import { networksTest } from '../literal-tests.ts';
import { statesSet } from '../sets/states.ts';
import type { Connection } from './connection.ts';
import type { Flow } from './flow.ts';
import type { Said, SaidOption } from './said.ts';

/** Whether a match holds, whatever its negations; undefined where that is not known. */
export type Asked = (flow: Flow) => boolean | undefined;
type OfConnection = (connection: Connection, value: Meaning) => boolean | undefined;

const address =
  (way: 'orig' | 'reply', end: 'src' | 'dst'): OfConnection =>
  (connection, value) => {
    const point = connection[way][end];
    if (value.kind !== 'networks' || point === undefined) return undefined;
    return networksTest('source', value.networks)?.({ source: point });
  };

const port =
  (way: 'orig' | 'reply', end: 'sport' | 'dport'): OfConnection =>
  (connection, value) => {
    const number = connection[way][end];
    if (value.kind !== 'ports' || number === undefined) return undefined;
    return value.ranges.some(({ first, last }) => number >= first && number <= last);
  };

/** Source: conntrack_mt in net/netfilter/xt_conntrack.c. */
const OPTIONS: Readonly<Record<string, OfConnection>> = {
  '--ctproto': ({ protocol }, value) =>
    value.kind !== 'protocol' || protocol === undefined ? undefined : protocol === value.number,
  '--ctorigsrc': address('orig', 'src'),
  '--ctorigdst': address('orig', 'dst'),
  '--ctreplsrc': address('reply', 'src'),
  '--ctrepldst': address('reply', 'dst'),
  '--ctorigsrcport': port('orig', 'sport'),
  '--ctorigdstport': port('orig', 'dport'),
  '--ctreplsrcport': port('reply', 'sport'),
  '--ctrepldstport': port('reply', 'dport'),
  '--ctdir': ({ direction }, value) =>
    value.kind !== 'choice' || direction === undefined ? undefined : value.choices[0]?.name.toLowerCase() === direction,
  '--ctstatus': ({ status, unsure }, value) => {
    if (value.kind !== 'choice') return undefined;
    const names = value.choices.map(({ name }) => name);
    if (names.some((name) => status.has(name))) return true;
    return names.some((name) => unsure.has(name)) ? undefined : false;
  },
};

export function conntrackAsked(said: Said): Asked {
  const states = said.options.filter(({ name }) => name === '--ctstate');
  const others = said.options.filter(({ name }) => name !== '--ctstate');
  return (flow) => {
    const { state, connection } = flow;
    const ofState = all(states, ({ meanings: [value] }) => {
      const point = flow.packet.state;
      if (value?.kind !== 'choice' || point === undefined) return undefined;
      return statesSet(AXES[flow.family].state, value.choices)?.has(point);
    });
    if (ofState === false) return false;
    if (state === undefined) return undefined;
    // Without a connection nothing else is looked at, and without a state asked for it does not hold.
    if (!connection) return states.length > 0 ? ofState : false;
    const ofOthers = all(others, ({ name, meanings: [value] }) =>
      value && Object.hasOwn(OPTIONS, name) ? OPTIONS[name]?.(connection, value) : undefined,
    );
    return ofOthers === false ? false : ofState && ofOthers;
  };
}

export function connmarkAsked(said: Said): Asked | undefined {
  const option = said.options.find(({ name }) => name === '--mark');
  const value = said.value('--mark', 'mark');
  if (!option || !value) return undefined;
  return ({ state, connection }) => {
    if (state === undefined) return undefined;
    if (!connection) return false;
    if (connection.mark === undefined) return undefined;
    return ((connection.mark & value.mask) >>> 0 === value.value) !== option.negated;
  };
}

/** Whether all of these hold, each turned round where it is negated. */
function all(options: readonly SaidOption[], test: (option: SaidOption) => boolean | undefined): boolean | undefined {
  let isSure = true;
  for (const option of options) {
    const holds = test(option);
    if (holds === undefined) isSure = false;
    else if (holds === option.negated) return false;
  }
  return isSure ? true : undefined;
}
