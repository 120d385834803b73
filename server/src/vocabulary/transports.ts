// Transports with ports, as bits of a set.

/** A set of transports as bits; what getservbyname and getaddrinfo are asked for. */
export const TRANSPORT = { tcp: 1, udp: 2, udplite: 4, sctp: 8, dccp: 16, ddp: 32 } as const;
export type TransportName = keyof typeof TRANSPORT;

/** Every transport with ports that netfilter knows. */
export const ANY_TRANSPORT = TRANSPORT.tcp | TRANSPORT.udp | TRANSPORT.udplite | TRANSPORT.sctp | TRANSPORT.dccp;

/** AppleTalk's too, which getservbyname finds when it is asked for no transport. */
export const ANY_LISTED = ANY_TRANSPORT | TRANSPORT.ddp;

const TRANSPORT_OF: ReadonlyMap<number, number> = new Map([
  [6, TRANSPORT.tcp],
  [17, TRANSPORT.udp],
  [33, TRANSPORT.dccp],
  [132, TRANSPORT.sctp],
  [136, TRANSPORT.udplite],
]);

/** The transport of a protocol's number; undefined for protocols without ports. */
export function transportOf(protocol: number): number | undefined {
  return TRANSPORT_OF.get(protocol);
}

/** The names of a set of transports: `TCP and UDP`. */
export function transportNames(transports: number): string {
  const names: string[] = [];
  if (transports & TRANSPORT.tcp) names.push('TCP');
  if (transports & TRANSPORT.udp) names.push('UDP');
  if (transports & TRANSPORT.udplite) names.push('UDP-Lite');
  if (transports & TRANSPORT.sctp) names.push('SCTP');
  if (transports & TRANSPORT.dccp) names.push('DCCP');
  if (transports & TRANSPORT.ddp) names.push('AppleTalk');
  return names.length < 2 ? (names[0] ?? 'no transport') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
