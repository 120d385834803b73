// What a chain or a set may be called: why a new name does not do, in a sentence for the user.

import { checkFile } from '../../check/check-file.ts';
import { knownTarget } from '../../ruleset/known.ts';
import { readRule } from '../../ruleset/read-rule.ts';
import { RulesFile } from '../../ruleset/rules-file.ts';
import type { Steps } from '../../ruleset/steps.ts';
import type { TableBlock } from '../../ruleset/table-block.ts';
import { takesName } from '../../ruleset/taken-names.ts';
import { byteLength } from '../../syntax/bytes.ts';
import { maskPlaceholders } from '../../syntax/template.ts';
import { addonOf } from '../../vocabulary/addons.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { builtinChains, TABLE_NAMES } from '../../vocabulary/tables.ts';
import { isVerdict } from '../../vocabulary/verdicts.ts';
import { mentionsOf, mentionsOfName } from '../navigation/mentions.ts';

const CHAIN_BYTES = 28;
const SET_BYTES = 31;
const FAMILIES: readonly Family[] = [4, 6];

/** Undefined for a name that a user chain of the table may take. */
export function* refusalOfChainName(file: RulesFile, block: TableBlock, name: string): Steps<string | undefined> {
  const why = refusalOfText(file, name, 'chain', CHAIN_BYTES) ?? refusalOfKnownName(file, name);
  if (why !== undefined) return why;
  const [other] = yield* mentionsOfName(file, block, name);
  if (other) {
    const table = block.header.name?.text ?? '';
    return block.chains.get(name)?.declared
      ? `The table "${table}" already has a chain "${name}".`
      : `Line ${other.line + 1} already uses a chain "${name}", which would become this one.`;
  }
  return refusalByLoaders(file, block, name);
}

/** Undefined for a name that a set may take. */
export function* refusalOfSetName(file: RulesFile, name: string): Steps<string | undefined> {
  const why = refusalOfText(file, name, 'set', SET_BYTES);
  if (why !== undefined) return why;
  const named = { kind: 'set', text: name, use: 'read', start: 0, end: 0, before: '' } as const;
  const [other] = yield* mentionsOf(file, { named, block: undefined }, 0);
  if (other) return `Line ${other.line + 1} already uses a set "${name}"; the two would become one.`;
  const rule = readRule(`-A INPUT -m set --match-set ${name} src -j ACCEPT`, file.settings);
  return rule.faults.length > 0 ? `"${name}" cannot be the name of a set.` : undefined;
}

/** Why no word of a rule can be this name. */
function refusalOfText({ settings }: RulesFile, name: string, what: string, most: number): string | undefined {
  if (name === '') return `A ${what} needs a name.`;
  if (/[\s"\\\p{Cc}]/u.test(name)) return `The name of a ${what} cannot contain spaces, quotes or backslashes.`;
  const [first = ''] = name;
  if ('-!#'.includes(first)) return `The name of a ${what} cannot start with "${first}".`;
  const bytes = byteLength(name);
  if (bytes > most) return `The name of a ${what} has at most ${most} bytes; "${name}" has ${bytes}.`;
  if (settings.template && maskPlaceholders(name) !== name)
    return `A placeholder has no value before the template is filled in, so it cannot be the name of a ${what} here.`;
  return undefined;
}

/** Why a chain may not be called like something else that rules jump to. */
function refusalOfKnownName({ settings }: RulesFile, name: string): string | undefined {
  if (TABLE_NAMES.some((table) => builtinChains(table).some((hook) => hook === name)))
    return `"${name}" is the name of a built-in chain.`;
  if (isVerdict(name)) return `"${name}" is a verdict and cannot be the name of a chain.`;
  const isTarget = FAMILIES.some((family) => takesName(name, family) || knownTarget(name, family) !== undefined);
  if (isTarget || settings.extensions.includes(name) || addonOf(name) !== undefined)
    return `"${name}" is a target; if a chain had its name, rules could not use it any more.`;
  return undefined;
}

/** What the loaders say of a small table in which a chain has this name. */
function refusalByLoaders({ settings }: RulesFile, { table = 'filter' }: TableBlock, name: string): string | undefined {
  const [hook = 'OUTPUT'] = builtinChains(table);
  const text = `*${table}\n:${name} - [0:0]\n-A ${name} -j RETURN\n-A ${hook} -j ${name}\n-A ${hook} -g ${name}\nCOMMIT\n`;
  const [finding] = checkFile(new RulesFile(text, { ...settings, fragment: false }));
  return finding?.message;
}
