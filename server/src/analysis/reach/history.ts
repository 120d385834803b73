// The last edits of a table's rules, and which chains have nothing to do with them.

import type { Box } from '../box.ts';
import type { Paths } from './call-graph.ts';
import type { Edited } from './certificates.ts';
import type { ChainSteps } from './chain-steps.ts';
import { joint } from './paths.ts';
import type { Step } from './step.ts';

/** What was not looked at for more edits is looked for anew. */
const MOST_EDITS = 16;
/** An edit whose packets fall into more boxes may concern every chain. */
const MOST_BOXES = 64;

/** The rules of one chain that came or went. */
export interface ChainEdit {
  readonly chain: ChainSteps;
  readonly steps: readonly Step[];
}

/** An edit, and whom it concerns. */
export interface Told extends Edited {
  /** Chains that it concerns, whatever packets come to them. */
  readonly chains: ReadonlySet<ChainSteps>;
  /** All packets that meet any of the rules are in one of them; undefined: any packet may. */
  readonly boxes: readonly Box[] | undefined;
}

type PathsTo = (chain: ChainSteps) => Paths;

export class History {
  /** The newest last; so many were there before them. */
  private edits: Told[] = [];
  private forgotten = 0;
  private readonly pathsTo: PathsTo;

  constructor(pathsTo: PathsTo) {
    this.pathsTo = pathsTo;
  }

  /** How many edits changed any rule. */
  get edition(): number {
    return this.forgotten + this.edits.length;
  }

  add(edit: Told): void {
    this.edits.push(edit);
    if (this.edits.length <= MOST_EDITS) return;
    this.edits.shift();
    this.forgotten++;
  }

  /** The edits after the first `edition`; undefined where some of them are forgotten. */
  since(edition: number): readonly Told[] | undefined {
    return edition < this.forgotten ? undefined : this.edits.slice(edition - this.forgotten);
  }

  /** All of a chain's rules are known now. */
  settle(chain: ChainSteps): void {
    chain.settled = { edition: this.edition, paths: this.pathsTo(chain) };
  }

  /**
   * All of a chain's rules were known once, and no edit since then has to do with a packet that came to it then or does so
   * now: each of these meets the same rules as before.
   */
  isSettled(chain: ChainSteps): boolean {
    const { edition, paths } = chain.settled;
    if (edition === this.edition) return true;
    const edits = edition < 0 ? undefined : this.since(edition);
    if (!edits) return false;
    const now = this.pathsTo(chain);
    const isConcerned = (edit: Told) =>
      edit.chains.has(chain) || mayMeet(edit, now) || (paths !== now && mayMeet(edit, paths));
    if (edits.some(isConcerned)) return false;
    this.settle(chain);
    return true;
  }

  /** The packets that meet any of the rules. */
  packetsOf(edits: readonly ChainEdit[]): readonly Box[] | undefined {
    const found: Box[] = [];
    for (const { chain, steps } of edits) {
      const boxes = steps.flatMap(({ way, parts }) => (way === 'passes' ? [] : parts.map(({ box }) => box)));
      if (boxes.length === 0) continue;
      const paths = this.pathsTo(chain);
      if (!paths) return undefined;
      for (const path of paths) {
        const both = joint(path.boxes, boxes);
        if (!both || found.length + both.length > MOST_BOXES) return undefined;
        found.push(...both);
      }
    }
    return found;
  }
}

/** Packets on one of the ways may meet a rule that came or went. */
function mayMeet({ boxes: edited }: Told, paths: Paths): boolean {
  if (!edited || !paths) return true;
  for (const { boxes } of paths)
    for (const box of boxes) for (const other of edited) if (box.intersects(other)) return true;
  return false;
}
