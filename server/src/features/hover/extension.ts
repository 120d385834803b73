// Hovers of matches and targets and of their options, from the vocabulary.

import type { Example, Extension, Family, Group, Option } from '../../vocabulary/schema.ts';
import { describeValue } from '../../vocabulary/values/index.ts';
import { code, type Fact, fact, render, titled } from './page.ts';
import { placesText } from './placement.ts';
import { list } from './prose.ts';
import { optionSyntax } from './syntax.ts';

/** `-m limit` or `-j LOG`, as Markdown. */
export function extensionName(extension: Extension): string {
  return code(`-${extension.kind === 'match' ? 'm' : 'j'} ${extension.name}`);
}

/** The page of a match or target. `note`: a paragraph on how it came here, above all else. */
export function extensionPage(extension: Extension, family: Family, note?: string): string {
  const { kind, name, options } = extension;
  return render({
    title: titled(`-${kind === 'match' ? 'm' : 'j'} ${name}`, kind),
    paragraphs: [note, extension.summary, extension.detail],
    facts: [
      fact('Options', optionList(options, family)),
      ...groupFacts(extension.groups, family, options),
      fact('Where', placesText(extension.places, family) ?? 'every table and chain'),
      protocolFact(extension),
      endFact(extension),
      fact('Family', familyText(extension.families)),
      fact('Needs', extension.needs),
      fact('Since', extension.since && `iptables ${extension.since}`),
    ],
    example: exampleOf(extension, family),
    source: extension.source,
  });
}

/** The page of an option of a match or target, in the place where it stands as `name` (its full spelling). */
export function optionPage(extension: Extension, option: Option, family: Family, note?: string): string {
  const others = (option.aliases ?? []).map(code);
  const places = placesText(option.places, family) ?? placesText(extension.places, family);
  return render({
    title: titled(optionSyntax(option), `option of ${extensionName(extension)}`),
    paragraphs: [note, option.summary, option.detail],
    facts: [
      ...valueFacts(option, family),
      fact('Default', option.default),
      fact('Also written', list(others, 'or')),
      fact('Required', option.required ? `${extensionName(extension)} is refused without it` : undefined),
      fact('Not with', list((option.excludes ?? []).map(code), 'or')),
      fact('Only with', list((option.requires ?? []).map(code))),
      ...groupFacts(extension.groups, family, [option]),
      fact('Repeatable', option.repeatable ? 'yes' : undefined),
      fact('Where', places),
      protocolFact(extension, option),
      fact('Family', familyText(option.families ?? extension.families)),
      fact('Needs', extension.needs),
      fact('Since', option.since && `iptables ${option.since}`),
    ],
    example: exampleOf(extension, family, option),
    source: extension.source,
  });
}

/** What each word behind the option may be. */
export function valueFacts(option: { readonly values: Option['values'] }, family: Family): (Fact | undefined)[] {
  const { values } = option;
  if (values.length === 1) return values.map((value) => fact('Value', describeValue(value, { family })));
  return values.map((value, i) => fact(`Value ${i + 1}`, describeValue(value, { family })));
}

function optionList(options: readonly Option[], family: Family): string {
  const here = options.filter((option) => !option.families || option.families.includes(family));
  if (here.length === 0) return 'none';
  return here.map((option) => (option.required ? `**${code(option.name)}**` : code(option.name))).join(', ');
}

/** What the extension demands of several options together, as far as it speaks of one of `of`. */
function groupFacts(groups: readonly Group[] | undefined, family: Family, of: readonly Option[]): (Fact | undefined)[] {
  const names = new Set(
    of.filter((option) => !option.families || option.families.includes(family)).map(({ name }) => name),
  );
  return (groups ?? []).map((group) => {
    const concerned = group.options.some((name) => names.has(name));
    // Of a dozen options "one of all these" says nothing that the list does not.
    if (!concerned || group.options.length < 2) return undefined;
    const which = group.options.length > 8 ? 'its options' : list(group.options.map(code), 'or');
    const rule = {
      'exactly-one': 'exactly one of',
      'at-least-one': 'at least one of',
      'at-most-one': 'at most one of',
    }[group.rule];
    return fact('Wants', `${rule} ${which}`);
  });
}

function protocolFact(extension: Extension, option?: Option): Fact | undefined {
  const { protocols, protocolsWith } = extension;
  if (!protocols || protocols.length === 0) return undefined;
  const words = list(
    protocols.map((name) => code(`-p ${name}`)),
    'or',
  );
  if (!protocolsWith) return fact('Protocol', `needs ${words}`);
  if (!option) return fact('Protocol', `needs ${words} with ${list(protocolsWith.map(code), 'or')}`);
  const concerned = protocolsWith.some((name) => name === option.name || option.aliases?.includes(name));
  return concerned ? fact('Protocol', `needs ${words}`) : undefined;
}

function endFact({ kind, terminates }: Extension): Fact | undefined {
  if (kind === 'match') return undefined;
  if (terminates === 'some-packets') return fact('Then', 'some packets end here, the others go on to the next rule');
  return fact(
    'Then',
    terminates ? "the packet's way through the chain ends here" : 'the packet goes on to the next rule',
  );
}

function familyText(families: readonly Family[]): string | undefined {
  if (families.length > 1) return undefined;
  return families[0] === 4 ? 'IPv4 only' : 'IPv6 only';
}

/** The first example for the family, with the option in it where there is one; with its table unless that is filter. */
export function exampleOf(extension: Extension, family: Family, option?: Option): string | undefined {
  const fits = extension.examples.filter((one) => one.family === undefined || one.family === family);
  const names = option ? [option.name, ...(option.aliases ?? [])] : [];
  const shows = ({ rule }: Example) =>
    names.some((name) => ` ${rule} `.includes(` ${name} `) || rule.includes(` ${name}=`));
  const found = fits.find(shows) ?? fits[0];
  return found && inTable(found);
}

/** An example as it stands in a file: a rule of another table than filter between that table's first and last line. */
export function inTable({ table, rule }: { readonly table: string; readonly rule: string }): string {
  return table === 'filter' ? rule : `*${table}\n${rule}\nCOMMIT`;
}
