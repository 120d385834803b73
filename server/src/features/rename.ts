// Rename: a chain wherever its table speaks of it, a set wherever the file does.

import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import { Role } from '../ruleset/rule.ts';
import type { RulesFile } from '../ruleset/rules-file.ts';
import type { Steps } from '../ruleset/steps.ts';
import type { TableBlock } from '../ruleset/table-block.ts';
import { isVerdict } from '../vocabulary/verdicts.ts';
import { type Mention, mentionsOf, mentionsOfName } from './navigation/mentions.ts';
import { type Subject, subjectAt } from './navigation/names.ts';
import { rangeOf } from './navigation/ranges.ts';
import { commentEdits } from './rename/comments.ts';
import { refusalOfChainName, refusalOfSetName } from './rename/new-name.ts';

/** Why nothing is renamed, in a sentence for the user. */
export interface RenameRefusal {
  readonly refusal: string;
}

/** What can be renamed at a place, and its name now. */
export interface Renamable {
  readonly range: Range;
  readonly name: string;
}

export interface Renaming {
  /** Edits of all that the loaders read; none where the name stays. */
  readonly edits: readonly TextEdit[];
  /** Edits of what only people read, which may speak of something else of that name. */
  readonly inComments: readonly TextEdit[];
}

/** Undefined where nothing is named at all. */
export function renamableAt(file: RulesFile, position: Position): Renamable | RenameRefusal | undefined {
  const { line, character } = position;
  const subject = subjectAt(file, line, character);
  if (!subject) return refusalOfTarget(file, position);
  const { named, block } = subject;
  const { text: name } = named;
  const chain = block?.chains.get(name);
  if (chain?.builtin) return { refusal: `"${name}" is a built-in chain; its name cannot be changed.` };
  if (block && !chain?.declared && file.refersElsewhere)
    return {
      refusal: `The chain "${name}" is created in another file. If it were only renamed here, the jumps would lead nowhere.`,
    };
  const needing = block && tableNeeding(file, block, name);
  if (needing) {
    const table = needing.header.name?.text ?? '';
    return {
      refusal: `This chain keeps "${name}" from being a target in the whole file, and the table "${table}" also uses a chain "${name}". Rename that one first.`,
    };
  }
  return { range: rangeOf({ ...named, line }), name };
}

/** Another table that goes on having a chain of a name only as long as a line of this one takes it from a target. */
function tableNeeding(file: RulesFile, block: TableBlock, name: string): TableBlock | undefined {
  const taker = file.taken.takerOf(name);
  if (taker === undefined || file.blockAt(taker) !== block) return undefined;
  return file.blocks.find((other) => {
    const chain = other === block ? undefined : other.chains.get(name);
    return chain !== undefined && (chain.declared || file.refersElsewhere);
  });
}

function refusalOfTarget(file: RulesFile, { line, character }: Position): RenameRefusal | undefined {
  if (file.entry(line).kind !== 'command') return undefined;
  const rule = file.rule(line);
  const word = rule.words[rule.at(character)];
  if (word?.role !== Role.target || word.unknown) return undefined;
  const what = isVerdict(word.text) ? 'a verdict' : 'a target';
  return { refusal: `"${word.text}" is ${what} of iptables; its name cannot be changed.` };
}

/**
 * The edits that give what is named at a place another name. Chains of the same name in other tables keep theirs. Two
 * chains that have the name one after the other both get the new one, as each line means the same afterwards.
 * `withComments`: comments that mention the name are edited, too. Undefined where nothing is named.
 */
export function* renameSteps(
  file: RulesFile,
  position: Position,
  newName: string,
  withComments: boolean,
): Steps<Renaming | RenameRefusal | undefined> {
  const found = renamableAt(file, position);
  if (!found || 'refusal' in found) return found;
  const subject = subjectAt(file, position.line, position.character);
  if (!subject || newName === found.name) return { edits: [], inComments: [] };
  const refusal = yield* refusalOf(file, subject, newName);
  if (refusal !== undefined) return { refusal };
  const { named, block } = subject;
  const mentions = block
    ? yield* mentionsOfName(file, block, named.text)
    : yield* mentionsOf(file, subject, position.line);
  const inComments = withComments ? yield* commentEdits(file, block, named.text, newName) : [];
  return { edits: mentions.map((mention) => editOf(mention, newName)), inComments };
}

function* refusalOf(file: RulesFile, { block }: Subject, newName: string): Steps<string | undefined> {
  return block ? yield* refusalOfChainName(file, block, newName) : yield* refusalOfSetName(file, newName);
}

function editOf(mention: Mention, newName: string): TextEdit {
  return { range: rangeOf(mention), newText: `${mention.before}${newName}` };
}
