// Runs the lab: rules loaded into a router of its own, packets sent, and what iptables-save counted after each.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Backend, Family } from '../../../server/src/vocabulary/schema.ts';
import { toolEnvironment } from '../../support/iptables.ts';
import { DEVICES, SETUP, SYSCTL } from './topology.ts';

export interface Parcel {
  /** The interface whose far end sends it, or `box`. */
  readonly from: string;
  /** Where it goes; the sender's own routing wants to be told. */
  readonly to: string;
  /** A frame, or a packet where `from` is `box`; in hexadecimal digits. */
  readonly bytes: string;
  /** Every connection is forgotten before it. */
  readonly flush: boolean;
  /** The counters are read after it. */
  readonly read: boolean;
}

export interface Order {
  readonly family: Family;
  readonly backend: Backend;
  readonly text: string;
  /** Commands for `ipset restore`. */
  readonly sets: string;
  readonly loose: 0 | 1;
  readonly packets: readonly Parcel[];
}

/** A frame that left, by the interface. */
export type Frame = readonly [string, string];

export type Account =
  | { readonly saves: readonly string[]; readonly frames: readonly (readonly Frame[])[] }
  | { readonly refused: string };

/** Does what is ordered. Nothing of it outlives the call. */
export function runLab({ family, backend, loose, ...order }: Order): Promise<Account> {
  const program = family === 4 ? 'iptables' : 'ip6tables';
  const other = backend === 'legacy' ? 'nft' : 'legacy';
  const input = {
    ...order,
    family,
    devices: DEVICES,
    setup: SETUP,
    sysctl: SYSCTL,
    // Set when the rules have brought tracking along.
    tracking: { 'netfilter/nf_conntrack_tcp_loose': String(loose) },
    restore: `${program}-${backend}-restore`,
    save: `${program}-${backend}-save`,
    guard: `${program}-${other}-restore`,
  };
  const { PATH: tools, ...rest } = toolEnvironment();
  const { PATH: own = '' } = process.env;
  // Python may be elsewhere than the tools.
  const env = { ...rest, PATH: `${tools}:${own}` };
  return new Promise((resolve) => {
    const child = spawn('python3', [join(import.meta.dirname, 'lab.py')], { env, timeout: 300_000 });
    let [said, complaint] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint += text;
    });
    child.on('error', ({ message }) =>
      resolve({ refused: message.includes('ENOENT') ? 'python3 is not installed' : message }),
    );
    child.on('close', (code, signal) => {
      if (code === 0) resolve(JSON.parse(said));
      else resolve({ refused: complaint.trim().split('\n').at(-1) || `the lab ended with ${signal ?? code}` });
    });
    // A lab that ended early says so itself.
    child.stdin.on('error', () => {});
    child.stdin.end(JSON.stringify(input));
  });
}
