// What the literal of CT cannot say: a helper or timeout needs a protocol, and most helpers speak one only.

import type { ExtensionUse, UseCheck, UseFault } from '../schema.ts';

const TCP = 6;
const UDP = 17;

interface Helper {
  readonly protocols: readonly number[];
  readonly onlyIpv4?: boolean;
}

/** The helpers that Linux 6 brings along. Others come from user space. Source: a run of each with all protocols. */
const HELPERS: ReadonlyMap<string, Helper> = new Map([
  ['amanda', { protocols: [UDP] }],
  ['ftp', { protocols: [TCP] }],
  ['irc', { protocols: [TCP], onlyIpv4: true }],
  ['netbios-ns', { protocols: [UDP], onlyIpv4: true }],
  ['pptp', { protocols: [TCP], onlyIpv4: true }],
  ['Q.931', { protocols: [TCP] }],
  ['RAS', { protocols: [UDP] }],
  ['sane', { protocols: [TCP] }],
  ['sip', { protocols: [TCP, UDP] }],
  ['snmp', { protocols: [UDP], onlyIpv4: true }],
  ['tftp', { protocols: [UDP] }],
]);

function helperFault(use: ExtensionUse, name: string): string | undefined {
  const helper = HELPERS.get(name);
  if (!helper || use.protocol === undefined) return undefined;
  if (helper.onlyIpv4 && use.family === 6) return `The helper "${name}" only exists for IPv4.`;
  if (helper.protocols.includes(use.protocol)) return undefined;
  const names = helper.protocols.map((number) => (number === TCP ? 'tcp' : 'udp'));
  return `The helper "${name}" only reads ${names.join(' and ')}; write "-p ${names.join('" or "-p ')}".`;
}

/** With --notrack the kernel looks at nothing else. An empty name counts as none. */
export const check: UseCheck = (use) => {
  if (use.options.some((option) => option.name === '--notrack')) return [];
  return use.options.flatMap((option, index): readonly UseFault[] => {
    const text = option.values[0] ?? '';
    if (text === '' || (option.name !== '--helper' && option.name !== '--timeout')) return [];
    if (use.protocol === undefined || use.protocol === 0) {
      const message = `"${option.name}" needs a protocol; add one such as "-p tcp", not negated.`;
      return [{ message, option: index, ...(use.protocol === undefined ? { missing: true } : {}) }];
    }
    const message = option.name === '--helper' ? helperFault(use, text) : undefined;
    return message === undefined ? [] : [{ message, option: index, value: 0 }];
  });
};
