// How options and targets are said in a sentence about packets. An option that is not here is said by its words.

/** `{}` is the value, `{2}` the second of two; the second text is for a negated option. */
type Phrase = readonly [says: string, negated: string];

const CONDITIONS: Readonly<Record<string, Phrase>> = {
  '--source': ['from {}', 'from anywhere but {}'],
  '--destination': ['to {}', 'to anywhere but {}'],
  '--src-range': ['from {}', 'from anywhere but {}'],
  '--dst-range': ['to {}', 'to anywhere but {}'],
  '--source-port': ['from port {}', 'from any port but {}'],
  '--destination-port': ['to port {}', 'to any port but {}'],
  '--sport': ['from port {}', 'from any port but {}'],
  '--dport': ['to port {}', 'to any port but {}'],
  '--source-ports': ['from ports {}', 'from any ports but {}'],
  '--destination-ports': ['to ports {}', 'to any ports but {}'],
  '--sports': ['from ports {}', 'from any ports but {}'],
  '--dports': ['to ports {}', 'to any ports but {}'],
  '--ports': ['from or to ports {}', 'neither from nor to ports {}'],
  '--in-interface': ['that come in on {}', 'that do not come in on {}'],
  '--out-interface': ['that go out on {}', 'that do not go out on {}'],
  '--fragment': ['that are later fragments', 'that are no later fragments'],
  '--ctstate': ['in state {}', 'in any state but {}'],
  '--state': ['in state {}', 'in any state but {}'],
  '--icmp-type': ['of type {}', 'of any type but {}'],
  '--icmpv6-type': ['of type {}', 'of any type but {}'],
  '--syn': ['that open a connection (SYN)', 'that open no connection (SYN)'],
  '--tcp-flags': ['whose flags among {} are {2}', 'whose flags among {} are not {2}'],
  '--mac-source': ['from the hardware address {}', 'from any hardware address but {}'],
  '--match-set': ['in the set {}', 'not in the set {}'],
  '--limit': ['at a rate of at most {}', 'above a rate of {}'],
  '--limit-burst': ['after a first burst of {}', 'after a first burst of {}'],
  '--uid-owner': ['sent by user {}', 'sent by any user but {}'],
  '--gid-owner': ['sent by group {}', 'sent by any group but {}'],
  '--mark': ['with the mark {}', 'without the mark {}'],
  '--pkt-type': ['that are {}', 'that are not {}'],
};

/** The phrase of an option with its values. */
export function conditionPhrase(name: string, negated: boolean, values: readonly string[]): string | undefined {
  const phrase = (Object.hasOwn(CONDITIONS, name) ? CONDITIONS[name] : undefined)?.[negated ? 1 : 0];
  const [first = '', second = ''] = values;
  if (phrase?.includes('{2}')) return phrase.replace('{}', () => first).replace('{2}', () => second);
  return phrase?.replace('{}', () => values.join(' '));
}

/** A verb, and what follows the packets. */
interface Action {
  readonly verb: string;
  readonly end: string;
}

const TARGETS: Readonly<Record<string, Action>> = {
  ACCEPT: { verb: 'Accepts', end: '' },
  DROP: { verb: 'Drops', end: '' },
  RETURN: { verb: 'Sends', end: 'back to the calling chain' },
  QUEUE: { verb: 'Hands', end: 'to a program' },
  NFQUEUE: { verb: 'Hands', end: 'to a program' },
  REJECT: { verb: 'Rejects', end: '' },
  LOG: { verb: 'Logs', end: '' },
  NFLOG: { verb: 'Logs', end: 'for a program' },
  DNAT: { verb: 'Changes the destination of', end: '' },
  SNAT: { verb: 'Changes the source of', end: '' },
  MASQUERADE: { verb: 'Changes the source of', end: 'to the address of the interface they go out on' },
  REDIRECT: { verb: 'Redirects', end: 'to this machine' },
  MARK: { verb: 'Marks', end: '' },
  NOTRACK: { verb: 'Keeps', end: 'out of connection tracking' },
};

export function targetAction(name: string): Action {
  return (Object.hasOwn(TARGETS, name) ? TARGETS[name] : undefined) ?? { verb: `Applies ${name} to`, end: '' };
}

const TARGET_OPTIONS: Readonly<Record<string, string>> = {
  '--reject-with': 'with {}',
  '--log-prefix': 'with the prefix "{}"',
  '--nflog-prefix': 'with the prefix "{}"',
  '--log-level': 'at level {}',
  '--to-destination': 'to {}',
  '--to-source': 'to {}',
  '--to-ports': 'to port {}',
};

export function targetPhrase(name: string, value: string): string | undefined {
  return Object.hasOwn(TARGET_OPTIONS, name) ? TARGET_OPTIONS[name]?.replace('{}', () => value) : undefined;
}
