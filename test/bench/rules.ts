// Owns the file that is measured with: varied rules that both loaders take, the same for the same number.
import { Random } from '../oracle/fuzz/random.ts';

/** Where things are in the file, zero-based lines. */
export interface BenchFile {
  readonly text: string;
  readonly lines: readonly string[];
  /** The line of `*filter`. */
  readonly table: number;
  /** The line of a user chain that many rules jump to. */
  readonly chain: number;
  /** A rule that jumps to a user chain. */
  readonly jump: number;
  /** Lines of plain rules, from top to bottom. */
  readonly rules: readonly number[];
}

type Make = (chain: string) => string;

function filterRules(random: Random, chains: readonly string[]): readonly Make[] {
  const byte = () => random.int(0, 255);
  const host = () => `${random.pick(['10', '172', '192', '203'])}.${byte()}.${byte()}.${random.int(1, 254)}`;
  const network = () => `10.${byte()}.${byte()}.0/24`;
  const port = () => random.int(1, 65535);
  const hex = () => byte().toString(16).padStart(2, '0');
  return [
    (chain) => `-A ${chain} -p tcp -m tcp --dport ${port()} -j ACCEPT`,
    (chain) => `-A ${chain} -s ${host()}/32 -p tcp -m tcp --dport 22 -m conntrack --ctstate NEW,ESTABLISHED -j ACCEPT`,
    (chain) => `-A ${chain} -s ${network()} -d ${host()}/32 -i eth${random.int(0, 3)} -j DROP`,
    (chain) =>
      `-A ${chain} -p tcp -m multiport --dports ${random.int(1, 999)},${random.int(1000, 1999)},3000:4000 -j RETURN`,
    (chain) =>
      `-A ${chain} -m limit --limit ${random.int(1, 60)}/min --limit-burst 7 -j LOG --log-prefix "fw ${chain} drop: " --log-level 4`,
    (chain) =>
      `-A ${chain} -p udp -m udp --sport 53 --dport 1024:65535 -m comment --comment "answer ${port()}" -j ACCEPT`,
    (chain) => `-A ${chain} -p icmp -m icmp --icmp-type 8 -j ACCEPT`,
    (chain) => `-A ${chain} -m mac --mac-source 02:${hex()}:00:11:22:${hex()} -j ACCEPT`,
    (chain) =>
      `-A ${chain} -m iprange --src-range 10.0.${random.int(0, 99)}.1-10.0.${random.int(100, 199)}.9 -j REJECT --reject-with icmp-port-unreachable`,
    (chain) =>
      `-A ${chain} ! -s ${network()} -p tcp -m tcp --tcp-flags SYN,ACK SYN -m recent --update --seconds 60 --hitcount 4 --name r${random.int(0, 19)} --mask 255.255.255.255 --rsource -j DROP`,
    (chain) => `-A ${chain} -m mark --mark 0x${random.int(0, 254).toString(16)}/0xff -j ACCEPT`,
    () => `-A INPUT -s ${network()} -j ${random.pick(chains) ?? 'INPUT'}`,
  ];
}

function natRules(random: Random): readonly (() => string)[] {
  const host = () => `192.0.2.${random.int(1, 254)}`;
  const port = () => random.int(1, 65535);
  return [
    () => `-A PREROUTING -i eth0 -p tcp -m tcp --dport ${port()} -j DNAT --to-destination ${host()}:${port()}`,
    () => `-A POSTROUTING -s 10.${random.int(0, 255)}.0.0/16 -o eth0 -j MASQUERADE`,
    () => `-A POSTROUTING -s ${host()}/32 -o eth1 -j SNAT --to-source ${host()}`,
  ];
}

/** A file of `count` rules, a tenth of them in nat, about 77 bytes a rule. */
export function benchFile(count: number): BenchFile {
  const random = new Random(`bench:${count}`);
  const chains = Array.from(
    { length: Math.max(5, Math.min(200, Math.floor(count / 100))) },
    (_, i) => `CH${String(i).padStart(3, '0')}`,
  );
  const builtin = [':INPUT DROP [0:0]', ':FORWARD DROP [0:0]', ':OUTPUT ACCEPT [0:0]'];
  const lines = ['# varied rules', '*filter', ...builtin, ...chains.map((name) => `:${name} - [0:0]`)];
  const firstRule = lines.length;
  const makers = filterRules(random, chains);
  const places = [...chains, 'INPUT', 'FORWARD'];
  const nat = Math.floor(count / 10);
  const rules: number[] = [];
  for (let i = 0; i < count - nat; i++) {
    rules.push(lines.length);
    lines.push((random.pick(makers) ?? (() => ''))(random.pick(places) ?? 'INPUT'));
  }
  lines.push(
    'COMMIT',
    '*nat',
    ...['PREROUTING', 'INPUT', 'OUTPUT', 'POSTROUTING'].map((name) => `:${name} ACCEPT [0:0]`),
  );
  const natMakers = natRules(random);
  for (let i = 0; i < nat; i++) lines.push(random.pick(natMakers)?.() ?? '');
  lines.push('COMMIT', '');
  const middle = firstRule + Math.floor((count - nat) / 2);
  const jump = lines.findIndex((line, index) => index > middle && /-j CH\d+$/.test(line));
  return { text: lines.join('\n'), lines, table: 1, chain: 1 + builtin.length + 3, jump, rules };
}

/** The same file with one -N, one -I and one -P at the end of its first table, which must be played in their order. */
export function withCommands(file: BenchFile): BenchFile {
  const commands = ['-N LATE', '-I INPUT -s 192.0.2.99/32 -j DROP', '-P OUTPUT DROP'];
  const at = file.lines.indexOf('COMMIT');
  const lines = file.lines.toSpliced(at, 0, ...commands);
  const moved = (line: number) => (line < at ? line : line + commands.length);
  return {
    text: `${lines.join('\n')}\n`,
    lines,
    table: moved(file.table),
    chain: moved(file.chain),
    jump: moved(file.jump),
    rules: file.rules.map(moved),
  };
}
