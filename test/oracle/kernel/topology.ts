// The router under test: three interfaces, their addresses and routes, as the lab sets them up and as a trace is told.

import type { HostFacts } from '../../../server/src/analysis/trace/facts.ts';

/** The router's ends of the cables, with their hardware addresses. */
export const DEVICES = {
  lan0: '02:00:00:00:01:01',
  lan1: '02:00:00:00:02:01',
  wan0: '02:00:00:00:03:01',
} as const;
export type Device = keyof typeof DEVICES;
export const DEVICE_NAMES: readonly [Device, ...Device[]] = ['lan0', 'lan1', 'wan0'];

const ADDRESSES: Readonly<Record<Device, readonly string[]>> = {
  lan0: ['10.1.0.1/24', '10.1.0.2/24', '2001:db8:1::1/64'],
  lan1: ['10.1.1.1/24', '2001:db8:2::1/64'],
  wan0: ['198.51.100.1/24', '2001:db8:ff::1/64'],
};
const GATEWAYS = ['198.51.100.254', '2001:db8:ff::fe'];

export const HOST: HostFacts = {
  addresses: { lo: ['127.0.0.1/8', '::1/128'], ...ADDRESSES },
  routes: GATEWAYS.map((via) => ({ to: 'default', dev: 'wan0', via })),
};

/** The router's own addresses. */
export const OWN_ADDRESSES = {
  4: ['10.1.0.1', '10.1.0.2', '10.1.1.1', '198.51.100.1'],
  6: ['2001:db8:1::1', '2001:db8:2::1', '2001:db8:ff::1'],
} as const;

/** For `ip -batch`. */
export const SETUP = [
  'link set lo up',
  ...DEVICE_NAMES.map((name) => `link set ${name} up`),
  ...DEVICE_NAMES.flatMap((name) =>
    ADDRESSES[name].map((one) => `addr add ${one} dev ${name}${one.includes(':') ? ' nodad' : ''}`),
  ),
  ...GATEWAYS.map((via) => `route add default via ${via} dev wan0`),
  '',
].join('\n');

/** Below /proc/sys/net, set before the interfaces are there. */
export const SYSCTL = {
  'ipv4/ip_forward': '1',
  'ipv4/conf/all/rp_filter': '0',
  'ipv4/conf/default/rp_filter': '0',
  'ipv6/conf/all/forwarding': '1',
  'ipv6/conf/default/forwarding': '1',
  // No addresses of the link beside those above.
  'ipv6/conf/default/addr_gen_mode': '1',
} as const;
