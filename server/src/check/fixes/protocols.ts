// Rules that need a protocol: -p put in, moved to the front, or changed.

import type { Fix, Fixer } from '../fix.ts';
import { type RuleLine, ruleLine, type Stretch } from './rule-line.ts';

const SYN_FLAGS = '--tcp-flags SYN,RST SYN';

/** Puts -p with each of some protocols before a stretch; moves one that stands behind it; changes one that does not fit. */
export function withProtocol(rule: RuleLine, place: Stretch, protocols: readonly string[]): Fix[] {
  const present = rule.generic('p');
  if (!present) {
    return protocols.map(
      (protocol, i): Fix => ({
        title: `Add -p ${protocol}`,
        edits: [rule.before(place, `-p ${protocol}`)],
        preferred: i === 0,
      }),
    );
  }
  const written = rule.raw(present);
  if (present.start > place.start) {
    const edits = [rule.before(place, written), rule.without(present)];
    return [
      {
        title: `Move ${written} before ${rule.word(place.last > place.first ? place.first : place.last)}`,
        edits,
        preferred: true,
        safe: true,
      },
    ];
  }
  const isNegated = rule.word(present.first) === '!';
  const columns = isNegated ? present : rule.valueColumns(present.last);
  return protocols.map(
    (protocol, i): Fix => ({
      title: `Change to -p ${protocol}`,
      edits: [rule.replace(columns, isNegated ? `-p ${protocol}` : protocol)],
      preferred: i === 0,
    }),
  );
}

/** -m tcp, TCPMSS and others that the kernel takes with some protocols alone. */
export const addNeededProtocol: Fixer = (file, { line, start }) => {
  const rule = ruleLine(file, line);
  const word = rule.wordAt(start);
  const { reading } = rule;
  const use = rule.useAt(word);
  const instance = reading.instances.find((one) => one.word === word && !one.implicit) ?? use?.instance;
  if (!instance) return [];
  const { extension } = instance.known;
  const protocols = (extension.protocols ?? []).slice(0, 2);
  const place = rule.naming(instance.word);
  if (extension.name === 'TCPMSS' && !reading.has('p'))
    return [
      {
        title: `Add -p tcp and ${SYN_FLAGS}`,
        edits: [rule.before(place, `-p tcp -m tcp ${SYN_FLAGS}`)],
        preferred: true,
      },
    ];
  const fixes: Fix[] = [];
  if (extension.kind === 'match' && protocols.length === 1 && reading.protocolName !== undefined) {
    const columns = reading.columns(instance.word);
    const other = reading.protocolName;
    fixes.push({ title: `Change to -m ${other}`, edits: [rule.replace(columns, other)], preferred: true });
  }
  fixes.push(...withProtocol(rule, place, protocols));
  const present = rule.generic('p');
  if (present && present.start > place.start)
    for (const protocol of protocols) {
      const edits = [rule.before(place, `-p ${protocol}`), rule.without(present)];
      fixes.push({ title: `Change to -p ${protocol} and move it before`, edits });
    }
  return fixes.map((fix, i) => ({ ...fix, preferred: i === 0 }));
};

/** TCPMSS without SYN. */
export const addSynFlags: Fixer = (file, { line }) => {
  const rule = ruleLine(file, line);
  const { reading } = rule;
  const target = rule.generic('j');
  if (!target) return [];
  const flags = reading.uses.find(
    (use) => SYN_OPTIONS.has(optionOf(use)) && use.instance.known.extension.name === 'tcp',
  );
  if (flags) return [{ title: `Change to ${SYN_FLAGS}`, edits: [rule.replace(rule.option(flags.word), SYN_FLAGS)] }];
  const tcp = reading.instances.find(({ known, implicit }) => known.extension.name === 'tcp' && !implicit);
  if (tcp) {
    const edits = [rule.behind(tcp.word, SYN_FLAGS)];
    return [{ title: `Add ${SYN_FLAGS}`, edits, preferred: true }];
  }
  if (reading.protocolName !== 'tcp' && reading.has('p')) return [];
  const protocol = reading.has('p') ? '' : '-p tcp ';
  const edits = [rule.before(target, `${protocol}-m tcp ${SYN_FLAGS}`)];
  return [{ title: `Add ${SYN_FLAGS}`, edits, preferred: true }];
};

const SYN_OPTIONS: ReadonlySet<string> = new Set(['--syn', '--tcp-flags']);

function optionOf({ instance, slot }: { instance: RuleLine['reading']['instances'][number]; slot: number }): string {
  return instance.known.extension.options[slot]?.name ?? '';
}

/** What an extension's own check finds: a TCP reset, a NAT port or a list of ports without its protocol. */
export const mendUse: Fixer = (file, { line, start }) => {
  const rule = ruleLine(file, line);
  const word = rule.wordAt(start);
  const use = rule.useAt(word);
  if (!use) return [];
  const { kind, name } = use.instance.known.extension;
  if (name === 'REJECT') return rejectReset(rule, use.valueWords[0] ?? word);
  const isPorts = name === 'multiport' || (kind === 'target' && /^--to-|^--to$/.test(optionOf(use)));
  if (!isPorts) return [];
  return withProtocol(rule, rule.naming(use.instance.word), ['tcp', 'udp']);
};

/** `--reject-with tcp-reset` answers TCP alone: add that, or answer as for any protocol. */
function rejectReset(rule: RuleLine, word: number): Fix[] {
  const { reading } = rule;
  const answer = reading.family === 4 ? 'icmp-port-unreachable' : 'icmp6-port-unreachable';
  const other: Fix = {
    title: `Change to ${answer}`,
    edits: [rule.replace(rule.valueColumns(word), answer)],
  };
  const target = rule.generic('j');
  // -p all says as little as no -p; with another protocol it is the answer that is wrong.
  const isOpen = !reading.has('p') || (reading.protocol === 0 && !reading.option('p')?.negated);
  const fixes = target && isOpen ? [...withProtocol(rule, target, ['tcp']), other] : [other];
  return fixes.map((fix, i) => ({ ...fix, preferred: i === 0 }));
}
