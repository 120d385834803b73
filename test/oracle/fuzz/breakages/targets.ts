// Owns the breaking of what is loaded: matches, targets, protocols.
import { type Breakage, named, onSpan, span, splice, word } from './spans.ts';

export const TARGET_BREAKAGES: Readonly<Record<string, Breakage>> = {
  'match-typo': onSpan(named('-m'), (rule, { at }) => splice(rule, at + 1, 1, `${word(rule, at + 1)}x`)),
  'match-upper': onSpan(named('-m'), (rule, { at }) => splice(rule, at + 1, 1, word(rule, at + 1).toUpperCase())),
  'match-removed': onSpan(named('-m'), (rule, { at }) => splice(rule, at, 2)),
  'match-twice': onSpan(named('-m'), (rule, { at }) => splice(rule, at, 0, '-m', word(rule, at + 1))),
  'match-last': onSpan(named('-m'), (rule, one) =>
    splice(splice(rule, one.at, 2), rule.words.length, 0, ...span(rule, one)),
  ),
  'match-other': onSpan(named('-m'), (rule, { at }, random, pool) =>
    splice(rule, at + 1, 1, random.pick(pool.all)?.name ?? 'tcp'),
  ),
  'match-added': (rule, random, pool) =>
    splice(rule, random.int(2, rule.words.length), 0, '-m', random.pick(pool.all)?.name ?? 'tcp'),
  'target-typo': onSpan(named('-j'), (rule, { at }) => splice(rule, at + 1, 1, `${word(rule, at + 1)}X`)),
  'target-lower': onSpan(named('-j'), (rule, { at }) => splice(rule, at + 1, 1, word(rule, at + 1).toLowerCase())),
  'target-removed': onSpan(named('-j'), (rule, { at }) => splice(rule, at, 2)),
  'target-other': onSpan(named('-j'), (rule, { at }, random, pool) =>
    splice(
      rule,
      at + 1,
      1,
      random.pick([
        'ACCEPT',
        'DROP',
        'QUEUE',
        'RETURN',
        'INPUT',
        'NOSUCH',
        'standard',
        random.pick(pool.all)?.name ?? 'LOG',
      ]),
    ),
  ),
  'target-last': onSpan(named('-j'), (rule, one) =>
    splice(splice(rule, one.at, 2), rule.words.length, 0, ...span(rule, one)),
  ),
  'target-first': onSpan(named('-j'), (rule, one) => splice(splice(rule, one.at, 2), 2, 0, ...span(rule, one))),
  'target-twice': (rule, random) =>
    splice(rule, random.int(2, rule.words.length), 0, '-j', random.pick(['ACCEPT', 'LOG', 'DROP'])),
  'target-goto': onSpan(named('-j'), (rule, { at }) => splice(rule, at, 1, '-g')),
  'protocol-removed': onSpan(named('-p'), (rule, { at }) => splice(rule, at, 2)),
  'protocol-last': onSpan(named('-p'), (rule, one) =>
    splice(splice(rule, one.at, 2), rule.words.length, 0, ...span(rule, one)),
  ),
  'protocol-twice': onSpan(named('-p'), (rule, one) => splice(rule, one.at, 0, ...span(rule, one))),
  'protocol-other': onSpan(named('-p'), (rule, { at }, random) =>
    splice(
      rule,
      at + 1,
      1,
      random.pick([
        'udp',
        'tcp',
        'all',
        '0',
        'icmp',
        'ipv6-icmp',
        'sctp',
        'udplite',
        'dccp',
        '6',
        '17',
        'esp',
        'TCP',
        'ICMPV6',
      ]),
    ),
  ),
  'protocol-added': (rule, random) =>
    splice(rule, random.int(2, rule.words.length), 0, '-p', random.pick(['tcp', 'udp', 'all', 'sctp'])),
};
