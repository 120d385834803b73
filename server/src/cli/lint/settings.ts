// How each file is read: what the command line says, before what its configuration says, before what is usual.

import { resolve } from 'node:path';
import { ConfigurationFiles, type Found } from '../../node/configuration-files.ts';
import { familyOf, isFragment } from '../../ruleset/family.ts';
import type { Chosen } from '../../ruleset/file-settings.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../ruleset/rules-file.ts';
import { LineArray } from '../../syntax/lines.ts';
import { isTemplateName } from '../../syntax/template.ts';
import type { LintArguments } from '../arguments.ts';
import { twinOf } from '../twin.node.ts';

/** More lines with errors than people read; a file with many more is likely no rules file, and is still told in time. */
const MOST_EXPLAINED = 2000;

/** Reads texts as files of a path. */
export class Settings {
  private readonly given: LintArguments;
  private readonly files = new ConfigurationFiles();
  /** The one configuration for all files. */
  private readonly only: Found | undefined;

  constructor(given: LintArguments) {
    this.given = given;
    if (given.config !== undefined) this.only = ConfigurationFiles.at(given.config);
  }

  /** The configuration that was asked for is not there. */
  get isMissing(): boolean {
    return this.given.config !== undefined && !this.only;
  }

  /** The configuration of a file, where there is something wrong with it. */
  brokenFor(path: string): Found | undefined {
    const found = this.only ?? (this.given.searchesConfig ? this.files.foundFor(resolve(path)) : undefined);
    return found && !found.configuration ? found : undefined;
  }

  /** A text as the loaders read it. */
  read(text: string, path: string): RulesFile {
    const { given } = this;
    const lines = new LineArray(text, 'loader');
    const { family, template, fragment, ...others } = this.chosenFor(path);
    const twin = twinOf(path);
    return new RulesFile(lines, {
      ...DEFAULT_SETTINGS,
      // A fix needs to know what is behind each fault.
      ...(!given.fixes && { mostExplained: MOST_EXPLAINED }),
      ...others,
      ...(given.backend !== undefined && { backend: given.backend }),
      ...(given.version !== undefined && { version: given.version }),
      ...(given.management !== undefined && { management: given.management }),
      ...(given.extensions !== undefined && { extensions: given.extensions }),
      ...(!given.suppressions && { suppressions: false }),
      ...(twin && { twin }),
      family: familyOf(lines, path, family, given.family),
      template: given.template || template === true || isTemplateName(path),
      fragment: given.fragment || fragment === true || isFragment(lines, path),
    });
  }

  private chosenFor(path: string): Chosen {
    const whole = resolve(path);
    if (this.only) return ConfigurationFiles.say(this.only, whole);
    return this.given.searchesConfig ? this.files.of(whole) : {};
  }
}
