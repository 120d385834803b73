// What is declared of a code: what it means, what it says, who refuses it and how it is mended.

import type { Fault } from '../../ruleset/fault.ts';
import type { Family, RefusedBy } from '../../vocabulary/schema.ts';
import type { TryingFixer } from '../fix.ts';

/** The sentence for a fault of a line; `about` gives its words by number, '' where there is none. */
export type SayFault = (about: (index: number) => string, fault: Fault, family: Family) => string;

/** A sentence made of whatever it speaks of. */
type Say = (...of: never[]) => string;

export interface Declaration {
  /** What is wrong where it is found, one sentence for the list of codes. */
  readonly means: string;
  /** What it says as a fault of one line; there for every code that the reader gives. */
  readonly fault?: SayFault;
  /** What it says where a check of the whole file finds it: one sentence, or several by name. */
  readonly says?: Say | Readonly<Record<string, Say>>;
  /** Who refuses, where that is always the same; else whoever finds it tells. */
  readonly refusedBy?: RefusedBy;
  /** Its fixes, the best first. Without one the finding's suggestions are offered. */
  readonly fixes?: TryingFixer;
  /** Its fix may uncover a mistake that it hid, and is right all the same: the words that stood in the way must go. */
  readonly uncovers?: true;
  /** It is wrong with the frame of the file: a line alone cannot prove its fixes. */
  readonly ofFrame?: true;
}

export type Declarations = Readonly<Record<string, Declaration>>;
