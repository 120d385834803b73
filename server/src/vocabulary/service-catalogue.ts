// The services that the snippets and the command "Insert Service Rules" offer, one literal each.

import type { Family } from './schema.ts';

/** Who opens the connection: `in`, others to this machine; `out`, this machine to others. */
export type Direction = 'in' | 'out' | 'both';

/** One port, or a range `first:last` with both ends included. */
export type Ports = number | `${number}:${number}`;

/** One kind of packet that opens a connection of the service. */
export interface Flow {
  /** As written after -p. */
  readonly protocol: 'tcp' | 'udp' | 'icmp' | 'ipv6-icmp' | 'esp';
  /** Destination port of the first packet. */
  readonly port?: Ports;
  /** Source port of the first packet, where the protocol fixes it. */
  readonly sourcePort?: Ports;
  /** The ICMP or ICMPv6 type by name. */
  readonly icmpType?: string;
  /** Answers come from another address than was asked, so connection tracking cannot know them: they need a rule. */
  readonly untrackedAnswers?: true;
  /** Only in this family; both when missing. */
  readonly family?: Family;
}

export interface Service {
  /** Stable name, also the snippet's prefix. */
  readonly id: string;
  /** As shown in a list. */
  readonly label: string;
  /** One sentence: what opens. Ends with a full stop. */
  readonly description: string;
  /** What most machines want of it. */
  readonly direction: Direction;
  readonly flows: readonly [Flow, ...Flow[]];
  /** What more the service needs before it works, or what to watch. */
  readonly note?: string;
  /** One of the services of the introduction; its snippets come in every variant. */
  readonly introduction?: true;
}

const tcp = (port: Ports): Flow => ({ protocol: 'tcp', port });
const udp = (port: Ports): Flow => ({ protocol: 'udp', port });

/** Port numbers from IANA's service name registry, but where a note says that the port is only a habit. */
export const SERVICES: readonly Service[] = [
  {
    id: 'ssh',
    label: 'SSH',
    description: 'Remote shell, sftp and scp on port 22/tcp.',
    direction: 'in',
    flows: [tcp(22)],
    introduction: true,
  },
  {
    id: 'http',
    label: 'HTTP and HTTPS',
    description: 'A web server, plain and encrypted, on ports 80/tcp and 443/tcp.',
    direction: 'in',
    flows: [tcp(80), tcp(443)],
    introduction: true,
  },
  {
    id: 'dns-client',
    label: 'DNS client',
    description: 'Asks name servers, by 53/udp and, for long answers, 53/tcp.',
    direction: 'out',
    flows: [udp(53), tcp(53)],
    introduction: true,
  },
  {
    id: 'dns-server',
    label: 'DNS server',
    description: 'Answers name queries on 53/udp and, for long answers, 53/tcp.',
    direction: 'in',
    flows: [udp(53), tcp(53)],
    introduction: true,
  },
  {
    id: 'ftp',
    label: 'FTP server',
    description: 'The control connection of an FTP server on port 21/tcp.',
    direction: 'in',
    flows: [tcp(21)],
    note: 'File transfers use connections of their own. Either the kernel reads the control connection (module nf_conntrack_ftp and `-j CT --helper ftp` in the raw table), and RELATED lets them in, or open the passive ports: "FTP server with passive ports".',
    introduction: true,
  },
  {
    id: 'rsync',
    label: 'rsync client',
    description: 'Fetches from rsync servers on port 873/tcp.',
    direction: 'out',
    flows: [tcp(873)],
    note: 'rsync over SSH needs port 22 instead.',
    introduction: true,
  },
  {
    id: 'git',
    label: 'Git',
    description: 'Fetches git:// repositories on port 9418/tcp.',
    direction: 'out',
    flows: [tcp(9418)],
    note: 'Most hosts, GitHub among them, take https:// (443) and SSH (22) only.',
    introduction: true,
  },
  {
    id: 'ping',
    label: 'Ping',
    description: 'Echo requests; the answers belong to an established connection.',
    direction: 'both',
    flows: [
      { protocol: 'icmp', icmpType: 'echo-request', family: 4 },
      { protocol: 'ipv6-icmp', icmpType: 'echo-request', family: 6 },
    ],
    introduction: true,
  },
  {
    id: 'https',
    label: 'HTTPS only',
    description: 'Encrypted web traffic on port 443/tcp.',
    direction: 'in',
    flows: [tcp(443)],
  },
  {
    id: 'http3',
    label: 'HTTP/3',
    description: 'Web traffic over QUIC on port 443/udp, beside HTTPS.',
    direction: 'in',
    flows: [udp(443)],
  },
  {
    id: 'ftp-passive',
    label: 'FTP server with passive ports',
    description: 'FTP on port 21/tcp and a fixed range of ports for the transfers.',
    direction: 'in',
    flows: [tcp(21), tcp('40000:40100')],
    note: 'The range is a choice, not a standard: give the FTP server the same one.',
  },
  {
    id: 'ntp',
    label: 'NTP client',
    description: 'Sets the clock from time servers on port 123/udp.',
    direction: 'out',
    flows: [udp(123)],
  },
  {
    id: 'dhcp',
    label: 'DHCP client',
    description: 'Gets an address: DHCP on 67 and 68/udp, DHCPv6 on 546 and 547/udp.',
    direction: 'out',
    flows: [
      { protocol: 'udp', sourcePort: 68, port: 67, untrackedAnswers: true, family: 4 },
      { protocol: 'udp', sourcePort: 546, port: 547, untrackedAnswers: true, family: 6 },
    ],
    note: 'The question goes to everyone on the link, so the answer needs a rule of its own.',
  },
  {
    id: 'smtp',
    label: 'SMTP',
    description: 'Mail between servers on port 25/tcp.',
    direction: 'in',
    flows: [tcp(25)],
  },
  {
    id: 'submission',
    label: 'Mail submission',
    description: 'Mail from users: submissions on 465/tcp, submission with STARTTLS on 587/tcp.',
    direction: 'in',
    flows: [tcp(465), tcp(587)],
  },
  {
    id: 'imaps',
    label: 'IMAPS',
    description: 'Encrypted mailboxes on port 993/tcp.',
    direction: 'in',
    flows: [tcp(993)],
  },
  {
    id: 'dot',
    label: 'DNS over TLS',
    description: 'Encrypted name queries on port 853/tcp.',
    direction: 'out',
    flows: [tcp(853)],
  },
  {
    id: 'mdns',
    label: 'Multicast DNS',
    description: 'Names on the local link (.local) on port 5353/udp.',
    direction: 'both',
    flows: [udp(5353)],
  },
  {
    id: 'wireguard',
    label: 'WireGuard',
    description: 'The tunnel of WireGuard on port 51820/udp.',
    direction: 'in',
    flows: [udp(51820)],
    note: 'The port is a habit, not in the registry: see ListenPort. What comes out of the tunnel needs rules for its interface.',
  },
  {
    id: 'openvpn',
    label: 'OpenVPN',
    description: 'The tunnel of OpenVPN on port 1194/udp.',
    direction: 'in',
    flows: [udp(1194)],
  },
  {
    id: 'ipsec',
    label: 'IPsec with IKEv2',
    description: 'Key exchange on 500/udp and 4500/udp, and ESP packets.',
    direction: 'in',
    flows: [udp(500), udp(4500), { protocol: 'esp' }],
  },
  {
    id: 'mosh',
    label: 'Mosh',
    description: 'The mobile shell on ports 60000 to 61000/udp.',
    direction: 'in',
    flows: [udp('60000:61000')],
    note: 'A session starts over SSH, which must be open too. One port a session is enough: narrow the range.',
  },
  {
    id: 'samba',
    label: 'Samba',
    description: 'Windows file sharing (SMB) on port 445/tcp.',
    direction: 'in',
    flows: [tcp(445)],
    note: 'For the local network only: give it a source address.',
  },
  {
    id: 'nfs',
    label: 'NFS 4',
    description: 'Network file system on port 2049/tcp.',
    direction: 'in',
    flows: [tcp(2049)],
    note: 'For the local network only: give it a source address.',
  },
  {
    id: 'mysql',
    label: 'MySQL and MariaDB',
    description: 'Database connections on port 3306/tcp.',
    direction: 'in',
    flows: [tcp(3306)],
    note: 'Give it a source address: a database has no business with the whole internet.',
  },
  {
    id: 'postgresql',
    label: 'PostgreSQL',
    description: 'Database connections on port 5432/tcp.',
    direction: 'in',
    flows: [tcp(5432)],
    note: 'Give it a source address: a database has no business with the whole internet.',
  },
  {
    id: 'redis',
    label: 'Redis and Valkey',
    description: 'Key-value store on port 6379/tcp.',
    direction: 'in',
    flows: [tcp(6379)],
    note: 'Give it a source address: by default there is no password.',
  },
  {
    id: 'syslog',
    label: 'Syslog',
    description: 'Log messages to or from other machines: 514/udp, and 6514/tcp over TLS.',
    direction: 'out',
    flows: [udp(514), tcp(6514)],
  },
  {
    id: 'snmp',
    label: 'SNMP',
    description: 'Questions of a monitoring server on port 161/udp.',
    direction: 'in',
    flows: [udp(161)],
    note: 'Give it the address of the monitoring server as source.',
  },
  {
    id: 'rdp',
    label: 'Remote Desktop',
    description: 'Windows desktops and xrdp on port 3389, tcp and udp.',
    direction: 'in',
    flows: [tcp(3389), udp(3389)],
  },
  {
    id: 'sip',
    label: 'SIP',
    description: 'Telephony signalling on 5060/udp and 5060/tcp, over TLS on 5061/tcp.',
    direction: 'in',
    flows: [udp(5060), tcp(5060), tcp(5061)],
    note: 'Voice itself (RTP) uses ports that the telephone system chooses.',
  },
  {
    id: 'traceroute',
    label: 'Traceroute',
    description: 'Path tracing by udp on ports 33434 to 33534.',
    direction: 'out',
    flows: [udp('33434:33534')],
    note: 'The ports are a habit of the program. The answers are ICMP errors, which RELATED lets in.',
  },
];
