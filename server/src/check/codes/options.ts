// Codes of options: unknown, repeated, missing, negated where that means nothing, and words that belong to none.

import type { Fault } from '../../ruleset/fault.ts';
import { makeKnown } from '../fixes/modules.ts';
import * as options from '../fixes/options.ts';
import { addNeededProtocol } from '../fixes/protocols.ts';
import { removeRepeats } from '../fixes/repeats.ts';
import { removeOutsideOption } from '../fixes/slips.ts';
import { placeStrayWords } from '../fixes/strays.ts';
import type { Declarations } from './declaration.ts';
import { didYouMean, list } from './names.ts';

export const OPTION_CODES = {
  'ambiguous-option': {
    means: 'An option is cut so short that it could be several.',
    fault: (about, fault) => `${about(0)} is cut too short: it could be ${list(fault.about.slice(1))}.`,
  },
  'conflicting-options': {
    means: 'Two options exclude each other.',
    fault: (about) => `${about(0)} cannot stand beside ${about(1)}.`,
    fixes: options.removeOption,
  },
  'double-negation': {
    means: 'Two ! stand in a row.',
    fault: () => 'There are two ! in a row; one negates the option behind it.',
    fixes: options.removeDoubleNegation,
  },
  'misplaced-option': {
    means: 'A value is joined to its option in a way that 1.8.9 reads otherwise.',
    fault: (about) =>
      about(2) === 'loads'
        ? `iptables 1.8.9 takes "${about(0)}" as the name of the interface. Put a blank between: ${about(0).slice(0, 2)} ${about(1)}.`
        : `iptables 1.8.9 takes "${about(0)}" as the value. Put a blank between the option and ${about(1)}.`,
    fixes: options.separateValue,
  },
  'missing-group': {
    means: 'A match or target needs one of several options, or takes only one of them.',
    fault: (about, fault) => {
      const names = fault.about.slice(2);
      if (about(1) === 'at-most-one') return `${about(0)} takes only one of ${list(names)}.`;
      if (about(1) === 'exactly-one') return `${about(0)} needs one of ${list(names)}, and only one.`;
      return `${about(0)} needs ${names.length > 1 ? 'one of ' : ''}${list(names)}.`;
    },
    fixes: options.addMissing,
  },
  'missing-option': {
    means: 'An option needs another one beside it.',
    fault: (about) => `${about(0)} needs ${about(1)} beside it.`,
  },
  'missing-required': {
    means: 'A match or target lacks an option that it needs.',
    fault: (about) => `${about(0)} needs ${about(1)}.`,
    fixes: options.addMissing,
  },
  'missing-value': {
    means: 'An option or command has no value.',
    fault: (about) => {
      switch (about(1)) {
        case 'two':
          return `${about(0)} takes two values.`;
        case 'policy':
          return '-P takes a chain and a policy: -P INPUT DROP.';
        case 'name':
          return '-E takes the old and the new name of a chain.';
        case 'number':
          return '-R takes a chain and the number of the rule to replace.';
        default:
          return `${about(0)} needs a value behind it.`;
      }
    },
    fixes: options.addValue,
  },
  'needs-protocol': {
    means: 'A match, a target or an option needs a protocol in the rule.',
    fault: (about, fault) => `${about(0)} needs ${list(fault.about.slice(1).map((name) => `-p ${name}`))} in the rule.`,
    fixes: addNeededProtocol,
  },
  'not-negatable': {
    means: 'A ! stands before what cannot be negated.',
    fault: (about) => `${about(0)} cannot be negated.`,
    fixes: options.removeNegation,
  },
  'old-negation': {
    means: 'A ! stands between an option and its value, as long ago.',
    fault: (about) => `The ! stands before the option: ! ${about(0)}.`,
    fixes: options.moveNegation,
    uncovers: true,
  },
  'option-twice': {
    means: 'An option is given twice that a rule takes once.',
    fault: (about) => `${about(0)} stands twice; a rule takes it once.`,
    fixes: removeRepeats,
  },
  'outside-option': {
    means: 'An option is for the command line and refused in a file.',
    fault: (about) =>
      about(0) === '--table'
        ? '-t is for the command line. In a file the line *filter (or *nat, *mangle, *raw, *security) chooses the table.'
        : `${about(0)} is for the command line and refused in a file.`,
    fixes: removeOutsideOption,
    uncovers: true,
  },
  'stray-negation': {
    means: 'A ! stands where nothing follows that it could negate.',
    fault: () => 'The ! has nothing behind it that it could negate.',
    fixes: options.removeNegation,
  },
  'stray-word': {
    means: 'A word belongs to no option.',
    fault: (about) => {
      if (about(1) === '--') return `Nothing may stand behind --, and "${about(0)}" does.`;
      return `"${about(0)}" belongs to no option.`;
    },
    fixes: placeStrayWords,
  },
  'unexpected-value': {
    means: 'A value is joined to an option that takes none.',
    fault: (about) => `${about(0)} takes no value.`,
    fixes: options.removeJoinedValue,
  },
  'unknown-extension': {
    means: 'There is no match or target of this name.',
    fault: (about, fault) => {
      const kind = about(0);
      if (about(2) === 'addon')
        return `The ${kind} ${about(1)} is not in iptables itself but in xtables-addons; it loads only where that is installed.`;
      return `There is no ${kind} called "${about(1)}".${didYouMean(fault.suggestions)}`;
    },
    uncovers: true,
  },
  'unknown-option': {
    means: 'An option is unknown, or its match or target is not loaded.',
    fault: (about, fault) => {
      const option = about(0);
      if (about(2) !== '') return `-m ${about(2)} has no ${option}; there it is called ${about(3)}.`;
      if (about(4) !== '')
        return `A line above makes ${about(4)} the name of a chain, and a jump to a chain takes no options such as ${option}.`;
      if (!fault.owners?.length) return `There is no option ${option} here.${didYouMean(fault.suggestions)}`;
      const ports = /^--(s|d|source-|destination-)port$/.test(option);
      if (ports && about(1) === '') return `${option} needs -p tcp or -p udp before it.`;
      if (ports)
        return `-p ${about(1)} has no ports, so ${option} does not fit. It needs -p tcp, -p udp, -p sctp or -p dccp.`;
      return `${option} belongs to ${owners(fault)}, which must stand before it.`;
    },
    fixes: makeKnown,
    uncovers: true,
  },
} as const satisfies Declarations;

/** The first few matches and targets that have an option: `-m tcp or -m udp`. */
function owners({ owners: all = [] }: Fault): string {
  return list(all.slice(0, 4).map(({ kind, name }) => `${kind === 'match' ? '-m' : '-j'} ${name}`));
}
