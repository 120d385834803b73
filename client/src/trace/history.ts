// What was asked last, kept for the workspace: packets that were traced, addresses that asked whether they get in.

import type { Memento } from 'vscode';

const MOST_KEPT = 20;

export class History {
  private readonly state: Memento;
  private readonly key: string;

  constructor(state: Memento, key: string) {
    this.state = state;
    this.key = key;
  }

  /** The newest first. */
  get lines(): readonly string[] {
    const kept = this.state.get<unknown>(this.key);
    return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string') : [];
  }

  /** Puts a line in front. */
  async add(line: string): Promise<void> {
    const others = this.lines.filter((one) => one !== line);
    await this.state.update(this.key, [line, ...others].slice(0, MOST_KEPT));
  }
}
