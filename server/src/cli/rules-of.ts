// Rules files as the command line reads them.

import { familyOf, isFragment } from '../ruleset/family.ts';
import { type FileSettings, RulesFile } from '../ruleset/rules-file.ts';
import { LineArray } from '../syntax/lines.ts';
import { isTemplateName } from '../syntax/template.ts';
import type { Backend, Family } from '../vocabulary/schema.ts';
import { inputOf } from './files.node.ts';

export interface RulesOf {
  readonly path: string;
  /** Undefined: the file tells. */
  readonly family: Family | undefined;
  readonly backend: Backend | 'both';
}

/** The file as it is read by these settings, or why it cannot be. */
export function rulesOf({
  path,
  family,
  backend,
}: RulesOf): { readonly file: RulesFile } | { readonly unreadable: string } {
  const input = inputOf(path);
  if ('unreadable' in input) return input;
  return { file: rulesIn(input.text, path, { family, backend, version: 'any' }) };
}

/** How a text is to be read. */
export interface ReadAs extends Pick<FileSettings, 'backend' | 'version' | 'management' | 'twin'> {
  /** Undefined: the file tells. */
  readonly family: Family | undefined;
}

/** A text as the loaders read it; its path may say of which family and sort it is. */
export function rulesIn(text: string, path: string, { family, ...others }: ReadAs): RulesFile {
  const lines = new LineArray(text, 'loader');
  return new RulesFile(lines, {
    ...others,
    family: familyOf(lines, path, undefined, family),
    extensions: [],
    template: isTemplateName(path),
    fragment: isFragment(lines, path),
  });
}
