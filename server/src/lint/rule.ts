// What a lint rule is: one declaration with what it looks at, what it says, its page and its fix.

import type { ChainSteps } from '../analysis/reach/chain-steps.ts';
import type { Step } from '../analysis/reach/step.ts';
import type { Fate } from '../analysis/reach/table-reach.ts';
import type { Finding, Severity } from '../check/finding.ts';
import type { Fixer } from '../check/fix.ts';
import type { Rule } from '../ruleset/rule.ts';
import type { FileSettings } from '../ruleset/rules-file.ts';
import type { Fact } from './fact.ts';
import type { LintName } from './names.ts';
import type { PacketTable } from './packets.ts';
import type { Useless } from './suppression/cover.ts';
import type { PlacedDirective } from './suppression/directive-index.ts';
import type { ChainView, FileView, TableView } from './view.ts';

/** What a finding of the rule costs the user. */
export type Category =
  /** Packets pass or are lost that the author did not mean. */
  | 'packets'
  /** The file does not do, or undo, what it says when it is loaded. */
  | 'loading'
  /** Logs that help nobody. */
  | 'logging'
  /** Comments that are to suppress findings and do not, or do not say why. */
  | 'suppressions';

/** What a check reports; name, severity and page are filled in by the runner. */
export type Found = Omit<Finding, 'code' | 'severity' | 'page'>;
export type Report = (found: Found) => void;

/**
 * What a rule about packets reports. Where the message names lines of steps it is a function, which is asked again when
 * lines have moved, and asks the steps for their lines.
 */
export interface PacketFound extends Omit<Found, 'message'> {
  readonly message: string | (() => string);
}
export type PacketReport = (found: PacketFound) => void;

/** How grave a finding of a rule may be made; `off`: nothing is said. */
export type Grade = 'off' | Exclude<Severity, 'error'>;

/** Sets of grades that a configuration may choose. */
export type Preset = 'recommended' | 'strict' | 'cis';

interface Declared<N extends string> {
  /** Stable; the file is called so, and so is the page docs/rules/<name>.md. */
  readonly name: N;
  readonly severity: Exclude<Severity, 'error'>;
  readonly category: Category;
  /** What the presets make of the severity; `recommended` holds where nobody chooses one. */
  readonly presets?: Readonly<Partial<Record<Preset, Grade>>>;
  /** What it finds, as one sentence for the index of rules. */
  readonly finds: string;
  readonly fix?: Fixer;
}

/** Where a rule stands. */
export interface RulePlace {
  readonly line: number;
  readonly table: string;
  readonly settings: FileSettings;
}

/** Looks at one rule and nothing else: its messages name no numbers of lines, which change without the rule. */
export interface RuleLint<N extends string = LintName> extends Declared<N> {
  readonly looksAt: 'rule';
  /** Only rules with one of these options concern it, by their names, other spellings included; every rule when missing. */
  readonly options?: readonly string[];
  /** Rules with one of these targets concern it, too. */
  readonly targets?: readonly string[];
  /** Only rules of these tables concern it; of every table when missing. */
  readonly tables?: readonly string[];
  /** Only rules for which this may hold are read; every rule when missing. */
  readonly when?: Fact;
  /** What a line's text tells for certain, where reading the rule would tell no more; undefined: it must be read. */
  readonly found?: (text: string) => readonly Omit<Found, 'line'>[] | undefined;
  readonly check: (rule: Rule, place: RulePlace, report: Report) => void;
}

/** Looks at one chain, and at chains to which its rules lead. */
export interface ChainLint<N extends string = LintName> extends Declared<N> {
  readonly looksAt: 'chain';
  readonly check: (chain: ChainView, report: Report) => void;
}

/** Looks at one table: its chains by name, its commands. */
export interface TableLint<N extends string = LintName> extends Declared<N> {
  readonly looksAt: 'table';
  readonly check: (table: TableView, report: Report) => void;
}

/** Looks at the tables of a file beside each other. */
export interface FileLint<N extends string = LintName> extends Declared<N> {
  readonly looksAt: 'file';
  readonly check: (file: FileView, report: Report) => void;
}

/** A rule of a chain, and what is known of the packets that get to it. */
export interface RuleFate {
  readonly table: PacketTable;
  readonly chain: ChainSteps;
  readonly step: Step;
  readonly fate: Fate;
}

/** Looks at the packets of one table, rule by rule and chain by chain. Editors hear of it a little later than of others. */
export interface PacketLint<N extends string = LintName> extends Declared<N> {
  readonly looksAt: 'packets';
  /** The fates of which rules are told; of live rules those of built-in chains alone. */
  readonly fates?: readonly Fate['kind'][];
  readonly checkRule?: (rule: RuleFate, report: PacketReport) => void;
  /**
   * Looks at a chain: at its rules, the policies of its table, and what packets come to it. After an edit that concerns none of these it is
   * not asked again: what it reported moves with the lines. So it looks neither at other tables nor at other lines.
   */
  readonly checkChain?: (table: PacketTable, chain: ChainSteps, report: PacketReport) => void;
  /** Looks at a built-in chain and whatever it wants beside it. */
  readonly checkHook?: (table: PacketTable, chain: ChainSteps, report: PacketReport) => void;
  /** Looks at a rule that a packet gets to, of which none is known that gets there and does not match. */
  readonly checkUnpassed?: (table: PacketTable, chain: ChainSteps, step: Step, report: PacketReport) => void;
  /** Told of all tables of the file about whose packets anything can be said, once. */
  readonly checkFile?: (tables: readonly PacketTable[], report: PacketReport) => void;
}

/** Looks at the comments that suppress findings, once all other findings are there. */
export interface SuppressionLint<N extends string = LintName> extends Declared<N> {
  readonly looksAt: 'suppressions';
  /** `names`: those that a directive may have. */
  readonly checkDirective?: (placed: PlacedDirective, names: ReadonlySet<string>, report: Report) => void;
  readonly checkUseless?: (useless: Useless, report: Report) => void;
}

/** `N`: whose names; those of the registry's rules where nothing else is said. */
export type LintRule<N extends string = LintName> =
  | RuleLint<N>
  | ChainLint<N>
  | TableLint<N>
  | FileLint<N>
  | PacketLint<N>
  | SuppressionLint<N>;

/** Declares a lint rule; the compiler tells the check's argument from `looksAt`. */
export function lintRule<const T extends LintRule<string>>(rule: T): T {
  return rule;
}
