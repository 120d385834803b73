// Codes of chains: their lines and names, and what commands ask of those that are there or are not.

import type { TableName } from '../../vocabulary/schema.ts';
import * as chains from '../fixes/chains.ts';
import { removeTheLine } from '../fixes/slips.ts';
import { addPolicy } from '../fixes/tables.ts';
import type { Declarations } from './declaration.ts';
import { didYouMean, ownersOf } from './names.ts';

export const CHAIN_CODES = {
  'bad-chain-line': {
    means: 'A colon has no chain behind it.',
    says: () => 'The colon wants a chain and its policy behind it: :INPUT DROP [0:0].',
  },
  'bad-policy': {
    means: 'A built-in chain has something else than ACCEPT or DROP for its policy.',
    says: {
      called: (text: string, called: readonly string[]) =>
        `"${text}" is no policy; iptables says ${called.join(' or ')}.`,
      reject: (text: string) =>
        `"${text}" is no policy; a built-in chain has ACCEPT or DROP. To reject, set DROP and end the chain with a rule -j REJECT.`,
      other: (text: string) => `"${text}" is no policy; a built-in chain has ACCEPT or DROP.`,
    },
    fixes: chains.mendPolicy,
  },
  'borrowed-chain-name': {
    means: "A chain that no rule jumps to has the name of another table's built-in chain.",
    says: (table: string, name: string) =>
      `The table ${table} has no built-in chain ${name}; ${ownersOf(name)}. This makes a chain of one's own, and no rule jumps to it, so no packet comes there.`,
    fixes: chains.dropUnusedChain,
  },
  'chain-clashes-with-target': {
    means: 'A chain has the name of a target or verdict.',
    fault: (about) => `${about(0)} is the name of a target, and -N takes no such name for a chain. Choose another.`,
    says: (name: string) => `${name} is a verdict, and no chain may have its name.`,
    fixes: chains.avoidClash,
  },
  'chain-declared-later': {
    means: 'A line speaks of a chain that a line further down makes.',
    says: (name: string, line: number) =>
      `The chain ${name} does not exist yet: line ${line + 1} makes it, which must stand above.`,
    fixes: chains.declareEarlier,
  },
  'chain-exists': {
    means: 'A chain is made that is there already.',
    says: {
      declared: (name: string) => `The chain ${name} has a line above already.`,
      made: (name: string) => `A line above made the chain ${name} already.`,
      taken: (name: string) => `There is a chain ${name} already.`,
    },
    fixes: removeTheLine,
  },
  'chain-in-use': {
    means: 'A chain is deleted to which rules jump, or one that has rules.',
    says: {
      called: (name: string) => `Rules still jump to the chain ${name}; delete them first.`,
      kept: (name: string) => `A bare -F leaves the rules above in place; name the chain: -F ${name}.`,
      allKept: () => 'A bare -F leaves the rules above in place, so their chains are still in use.',
      someCalled: (name: string) =>
        `-X deletes every chain of one's own, and ${name} is still jumped to. Flush the table first: -F.`,
      someNotEmpty: (name: string) =>
        `-X deletes every chain of one's own, and ${name} still has rules. Flush the table first: -F.`,
    },
    fixes: removeTheLine,
  },
  'chain-name-start': {
    means: "A chain's name begins with a dash or an exclamation mark.",
    fault: (about) => `A chain's name may not begin with "${about(0)}".`,
    says: (name: string) => `A chain's name may not begin with "${name.charAt(0)}".`,
    fixes: chains.renameChain,
  },
  'chain-name-too-long': {
    means: "A chain's name has more than 28 bytes.",
    fault: (about) => `The chain's name has ${about(0)} bytes; at most 28 are allowed.`,
    says: () => "A chain's name has at most 28 bytes.",
    fixes: chains.renameChain,
  },
  'chain-not-empty': {
    means: 'A chain is deleted that still has rules.',
    says: (name: string) => `The chain ${name} still has rules; empty it first: -F ${name}.`,
    fixes: chains.emptyFirst,
  },
  'chain-not-made': {
    means: 'A command asks for a built-in chain that nft has not made at this point.',
    says: {
      one: (name: string) => `nft does not know the chain ${name} yet: add a line :${name} ACCEPT [0:0] above.`,
      deleted: () => 'nft wants to delete the built-in chains that a line above asks for, and has not made them.',
      reset: () => 'nft wants to reset the built-in chains that -L or -S showed, and has not made them.',
    },
    fixes: chains.writeChainLine,
  },
  'delete-builtin': {
    means: 'A built-in chain is deleted.',
    says: (name: string) => `${name} is built in and cannot be deleted.`,
    fixes: removeTheLine,
  },
  'missing-policy': {
    means: "A chain's line has no policy.",
    says: (wanted: string) => `The chain line has no policy: write ${wanted} behind the name.`,
    fixes: addPolicy,
  },
  'policy-on-user-chain': {
    means: 'A chain that is not built in has a policy.',
    says: {
      otherTable: (table: TableName, name: string) =>
        `The table ${table} has no built-in chain ${name}; ${ownersOf(name)}. Only built-in chains have a policy.`,
      line: (name: string, near: string | undefined) =>
        `Only built-in chains have a policy; ${name} takes -.${near === undefined ? '' : ` Did you mean the built-in chain ${near}?`}`,
      command: (name: string) => `Only built-in chains have a policy, and ${name} is none.`,
    },
    fixes: chains.dropPolicy,
  },
  'rename-builtin': {
    means: 'A built-in chain is renamed.',
    says: (name: string) => `${name} is built in and cannot be renamed.`,
    fixes: removeTheLine,
  },
  'rename-fails-on-nft': {
    means: 'A chain is renamed that the same file makes.',
    says: () => 'iptables-nft cannot rename a chain that the same file makes.',
  },
  'standard-taken': {
    means: 'A chain is called "standard", which the loader looks up for every verdict.',
    fault: () =>
      'A line above makes "standard" the name of a chain, and the loader then finds none of its verdicts. Give the chain another name.',
  },
  'unknown-chain': {
    means: 'A command names a chain that its table does not have.',
    says: {
      /** `fitting`: the tables with such a chain that take the rule; `own`: the chains of this table that do. */
      otherTable: (table: TableName, name: string, fitting: readonly TableName[], own: readonly string[]) => {
        const [only, ...others] = fitting;
        const start = `The table ${table} has no chain ${name}`;
        if (only !== undefined && others.length === 0) return `${start}: this rule belongs in the table ${only}.`;
        if (only === undefined && own.length > 0) return `${start}, and this rule works in ${own.join(', ')}.`;
        return `${start}; ${ownersOf(name)}.`;
      },
      missing: (table: string, name: string, suggestions: readonly string[]) =>
        `The table ${table} has no chain "${name}".${didYouMean(suggestions) || ` Make it by a line :${name} - [0:0] above.`}`,
    },
    fixes: chains.findChain,
  },
  'unknown-target': {
    means: 'A jump leads to a name that is neither a target nor a chain of the table.',
    says: {
      taken: (name: string, line: number) =>
        `Line ${line + 1} makes ${name} the name of a chain, so it is no target any more in this file, and this table has no such chain.`,
      case: (name: string) => `"${name}" is no target: names are case sensitive, ${name.toUpperCase()} is meant.`,
      called: (name: string, called: readonly string[]) =>
        `"${name}" is neither a target nor a chain of this table; iptables says ${called.join(' or ')}.`,
      missing: (name: string, isGoto: boolean, suggestions: readonly string[]) => {
        const what = isGoto ? 'no chain' : 'neither a target nor a chain';
        const make = ` A chain of one's own is made by a line :${name} - [0:0] above.`;
        return `"${name}" is ${what} of this table.${didYouMean(suggestions) || make}`;
      },
    },
    fixes: chains.findChain,
  },
} as const satisfies Declarations;
