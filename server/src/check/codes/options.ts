// Codes of options: unknown, repeated, missing, negated where that means nothing, and unexpected words.

import type { Fault } from '../../ruleset/fault.ts';
import { quoted } from '../../vocabulary/values/quoted.ts';
import { makeKnown } from '../fixes/modules.ts';
import * as options from '../fixes/options.ts';
import { addNeededProtocol } from '../fixes/protocols.ts';
import { removeRepeats } from '../fixes/repeats.ts';
import { removeOutsideOption } from '../fixes/slips.ts';
import { placeStrayWords } from '../fixes/strays.ts';
import type { Declarations } from './declaration.ts';
import { didYouMean, quotedList } from './names.ts';

export const OPTION_CODES = {
  'ambiguous-option': {
    means: 'An abbreviated option is ambiguous.',
    fault: (about, fault) => `${quoted(about(0))} is ambiguous: it could be ${quotedList(fault.about.slice(1))}.`,
  },
  'conflicting-options': {
    means: 'Two options cannot be combined.',
    fault: (about) => `${quoted(about(0))} cannot be combined with ${quoted(about(1))}.`,
    fixes: options.removeOption,
  },
  'double-negation': {
    means: 'There are two ! in a row.',
    fault: () => 'Unexpected second "!": one is enough to negate the option after it.',
    fixes: options.removeDoubleNegation,
  },
  'misplaced-option': {
    means: 'A value is joined to its option in a way that iptables 1.8.9 reads differently.',
    fault: (about) =>
      about(2) === 'loads'
        ? `iptables 1.8.9 reads ${quoted(about(0))} as the name of the interface. Write ${quoted(`${about(0).slice(0, 2)} ${about(1)}`)}.`
        : `iptables 1.8.9 reads ${quoted(about(0))} as the value. Put a space between the option and ${quoted(about(1))}.`,
    fixes: options.separateValue,
  },
  'missing-group': {
    means: 'A match or target needs one of several options, or takes only one of them.',
    fault: (about, fault) => {
      const names = fault.about.slice(2);
      const owner = quoted(about(0));
      if (about(1) === 'at-most-one') return `${owner} takes only one of ${quotedList(names)}.`;
      if (about(1) === 'exactly-one') return `${owner} needs exactly one of ${quotedList(names)}.`;
      return `${owner} needs ${names.length > 1 ? 'one of ' : ''}${quotedList(names)}.`;
    },
    fixes: options.addMissing,
  },
  'missing-option': {
    means: 'An option needs another one.',
    fault: (about, fault) => `${quoted(about(0))} needs ${quotedList(fault.about.slice(1), 'and')}.`,
  },
  'missing-required': {
    means: 'A match or target lacks an option that it needs.',
    fault: (about, fault) => `${quoted(about(0))} needs ${quotedList(fault.about.slice(1), 'and')}.`,
    fixes: options.addMissing,
  },
  'missing-value': {
    means: 'An option or command has no value.',
    fault: (about) => {
      switch (about(1)) {
        case 'two':
          return `${quoted(about(0))} takes two values.`;
        case 'policy':
          return '"-P" takes a chain and a policy, such as "-P INPUT DROP".';
        case 'name':
          return '"-E" takes the old and the new name of a chain.';
        case 'number':
          return '"-R" takes a chain and the number of the rule to replace.';
        default:
          return `${quoted(about(0))} needs a value.`;
      }
    },
    fixes: options.addValue,
  },
  'needs-protocol': {
    means: 'A match, target or option needs a protocol in the rule.',
    fault: (about, fault) =>
      `${quoted(about(0))} needs ${quotedList(fault.about.slice(1).map((name) => `-p ${name}`))} in the rule.`,
    fixes: addNeededProtocol,
  },
  'not-negatable': {
    means: 'An option is negated that cannot be negated.',
    fault: (about) => `${quoted(about(0))} cannot be negated.`,
    fixes: options.removeNegation,
  },
  'old-negation': {
    means: 'A ! is between an option and its value, as in old versions.',
    fault: (about) => `The "!" must come before the option. Write ${quoted(`! ${about(0)}`)}.`,
    fixes: options.moveNegation,
    uncovers: true,
  },
  'option-twice': {
    means: 'An option is repeated that a rule takes once.',
    fault: (about) => `${quoted(about(0))} is repeated; a rule takes it once.`,
    fixes: removeRepeats,
  },
  'outside-option': {
    means: 'An option is only for the command line.',
    fault: (about) =>
      about(0) === '--table'
        ? '"-t" is only for the command line. In a file, a line such as *filter or *nat chooses the table.'
        : `${quoted(about(0))} is only for the command line and refused in a file.`,
    fixes: removeOutsideOption,
    uncovers: true,
  },
  'stray-negation': {
    means: 'A ! has nothing to negate.',
    fault: () => 'Unexpected "!": there is no option after it to negate.',
    fixes: options.removeNegation,
  },
  'stray-word': {
    means: 'A word is unexpected: no option takes it.',
    fault: (about) => {
      if (about(1) === '--') return `Unexpected word ${quoted(about(0))} after "--".`;
      return `Unexpected word ${quoted(about(0))}.`;
    },
    fixes: placeStrayWords,
  },
  'unexpected-value': {
    means: 'A value is joined to an option that takes none.',
    fault: (about) => `${quoted(about(0))} takes no value.`,
    fixes: options.removeJoinedValue,
  },
  'unknown-extension': {
    means: 'A match or target is unknown.',
    fault: (about, fault) => {
      const kind = about(0);
      if (about(2) === 'addon')
        return `The ${kind} ${quoted(about(1))} is not part of iptables but of xtables-addons, and only loads where that is installed.`;
      return `Unknown ${kind} ${quoted(about(1))}.${didYouMean(fault.suggestions)}`;
    },
    uncovers: true,
  },
  'unknown-option': {
    means: 'An option is unknown, or its match or target is not loaded.',
    fault: (about, fault) => {
      const option = quoted(about(0));
      if (about(2) !== '') return `${quoted(`-m ${about(2)}`)} has no option ${option}. Use ${quoted(about(3))}.`;
      if (about(4) !== '')
        return `Unknown option ${option}: a line above uses ${quoted(about(4))} as the name of a chain, and jumps to chains take no options.`;
      if (!fault.owners?.length) return `Unknown option ${option}.${didYouMean(fault.suggestions)}`;
      const ports = /^--(s|d|source-|destination-)port$/.test(about(0));
      if (ports && about(1) === '') return `${option} needs "-p tcp" or "-p udp" before it.`;
      if (ports)
        return `${option} needs a protocol with ports, and ${quoted(about(1))} has none. Use "-p tcp", "-p udp", "-p sctp" or "-p dccp".`;
      return `${option} needs ${owners(fault)} before it.`;
    },
    fixes: makeKnown,
    uncovers: true,
  },
} as const satisfies Declarations;

/** The first few matches and targets that have an option: `-m tcp or -m udp`. */
function owners({ owners: all = [] }: Fault): string {
  return quotedList(all.slice(0, 4).map(({ kind, name }) => `${kind === 'match' ? '-m' : '-j'} ${name}`));
}
