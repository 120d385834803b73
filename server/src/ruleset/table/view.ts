// Where packets can come in a table, as one kernel sees it: which chains lead where, and the hooks behind them.

import { hookBit } from '../places.ts';

/** The chains of one's own that a chain's rules lead to, in the order of the first rule that does. */
export type Calls = (chain: string) => readonly string[];

export class View {
  private readonly hooksOf = new Map<string, number>();
  private readonly callsOf = new Map<string, readonly string[]>();

  /** `builtins` are the chains at which packets come in; `find` is asked for the chains that they reach. */
  constructor(builtins: readonly string[], find: Calls) {
    const work = [...builtins];
    for (const name of builtins) this.hooksOf.set(name, hookBit(name));
    for (let chain = work.pop(); chain !== undefined; chain = work.pop()) {
      const from = this.hooks(chain);
      const callees = this.callsOf.get(chain) ?? find(chain);
      this.callsOf.set(chain, callees);
      for (const callee of callees) {
        const before = this.hooks(callee);
        if ((before | from) === before) continue;
        this.hooksOf.set(callee, before | from);
        work.push(callee);
      }
    }
  }

  /** The chains of one's own that a chain's rules lead to; none for a chain that no hook reaches. */
  readonly calls: Calls = (chain) => this.callsOf.get(chain) ?? NO_CALLS;

  /** Hooks that lead to a chain, as bits; none to a chain that there is not. */
  hooks(chain: string): number {
    return this.hooksOf.get(chain) ?? 0;
  }
}

const NO_CALLS: readonly string[] = [];
