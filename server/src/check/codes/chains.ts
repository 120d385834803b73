// Codes of chains: their lines and names, and what commands ask of those that are there or are not.

import type { TableName } from '../../vocabulary/schema.ts';
import { quoted } from '../../vocabulary/values/quoted.ts';
import * as chains from '../fixes/chains.ts';
import { removeTheLine } from '../fixes/slips.ts';
import { addPolicy } from '../fixes/tables.ts';
import type { Declarations } from './declaration.ts';
import { didYouMean, ownersOf, quotedList } from './names.ts';

export const CHAIN_CODES = {
  'bad-chain-line': {
    means: 'A chain line has no chain.',
    says: () => 'The chain and its policy after ":" are missing. Write a line such as :INPUT DROP [0:0].',
  },
  'bad-policy': {
    means: 'The policy of a built-in chain is neither ACCEPT nor DROP.',
    says: {
      called: (text: string, called: readonly string[]) =>
        `${quoted(text)} is not a policy. Use ${quotedList(called)}.`,
      reject: (text: string) =>
        `${quoted(text)} is not a policy. To reject packets, set the policy "DROP" and end the chain with a rule "-j REJECT".`,
      other: (text: string) => `${quoted(text)} is not a policy. Built-in chains take "ACCEPT" or "DROP".`,
    },
    fixes: chains.mendPolicy,
  },
  'borrowed-chain-name': {
    means: "An unused user-defined chain has the name of another table's built-in chain.",
    says: (table: string, name: string) =>
      `The table ${quoted(table)} has no built-in chain ${quoted(name)}; ${ownersOf(name)}. This creates a user-defined chain that no rule jumps to, so it never sees a packet.`,
    fixes: chains.dropUnusedChain,
  },
  'chain-clashes-with-target': {
    means: 'A chain has the name of a target or verdict.',
    fault: (about) =>
      `${quoted(about(0))} is the name of a target, which "-N" refuses as a chain name. Choose another name.`,
    says: (name: string) => `${quoted(name)} is a verdict and cannot be the name of a chain. Choose another name.`,
    fixes: chains.avoidClash,
  },
  'chain-declared-later': {
    means: 'A chain is used above the line that creates it.',
    says: (name: string, line: number) =>
      `The chain ${quoted(name)} does not exist yet: line ${line + 1} creates it. Move that line up.`,
    fixes: chains.declareEarlier,
  },
  'chain-exists': {
    means: 'A chain is created that already exists.',
    says: {
      declared: (name: string) => `The chain ${quoted(name)} is already declared above.`,
      made: (name: string) => `The chain ${quoted(name)} is already created by a line above.`,
      taken: (name: string) => `The chain ${quoted(name)} already exists.`,
    },
    fixes: removeTheLine,
  },
  'chain-in-use': {
    means: 'A chain is deleted that rules still jump to, or that still has rules.',
    says: {
      called: (name: string) =>
        `The chain ${quoted(name)} cannot be deleted: rules still jump to it. Delete them first.`,
      kept: (name: string) =>
        `"-F" without a chain keeps the rules above, so the chain is still in use. Write ${quoted(`-F ${name}`)}.`,
      allKept: () => '"-F" without a chain keeps the rules above, so their chains are still in use.',
      someCalled: (name: string) =>
        `"-X" deletes all user-defined chains, but rules still jump to ${quoted(name)}. Flush the table first with "-F".`,
      someNotEmpty: (name: string) =>
        `"-X" deletes all user-defined chains, but ${quoted(name)} still has rules. Flush the table first with "-F".`,
    },
    fixes: removeTheLine,
  },
  'chain-name-start': {
    means: 'The name of a chain starts with a dash or an exclamation mark.',
    fault: (about) => `Chain names cannot start with ${quoted(about(0))}.`,
    says: (name: string) => `Chain names cannot start with ${quoted(name.charAt(0))}.`,
    fixes: chains.renameChain,
  },
  'chain-name-too-long': {
    means: 'The name of a chain has more than 28 bytes.',
    fault: (about) => `The name of the chain has ${about(0)} bytes; at most 28 are allowed.`,
    says: () => 'The name of the chain is too long; at most 28 bytes are allowed.',
    fixes: chains.renameChain,
  },
  'chain-not-empty': {
    means: 'A chain is deleted that still has rules.',
    says: (name: string) => `The chain ${quoted(name)} still has rules. Empty it first with ${quoted(`-F ${name}`)}.`,
    fixes: chains.emptyFirst,
  },
  'chain-not-made': {
    means: 'A command needs a built-in chain that nft has not created yet.',
    says: {
      one: (name: string) =>
        `nft has not created the chain ${quoted(name)} yet. Add a line :${name} ACCEPT [0:0] above.`,
      deleted: () => 'nft tries to delete built-in chains that a line above needs, but has not created them.',
      reset: () => 'nft tries to reset the built-in chains that "-L" or "-S" listed, but has not created them.',
    },
    fixes: chains.writeChainLine,
  },
  'delete-builtin': {
    means: 'A built-in chain is deleted.',
    says: (name: string) => `The chain ${quoted(name)} is built-in and cannot be deleted.`,
    fixes: removeTheLine,
  },
  'missing-policy': {
    means: 'A chain line has no policy.',
    says: (wanted: string) => `The policy of the chain is missing. Write ${wanted} after the name.`,
    fixes: addPolicy,
  },
  'policy-on-user-chain': {
    means: 'A user-defined chain has a policy.',
    says: {
      otherTable: (table: TableName, name: string) =>
        `The table ${quoted(table)} has no built-in chain ${quoted(name)}; ${ownersOf(name)}. Only built-in chains have a policy.`,
      line: (name: string, near: string | undefined) =>
        `Only built-in chains have a policy. Write "-" for ${quoted(name)}.${didYouMean(near === undefined ? [] : [near])}`,
      command: (name: string) => `Only built-in chains have a policy, and ${quoted(name)} is not built-in.`,
    },
    fixes: chains.dropPolicy,
  },
  'rename-builtin': {
    means: 'A built-in chain is renamed.',
    says: (name: string) => `The chain ${quoted(name)} is built-in and cannot be renamed.`,
    fixes: removeTheLine,
  },
  'rename-fails-on-nft': {
    means: 'A chain is renamed that the same file creates.',
    says: () => 'iptables-nft cannot rename a chain that the same file creates. Create it with the new name.',
  },
  'standard-taken': {
    means: 'A chain is called "standard", the name that the loader looks up for every verdict.',
    fault: () => 'A chain named "standard" keeps the loader from finding verdicts such as "ACCEPT". Rename the chain.',
  },
  'unknown-chain': {
    means: 'A command uses a chain that its table does not have.',
    says: {
      /** `fitting`: the tables with such a chain that take the rule; `own`: the chains of this table that do. */
      otherTable: (table: TableName, name: string, fitting: readonly TableName[], own: readonly string[]) => {
        const [only, ...others] = fitting;
        const start = `The table ${quoted(table)} has no chain ${quoted(name)}`;
        if (only !== undefined && others.length === 0)
          return `${start}. This rule belongs in the table ${quoted(only)}.`;
        if (only === undefined && own.length > 0) return `${start}. This rule works in ${quotedList(own)}.`;
        return `${start}; ${ownersOf(name)}.`;
      },
      missing: (table: TableName | undefined, name: string, suggestions: readonly string[]) =>
        `${table ? `The table ${quoted(table)}` : 'This table'} has no chain ${quoted(name)}.${didYouMean(suggestions) || ` To create it, add a line :${name} - [0:0] above.`}`,
    },
    fixes: chains.findChain,
  },
  'unknown-target': {
    means: 'A jump leads to neither a target nor a chain of the table.',
    says: {
      taken: (name: string, line: number) =>
        `Line ${line + 1} uses ${quoted(name)} as the name of a chain, so it is not a target in this file any more, and this table has no such chain.`,
      case: (name: string) =>
        `Unknown target ${quoted(name)}: names are case-sensitive. Write ${quoted(name.toUpperCase())}.`,
      called: (name: string, called: readonly string[]) =>
        `${quoted(name)} is neither a target nor a chain of this table. Use ${quotedList(called)}.`,
      gotoTarget: (name: string) => `${quoted(name)} is a target, and -g takes only a chain. Write -j ${name}.`,
      missing: (name: string, isGoto: boolean, suggestions: readonly string[]) => {
        const what = isGoto ? 'not a chain' : 'neither a target nor a chain';
        const make = ` To create the chain, add a line :${name} - [0:0] above.`;
        return `${quoted(name)} is ${what} of this table.${didYouMean(suggestions) || make}`;
      },
    },
    fixes: chains.findChain,
  },
} as const satisfies Declarations;
