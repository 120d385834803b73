// Owns a file of varied rules about which the analysis of packets is measured.
import { Random } from '../oracle/fuzz/random.ts';

/** Zones: a chain for each way from one to another, with networks, multiport, states, limits and RETURN. */
export function zonesFile(count: number): string {
  const random = new Random(`zones ${count}`);
  const zones = count >= 10_000 ? 24 : 8;
  const names = Array.from({ length: zones * zones }, (_, i) => `z${Math.floor(i / zones)}_${i % zones}`);
  const jumps = names.map((name) => {
    const [from, to] = name.slice(1).split('_');
    return `-A FORWARD -i eth${from} -o eth${to} -j ${name}`;
  });
  const port = () => random.pick([22, 25, 53, 80, 443, 8080, random.int(1, 65535)]);
  const rules = Array.from({ length: Math.max(count - jumps.length, 0) }, (_, i) => {
    const chain = names[i % names.length];
    if (random.chance(0.1)) return `-A ${chain} -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT`;
    const ports = [
      '',
      `-p tcp -m tcp --dport ${port()} `,
      `-p tcp -m multiport --dports ${port()},${port()},${port()} `,
      `-p udp -m udp --dport ${port()} `,
    ];
    const limit = random.chance(0.1) ? '-m limit --limit 5/min ' : '';
    const target = random.pick(['ACCEPT', 'ACCEPT', 'DROP', 'RETURN', 'LOG']);
    return `-A ${chain} -s 10.${random.int(0, 255)}.${random.int(0, 255)}.0/24 ${random.pick(ports)}${limit}-j ${target}`;
  });
  const head = ['*filter', ':INPUT DROP [0:0]', ':FORWARD DROP [0:0]', ':OUTPUT ACCEPT [0:0]'];
  return [...head, ...names.map((name) => `:${name} - [0:0]`), ...jumps, ...rules, 'COMMIT', ''].join('\n');
}
