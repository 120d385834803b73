// What each fault of a command says to people: what is wrong, and what is allowed.

import type { Fault, FaultCode } from '../ruleset/fault.ts';
import type { Family } from '../vocabulary/schema.ts';

type Say = (about: (index: number) => string, fault: Fault, family: Family) => string;

function list(names: readonly string[], word: 'or' | 'and' = 'or'): string {
  if (names.length <= 1) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`;
}

function owners(fault: Fault): string {
  const names = (fault.owners ?? []).map((e) => `${e.kind === 'match' ? '-m' : '-j'} ${e.name}`);
  return list(names.slice(0, 4));
}

const SAY: Readonly<Record<FaultCode, Say>> = {
  'ambiguous-option': (about, fault) => `${about(0)} is cut too short: it could be ${list(fault.about.slice(1))}.`,
  'bad-counters': (about) => {
    switch (about(0)) {
      case 'no-bracket':
        return 'The counters have no ]: write [packets:bytes] in front of the command, or leave them out.';
      case 'no-colon':
        return 'Counters are two numbers with a colon: [packets:bytes].';
      case '-c':
        return '-c takes two numbers: packets and bytes.';
      default:
        return `"${about(1)}" is no number of ${about(0)}.`;
    }
  },
  'bad-rule-number': (about) =>
    about(1) === ''
      ? `"${about(0)}" is no rule number; the first rule of a chain is 1.`
      : `The chain comes first and the number behind it: ${about(0)} ${about(1)}.`,
  'bad-use': (about) => about(0),
  'bad-value': (about) => about(0),
  'blank-in-list': (about) => {
    switch (about(1)) {
      case 'interface':
        return 'An interface stands alone here and not in a list: write a rule for each.';
      case 'protocol':
        return `A rule has one protocol: write a rule for each of ${about(0).replaceAll(',', ', ')}.`;
      case '--dport':
      case '--sport':
        return `${about(1)} takes one port. For several write -m multiport ${about(1)}s ${about(0)}.`;
      default:
        return `A list has commas and no blanks: write ${about(0)}.`;
    }
  },
  'carriage-return': () =>
    'The line ends in a carriage return (CR LF), which the loader takes as a part of the last word. End lines with LF alone.',
  'chain-clashes-with-target': (about) =>
    `${about(0)} is the name of a target, and -N takes no such name for a chain. Choose another.`,
  'chain-name-start': (about) => `A chain's name may not begin with "${about(0)}".`,
  'chain-name-too-long': (about) => `The chain's name has ${about(0)} bytes; at most 28 are allowed.`,
  'command-missing': () => 'The line has no command. A rule begins with one, such as -A INPUT.',
  'commit-not-alone': () => 'COMMIT stands alone on its line, in capitals, with nothing before or behind it.',
  'command-twice': (about) => `${about(0)} cannot stand beside ${about(1)}: a line holds one command.`,
  'conflicting-options': (about) => `${about(0)} cannot stand beside ${about(1)}.`,
  'double-negation': () => 'There are two ! in a row; one negates the option behind it.',
  'drop-in-nat': () =>
    'DROP is not allowed in the nat table, which is not for filtering. Drop in filter, or in mangle before routing.',
  'fragment-in-ipv6': () => '-f exists only in IPv4; in IPv6 use -m frag.',
  'indented-comment': () =>
    'A comment begins in the first column; with blanks before it the loader reads it as a rule and refuses it.',
  'indented-line': (about) => `${about(0)} must begin in the first column.`,
  'input-interface-in-output': (about) =>
    `${about(0)} is not allowed in ${about(1)}: outgoing packets have not come in anywhere. Use -o.`,
  'line-continuation': () =>
    'A \\ at the end joins lines in a shell and not here, where a rule is one line. Put the rule on one line.',
  'line-too-long': () =>
    'The loader reads at most 10239 bytes of a line and takes what follows, from here on, for another line.',
  'misplaced-option': (about) =>
    about(2) === 'loads'
      ? `iptables 1.8.9 takes "${about(0)}" as the name of the interface. Put a blank between: ${about(0).slice(0, 2)} ${about(1)}.`
      : `iptables 1.8.9 takes "${about(0)}" as the value. Put a blank between the option and ${about(1)}.`,
  'missing-group': (about, fault) => {
    const names = fault.about.slice(2);
    if (about(1) === 'at-most-one') return `${about(0)} takes only one of ${list(names)}.`;
    if (about(1) === 'exactly-one') return `${about(0)} needs one of ${list(names)}, and only one.`;
    return `${about(0)} needs ${names.length > 1 ? 'one of ' : ''}${list(names)}.`;
  },
  'missing-jump': (about) =>
    about(0) === about(1)
      ? `The -j is missing: write -j ${about(1)}.`
      : `"${about(0)}" belongs to no option; if it says what to do with the packet, write -j ${about(1)}.`,
  'missing-option': (about) => `${about(0)} needs ${about(1)} beside it.`,
  'missing-required': (about) => `${about(0)} needs ${about(1)}.`,
  'missing-value': (about) => {
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
  'needs-protocol': (about, fault) =>
    `${about(0)} needs ${list(fault.about.slice(1).map((name) => `-p ${name}`))} in the rule.`,
  'negated-list': (about) =>
    about(1) === 'beside'
      ? `A list behind ${about(0)} cannot stand beside a negated address. Write a rule for each address of the list.`
      : `! ${about(0)} takes one address, not several. Exclude the others with -m iprange ! --${about(0) === '-s' ? 'src' : 'dst'}-range, or use an ipset.`,
  'never-matches': (about) => `! ${about(0)} ${about(1)} never matches, since ${about(1)} is every address.`,
  'not-negatable': (about) => `${about(0)} cannot be negated.`,
  'old-negation': (about) => `The ! stands before the option: ! ${about(0)}.`,
  'option-not-in-version': (about) => `${about(0)} is not known before iptables ${about(1)}.`,
  'option-twice': (about) => `${about(0)} stands twice; a rule takes it once.`,
  'option-with-command': (about) => `${about(0)} cannot stand with ${about(1)}.`,
  'outside-option': (about) =>
    about(0) === '--table'
      ? '-t is for the command line. In a file the line *filter (or *nat, *mangle, *raw, *security) chooses the table.'
      : `${about(0)} is for the command line and refused in a file.`,
  'output-interface-in-input': (about) =>
    `${about(0)} is not allowed in ${about(1)}: the packet has no way out yet. Use -i.`,
  'removed-from-linux': (about) => {
    const refusers = about(3) === 'some' ? 'newer kernels refuse this rule' : 'no current kernel loads this rule';
    return `Linux dropped ${about(0)} in ${about(1)}, so ${refusers}. Use ${about(2)} instead.`;
  },
  'replace-needs-one-address': () => '-R replaces one rule, so it takes one address.',
  'program-name': (about) => `A rules file holds no shell commands: leave out "${about(0)}".`,
  'single-dash': (about) => `A long option begins with two dashes: ${about(0)}.`,
  'single-quotes': (about) =>
    `Only double quotes hold words together here, a ' is a letter like any other: write ${about(0)}.`,
  'standard-taken': () =>
    'A line above makes "standard" the name of a chain, and the loader then finds none of its verdicts. Give the chain another name.',
  'stray-negation': () => 'The ! has nothing behind it that it could negate.',
  'stray-word': (about) => {
    if (about(1) === '--') return `Nothing may stand behind --, and "${about(0)}" does.`;
    return `"${about(0)}" belongs to no option.`;
  },
  'syn-flags-missing': () =>
    'TCPMSS works on SYN packets only, so the rule must say so: -p tcp -m tcp --tcp-flags SYN,RST SYN.',
  'target-name': (about) =>
    about(0) === ''
      ? 'The name of the target is empty.'
      : 'The name of a target or chain has at most 28 bytes and no blanks.',
  'trailing-comment': () =>
    'A comment cannot follow a rule: # is special only in the first column. Put it on a line of its own.',
  'unexpected-value': (about) => `${about(0)} takes no value.`,
  'unknown-extension': (about, fault) => {
    const kind = about(0);
    if (about(2) === 'addon')
      return `The ${kind} ${about(1)} is not in iptables itself but in xtables-addons; it loads only where that is installed.`;
    return `There is no ${kind} called "${about(1)}".${didYouMean(fault)}`;
  },
  'unknown-option': (about, fault) => {
    const from = owners(fault);
    const option = about(0);
    if (about(2) !== '') return `-m ${about(2)} has no ${option}; there it is called ${about(3)}.`;
    if (about(4) !== '')
      return `A line above makes ${about(4)} the name of a chain, and a jump to a chain takes no options such as ${option}.`;
    if (from === '') return `There is no option ${option} here.${didYouMean(fault)}`;
    const ports = /^--(s|d|source-|destination-)port$/.test(option);
    if (ports && about(1) === '') return `${option} needs -p tcp or -p udp before it.`;
    if (ports)
      return `-p ${about(1)} has no ports, so ${option} does not fit. It needs -p tcp, -p udp, -p sctp or -p dccp.`;
    return `${option} belongs to ${from}, which must stand before it.`;
  },
  'unquoted-text': (about) => `A text with blanks needs double quotes: write ${about(0)}.`,
  'unterminated-quote': () => 'The " is never closed, so the rest of the line, the line break included, is one word.',
  'verdict-not-everywhere': (about) => `The verdict ${about(0)} does not load everywhere.`,
  'word-too-long': (about) => `The word has ${about(0)} bytes; at most ${about(1)} are allowed.`,
  'too-many-words': (about) => `The line has ${about(0)} words; at most ${about(1)} are allowed.`,
  'wrong-character': (about) =>
    `${about(0)} is ${about(1)}, as word processors and web pages write it; the loader wants ${about(2)}.`,
  'wrong-family-icmp': (about, _, family) => {
    const own = family === 4 ? 'icmp' : 'ipv6-icmp';
    const other = family === 4 ? 6 : 4;
    return `${about(0)} is the ICMP of IPv${other}, and IPv${family} packets do not carry it. Use ${own}.`;
  },
  'wrong-family-extension': (about) => `The ${about(0)} ${about(1)} exists only for IPv${about(2)}.`,
};

function didYouMean(fault: Fault): string {
  const best = fault.suggestions?.[0];
  return best === undefined ? '' : ` Did you mean ${best}?`;
}

/** The sentence for a fault. */
export function sayFault(fault: Fault, family: Family): string {
  return SAY[fault.code]((index) => fault.about[index] ?? '', fault, family);
}
