// What a command takes on its command line, as data: reading it, its help, its man page and completions are made of this.

/** One option. Names are without their dashes. */
export interface Option {
  readonly name: string;
  /** The same in one letter. */
  readonly letter?: string;
  /** The word for its value, or what may stand there and nothing else; without both it is a switch. */
  readonly value?: string | readonly string[];
  /** Some values, and what each means; others are fine, too. */
  readonly values?: Readonly<Record<string, string>>;
  /** What it does, in one sentence without its full stop. */
  readonly about: string;
  /** It may stand several times, and each value counts. */
  readonly isList?: true;
  /** Its value is the name of these. */
  readonly names?: 'file' | 'rule';
}

/** Options under one title. */
export interface OptionGroup {
  readonly title: string;
  readonly options: readonly Option[];
}

/** A command with all that may stand behind its name. */
export interface CommandLine {
  /** As it is typed: `iptables-lint trace`. */
  readonly name: string;
  /** What it does, in a few words. */
  readonly summary: string;
  /** What stands behind the name, and what that is for. */
  readonly usage: readonly (readonly [words: string, about?: string])[];
  readonly description: readonly string[];
  readonly groups: readonly OptionGroup[];
  /** What each exit status means. */
  readonly statuses: Readonly<Record<number, string>>;
  readonly more?: string;
  /** Of an option that comes again the last value counts; otherwise that is wrong. */
  readonly lastCounts?: true;
}

/** All options of a command. */
export function optionsOf({ groups }: CommandLine): readonly Option[] {
  return groups.flatMap(({ options }) => options);
}

/** What may stand as an option's value, where only that may. */
export function choicesOf({ value }: Option): readonly string[] | undefined {
  return typeof value === 'object' ? value : undefined;
}

/** The word that stands for an option's value; undefined for a switch. */
export function valueWordOf({ value }: Option): string | undefined {
  return typeof value === 'object' ? value.join('|') : value;
}
