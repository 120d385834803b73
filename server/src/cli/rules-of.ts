// One rules file as trace and explain read it.

import { resolve } from 'node:path';
import { ConfigurationFiles } from '../node/configuration-files.ts';
import { familyOf, isFragment } from '../ruleset/family.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../ruleset/rules-file.ts';
import { LineArray } from '../syntax/lines.ts';
import { isTemplateName } from '../syntax/template.ts';
import type { Backend, Family } from '../vocabulary/schema.ts';
import { inputOf } from './files/read.node.ts';

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
  const lines = new LineArray(input.text, 'loader');
  // What a configuration says of the machine is so for every question.
  const { host } = new ConfigurationFiles().of(resolve(path));
  const file = new RulesFile(lines, {
    ...DEFAULT_SETTINGS,
    ...(host && { host }),
    backend,
    family: familyOf(lines, path, undefined, family),
    template: isTemplateName(path),
    fragment: isFragment(lines, path),
  });
  return { file };
}
