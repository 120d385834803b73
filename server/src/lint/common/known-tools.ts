// Chains that programs make and keep by themselves, by their names: what stands in them is not the administrator's.

interface KnownTool {
  readonly name: string;
  readonly chains: RegExp;
}

const TOOLS: readonly KnownTool[] = [
  { name: 'Docker', chains: /^DOCKER(-|$)/ },
  { name: 'fail2ban', chains: /^(f2b|fail2ban)-/ },
  { name: 'Kubernetes', chains: /^KUBE-/ },
  { name: 'Calico', chains: /^cali[-:]/ },
  { name: 'Cilium', chains: /^(OLD_)?CILIUM_/ },
  { name: 'Flannel', chains: /^FLANNEL-/ },
  { name: 'Weave Net', chains: /^WEAVE(-|$)/ },
  { name: 'Podman', chains: /^(NETAVARK[-_]|CNI-)/ },
  { name: 'Istio', chains: /^ISTIO_/ },
  { name: 'libvirt', chains: /^LIBVIRT_/ },
  { name: 'Tailscale', chains: /^ts-(input|forward|postrouting)$/ },
  { name: 'sshguard', chains: /^sshguard$/ },
  { name: 'CrowdSec', chains: /^CROWDSEC(_|-|$)/i },
  { name: 'miniupnpd', chains: /^MINIUPNPD(-|$)/ },
  { name: 'ufw', chains: /^ufw6?-/ },
  {
    name: 'firewalld',
    chains:
      /^((INPUT|FORWARD|OUTPUT|PREROUTING|POSTROUTING)_(direct|ZONES|POLICIES|IN_ZONES|OUT_ZONES)|(IN|FWDI|FWDO|FWD|PRE|POST|OUT)_[A-Za-z0-9-]+_?(allow|deny|log|pre|post)?$)/,
  },
  {
    name: 'Shorewall',
    chains:
      /^(dynamic|logflags|logdrop|logreject|tcpflags|smurfs|shorewall|reject|sfilter|sha-[a-z0-9-]+|blacklst|blacklog|[a-z0-9]+2(fw|net|all|loc|dmz|vpn|lan)|[a-z0-9]+-(fw|net|loc|dmz|vpn|all)|[a-z0-9.]+_(in|fwd|out|dyn|mac|masq)|~(log|comb|blacklist|excl|rbl)[0-9]*)$/,
  },
  {
    name: 'OpenWrt',
    chains:
      /^(zone_\w+|delegate_\w+|(input|output|forward|forwarding|prerouting|postrouting)(_(lan|wan|rule|lan_rule|wan_rule|rule_\w+))?|nat_reflection_(in|out|fwd)|syn_flood)$/,
  },
  { name: 'OpenStack', chains: /^(neutron|nova|quantum)-/ },
  { name: 'Proxmox', chains: /^PVEFW-/ },
];

/** The programs that put chains of their own into the rules that an administrator loads beside them. */
const GUESTS: ReadonlySet<string> = new Set(
  'Docker fail2ban Kubernetes Calico Cilium Flannel Podman Istio libvirt Tailscale sshguard CrowdSec'.split(' '),
);

/** Many lint rules ask for the same few names. */
const known = new Map<string, string | undefined>();
const MOST_KNOWN = 4096;

/** The program that makes chains of this name; undefined where none is known. */
export function toolOf(chain: string): string | undefined {
  if (known.has(chain)) return known.get(chain);
  const tool = TOOLS.find(({ chains }) => chains.test(chain))?.name;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(chain, tool);
  return tool;
}

/** The same for programs that change loaded rules while they run, and are no tool to write firewalls with. */
export function guestOf(chain: string): string | undefined {
  const tool = toolOf(chain);
  return tool !== undefined && GUESTS.has(tool) ? tool : undefined;
}

/** Chains that a program makes whether it uses them or not. Of names that people choose as well, it is not sure enough. */
export function isOfTool(name: string): boolean {
  const tool = toolOf(name);
  return tool !== undefined && !COMMON_NAMES.has(tool);
}

const COMMON_NAMES: ReadonlySet<string> = new Set(['Shorewall', 'OpenWrt']);

/** Interfaces that containers, virtual machines and tunnels hang on. */
export function isVirtualInterface(name: string): boolean {
  return /^(lo|docker|br-|veth|virbr|vnet|vbox|vmnet|cni|cali|flannel|cilium|lxc|lxd|podman|wg|tun|tap|tailscale|ipsec|vti|zt|nebula|kube)/.test(
    name,
  );
}
