// Extensions that are not part of iptables but that people have: those of the xtables-addons project.
// Source: the list of modules in the project's own manual page, xtables-addons(8).

const ADDONS: ReadonlySet<string> = new Set([
  'ACCOUNT',
  'CHAOS',
  'DELUDE',
  'DHCPMAC',
  'DNETMAP',
  'ECHO',
  'ILIMIT',
  'IPMARK',
  'LOGMARK',
  'PROTO',
  'RAWDNAT',
  'RAWSNAT',
  'STEAL',
  'SYSRQ',
  'TARPIT',
  'asn',
  'condition',
  'dhcpmac',
  'fuzzy',
  'geoip',
  'gradm',
  'iface',
  'ipp2p',
  'ipv4options',
  'length2',
  'lscan',
  'pknock',
  'psd',
  'quota2',
]);

/** The project that has an extension of this name, undefined for none that is known. */
export function addonOf(name: string): string | undefined {
  return ADDONS.has(name) ? 'xtables-addons' : undefined;
}
