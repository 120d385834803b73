// Has lint rules take their first look at a long file while nobody types, so that errors are shown before it is done.

import { isLinted, lintSteps } from '../lint/lint-file.ts';
import { Background } from './background.ts';
import type { RulesDocument } from './documents.ts';

/** Milliseconds without a change before another try; the first one, at the opening, begins at once. */
const REST = 150;

export class FirstLook {
  private readonly background = new Background();

  /** Whether it tells something new; undefined where the document changed meanwhile, and it is to be asked for again. */
  async take(open: RulesDocument): Promise<boolean | undefined> {
    if (isLinted(open.rules)) return false;
    const rest = this.background.knows(open) ? REST : 0;
    return (await this.background.run(open, rest, lintSteps(open.rules)))?.result;
  }
}
