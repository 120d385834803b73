// What every kind of value can do: judge a word, read what it means, describe itself, offer names.

import type { Family, RefusedBy, Version } from '../schema.ts';

/** What a value is judged against. */
export interface ValueContext {
  readonly family: Family;
}

/** What a value is read with. */
export interface ReadContext extends ValueContext {
  /** The version that reads; missing: whichever takes the word. */
  readonly version?: Version | undefined;
  /** Number of the rule's -p, where it is known: services are listed for it. */
  readonly protocol?: number | undefined;
}

/** What is wrong with a value. Every tool refuses it unless `RefusedBy` or `severity` says otherwise. */
export interface ValueFault extends RefusedBy {
  /** What is wrong and what is allowed, one sentence: `Port 70000 is over 65535.` */
  readonly message: string;
  /** The wrong part, in UTF-16 units of the unquoted word; the whole word when missing. */
  readonly start?: number;
  readonly end?: number;
  /** Texts for the whole word that would do, the best first. */
  readonly suggestions?: readonly string[];
  /** `warning`: every tool loads it, and it is surely not meant. */
  readonly severity?: 'warning';
  /** Minded when the whole line is read, mostly by the kernel, and so by nobody where the rest of it is skipped. */
  readonly late?: true;
}

/** A name that a value may be. */
export interface ValueName {
  readonly name: string;
  /** One sentence. */
  readonly summary: string;
  /** What stands behind the name, in a word: `22/tcp`. */
  readonly stands?: string;
  /** The usual name that this one is another for. */
  readonly aliasOf?: string;
}

/** One kind of value. `V` is its literal in kinds.ts, `M` what a word of it means. */
export interface ValueKind<V, M> {
  /** Judges an unquoted word. Never throws, whatever the text. Undefined: fine. */
  readonly check: (text: string, value: V, context: ValueContext) => ValueFault | undefined;
  /**
   * What a word that `check` lets pass means to the kernel, as iptables hands it over. Of any other word nothing is
   * promised; `readValue` answers undefined there.
   */
  readonly read: (text: string, value: V, context: ReadContext) => M | undefined;
  /** The syntax with range and unit, for hover and messages, without a full stop: `a port from 0 to 65535 or a service name`. */
  readonly describe: (value: V, context: ValueContext) => string;
  /** Names that may stand here, for completion and "did you mean"; nothing when missing. */
  readonly names?: (value: V, context: ReadContext) => readonly ValueName[];
}
