// What targets after which the packet goes on do to it, by target.

import type { Meaning } from '../../vocabulary/values/meaning.ts';
import type { Flow } from './flow.ts';
import type { Said } from './said.ts';

/** Changes the packet. */
export type Effect = (flow: Flow) => void;

const ALL = 0xffffffff;

/** A mark out of a mark; undefined where the options are beyond this. */
type MarkChange = (mark: number) => number;

function markChange(said: Said): MarkChange | undefined {
  const flipped = said.value('--set-xmark', 'mark');
  if (flipped) return (mark) => (mark & ~flipped.mask) ^ flipped.value;
  const set = said.value('--set-mark', 'mark');
  if (set) return (mark) => (mark & ~(set.mask | set.value)) | set.value;
  const kept = said.number('--and-mark');
  if (kept !== undefined) return (mark) => mark & kept;
  const added = said.number('--or-mark');
  if (added !== undefined) return (mark) => mark | added;
  const turned = said.number('--xor-mark');
  return turned === undefined ? undefined : (mark) => mark ^ turned;
}

function markEffect(said: Said): Effect | undefined {
  const change = markChange(said);
  // A target that sets all bits needs no mark from before.
  const whole = change && change(0) >>> 0 === change(ALL) >>> 0;
  return (
    change &&
    ((flow) => {
      flow.mark = flow.mark === undefined && !whole ? undefined : change(flow.mark ?? 0);
    })
  );
}

function connmarkEffect(said: Said): Effect | undefined {
  if (said.has('--left-shift-mark') || said.has('--right-shift-mark')) return undefined;
  const ctmask = said.number('--mask') ?? said.number('--ctmask') ?? ALL;
  const nfmask = said.number('--mask') ?? said.number('--nfmask') ?? ALL;
  const mix = (own: number | undefined, mask: number, other: number | undefined, otherMask: number) =>
    (own === undefined && mask >>> 0 !== ALL) || other === undefined
      ? undefined
      : (((own ?? 0) & ~mask) ^ (other & otherMask)) >>> 0;
  if (said.has('--save-mark'))
    return ({ connection, mark }) => {
      if (connection) connection.mark = mix(connection.mark, ctmask, mark, nfmask);
    };
  if (said.has('--restore-mark'))
    return (flow) => {
      if (flow.connection) flow.mark = mix(flow.mark, nfmask, flow.connection.mark, ctmask);
      else if (flow.state === undefined) flow.mark = undefined;
    };
  const change = markChange(said);
  const whole = change && change(0) >>> 0 === change(ALL) >>> 0;
  return (
    change &&
    (({ connection }) => {
      if (connection)
        connection.mark = connection.mark === undefined && !whole ? undefined : change(connection.mark ?? 0) >>> 0;
    })
  );
}

function untrack(flow: Flow): void {
  if (flow.tracked || flow.prepared) return;
  flow.state = 'UNTRACKED';
  flow.tracked = true;
  flow.showState();
}

function ctEffect(said: Said): Effect | undefined {
  if (said.has('--notrack')) return untrack;
  // The rest prepares the connection; until that is there, the packet has a state that nothing tells.
  return (flow) => {
    if (flow.tracked) return;
    flow.prepared = true;
    flow.state = undefined;
    flow.showState();
  };
}

function hopsEffect(prefix: 'ttl' | 'hl'): (said: Said) => Effect | undefined {
  return (said) => {
    const set = said.number(`--${prefix}-set`);
    const more = said.number(`--${prefix}-inc`);
    const less = said.number(`--${prefix}-dec`);
    if (set !== undefined)
      return (flow) => {
        flow.ttl = set;
      };
    const by = more ?? (less === undefined ? undefined : -less);
    if (by === undefined) return undefined;
    return (flow) => {
      if (flow.ttl !== undefined) flow.ttl = Math.min(Math.max(flow.ttl + by, 0), 255);
    };
  };
}

function tosEffect(said: Said): Effect | undefined {
  const set = said.value('--set-tos', 'tos');
  const kept = said.number('--and-tos');
  const added = said.number('--or-tos');
  const turned = said.number('--xor-tos');
  const change: MarkChange | undefined = set
    ? (tos) => (tos & ~set.mask) ^ set.value
    : kept !== undefined
      ? (tos) => tos & kept
      : added !== undefined
        ? (tos) => tos | added
        : turned !== undefined
          ? (tos) => tos ^ turned
          : undefined;
  return (
    change &&
    ((flow) => {
      if (flow.tos !== undefined) flow.tos = change(flow.tos) & 0xff;
    })
  );
}

function dscpEffect(said: Said): Effect | undefined {
  const named: Meaning | undefined = said.value('--set-dscp-class', 'choice');
  const code = said.number('--set-dscp') ?? (named?.kind === 'choice' ? named.choices[0]?.number : undefined);
  return code === undefined
    ? undefined
    : (flow) => {
        if (flow.tos !== undefined) flow.tos = (flow.tos & 3) | (code << 2);
      };
}

/** The two bits of ECN stay in the header of IP; --ecn-tcp-remove is about those of TCP. */
function ecnEffect(said: Said): Effect | undefined {
  const set = said.number('--ecn-ip-ect');
  if (set === undefined) return NOTHING;
  return (flow) => {
    if (flow.tos !== undefined) flow.tos = (flow.tos & 0xfc) | set;
  };
}

function setEffect(said: Said): Effect | undefined {
  const names = said.options.flatMap(({ meanings: [name] }) => (name?.kind === 'text' ? [name.text] : []));
  const maps = said.has('--map-mark');
  return (flow) => {
    for (const name of names) flow.changedSets.add(name);
    if (maps) flow.mark = undefined;
  };
}

/** The mark becomes a number that only the kernel knows. */
const hash: Effect = (flow) => {
  flow.mark = undefined;
};

/** After it the packet is as it was. */
export const NOTHING: Effect = () => {};

const nothing = (): Effect => NOTHING;

/** By names of targets; any other is unknown. */
const EFFECTS: Readonly<Record<string, (said: Said) => Effect | undefined>> = {
  AUDIT: nothing,
  CHECKSUM: nothing,
  CLASSIFY: nothing,
  CONNMARK: connmarkEffect,
  CONNSECMARK: nothing,
  CT: ctEffect,
  DSCP: dscpEffect,
  ECN: ecnEffect,
  HL: hopsEffect('hl'),
  HMARK: () => hash,
  IDLETIMER: nothing,
  LED: nothing,
  LOG: nothing,
  MARK: markEffect,
  NFLOG: nothing,
  NOTRACK: () => untrack,
  RATEEST: nothing,
  SECMARK: nothing,
  SET: setEffect,
  TCPMSS: nothing,
  TCPOPTSTRIP: nothing,
  TOS: tosEffect,
  TRACE: nothing,
  TTL: hopsEffect('ttl'),
  ULOG: nothing,
};

/** What a target does to the packets that go on behind it; undefined where that is not known. */
export function effectOf(target: string, said: Said): Effect | undefined {
  return Object.hasOwn(EFFECTS, target) ? EFFECTS[target]?.(said) : undefined;
}
