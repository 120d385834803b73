// The shape of what iptables knows: extensions, their options, where they may stand.
// Only types live here; each fact is a literal in matches/, targets/ or one of the lists beside this file.

import type { Value } from './values/kinds.ts';

/** Address family: 4 for iptables, 6 for ip6tables. */
export type Family = 4 | 6;

/** The two programs behind the name `iptables`: the old kernel interface and the one over nf_tables. */
export type Backend = 'legacy' | 'nft';

/** A released version of the tools whose behaviour is known. The order of `VERSIONS` is their age. */
export type Version = '1.8.7' | '1.8.9' | '1.8.11' | '1.8.13';

/** Known versions, oldest first. */
export const VERSIONS: readonly Version[] = ['1.8.7', '1.8.9', '1.8.11', '1.8.13'];

export type TableName = 'filter' | 'nat' | 'mangle' | 'raw' | 'security';

/** A point in the packet's way through the kernel; each has a built-in chain of its name. */
export type Hook = 'PREROUTING' | 'INPUT' | 'FORWARD' | 'OUTPUT' | 'POSTROUTING';

/** A stretch of versions; an empty object means all. `until` alone: what held before that version. */
export interface VersionRange {
  /** The first version of it; the oldest when missing. */
  readonly since?: Version;
  /** The first version past it; none when missing. */
  readonly until?: Version;
}

/** Who refuses something. Every field narrows; an empty object means all tools. */
export interface RefusedBy extends VersionRange {
  readonly backend?: Backend;
  /** Where the back ends changed at different times: these refuse it, too. */
  readonly also?: RefusedBy;
}

/** The usual refusers. */
export const EVERYONE: RefusedBy = {};
export const LEGACY: RefusedBy = { backend: 'legacy' };
export const NFT: RefusedBy = { backend: 'nft' };

/** Where the kernel takes something. Missing `tables` or `hooks`: all of them. */
export interface Placement {
  readonly tables?: readonly TableName[];
  readonly hooks?: readonly Hook[];
  /** Only for this family; both when missing. */
  readonly family?: Family;
  /** Only this back end is so strict; both when missing. */
  readonly backend?: Backend;
  /** An option of the same extension that lifts the restriction where it stands and is not negated. */
  readonly unless?: string;
  /** An option of the same extension that takes this one's place where it stands behind it. */
  readonly unlessBehind?: string;
}

export interface Option {
  /** The usual spelling with its dashes: `--dport`. */
  readonly name: string;
  /** Other full spellings of the same option: `--destination-port`. Repeating one counts as repeating the other. */
  readonly aliases?: readonly string[];
  /** One entry a word that follows. Empty: the option is a switch. */
  readonly values: readonly Value[];
  /** `! --option` is taken. */
  readonly negatable?: boolean;
  /** May stand more than once in a rule. */
  readonly repeatable?: boolean;
  /** The extension is refused without it. */
  readonly required?: boolean;
  /** Names of options of the same extension that may not stand beside it. */
  readonly excludes?: readonly string[];
  /** Names of options of the same extension without which it is refused. */
  readonly requires?: readonly string[];
  /** Both families when missing. */
  readonly families?: readonly Family[];
  /** First version that knows it; all when missing. */
  readonly since?: Version;
  /** Where this option restricts the rule further than its extension does. */
  readonly places?: readonly Placement[];
  /** One sentence for hover and completion: what it does. Ends with a full stop. */
  readonly summary: string;
  /** Anything more worth telling: units, side effects, traps. Markdown. */
  readonly detail?: string;
  /** What holds when the option is left out, in words: `5 packets`. */
  readonly default?: string;
  /** Where the option makes its match hang on more than the extension says. */
  readonly hangsOn?: HangsOn;
}

/**
 * What decides beside the packet whether a match holds. `machine`: what the machine keeps, such as sets, routes,
 * connections, marks and sockets; rules in a row that ask the same get the same answer. `state`: time, chance or what
 * came before, so that each time it is asked the answer is a new one.
 */
export type HangsOn = 'machine' | 'state';

/** A demand on a set of options of one extension, beyond what each option says for itself. */
export interface Group {
  /** `exactly-one` and `at-least-one` of the named options must stand; of `at-most-one` none or one. */
  readonly rule: 'exactly-one' | 'at-least-one' | 'at-most-one';
  readonly options: readonly string[];
  /** Who insists; everyone when missing. */
  readonly refusedBy?: RefusedBy;
}

/** A whole rule that loads, and the table in which it does. */
export interface Example {
  readonly table: TableName;
  /** The rule as a line of a restore file: `-A INPUT ... -j ACCEPT`. */
  readonly rule: string;
  /** Other families' variants are separate entries; both when missing. */
  readonly family?: Family;
}

/** An option of which nft makes an expression of its own. */
export interface NativeOption {
  readonly name: string;
  /** A first value with which the option, not negated, says nothing. */
  readonly idle?: RegExp;
}

/** What the kernel no longer has: the tools still read a rule with it, and the load fails. */
export interface Removal {
  /** The release of Linux that took it away: `3.17`. */
  readonly linux: string;
  /** What does its work today, as written in a rule: `-j NFLOG`. */
  readonly instead: string;
  /** Tools that do not even read it, as distributions ship them. */
  readonly unread?: VersionRange;
}

/** What becomes of a packet whose way through a table ends. Of those that are accepted the next table sees more. */
export type Fate = 'accept' | 'drop' | 'reject' | 'queue';

export interface Extension {
  readonly kind: 'match' | 'target';
  /** As written after -m or -j. */
  readonly name: string;
  readonly families: readonly Family[];
  /** One sentence: what it matches or does. Ends with a full stop. */
  readonly summary: string;
  /** Anything more worth telling. Markdown, our own words. */
  readonly detail?: string;
  readonly options: readonly Option[];
  readonly groups?: readonly Group[];
  /** Every entry that speaks of the family and back end at hand must hold. Missing: it may stand anywhere. */
  readonly places?: readonly Placement[];
  /** The rule must say `-p` with one of these (IANA names, not negated), or the load fails. */
  readonly protocols?: readonly string[];
  /** The tools look for one of them; missing: only the kernel does. */
  readonly asksForProtocol?: true;
  /**
   * Options that nft turns into expressions of its own, which bear a negated `-p`: where nothing but them stands, and
   * one of them says something, only legacy refuses the rule.
   */
  readonly nativeToNft?: readonly NativeOption[];
  /** What the protocols are needed for: the extension itself (default) or only with one of these options. */
  readonly protocolsWith?: readonly string[];
  /** For a target: the packet's way through the chain ends here, always or for some packets. */
  readonly terminates?: boolean | 'some-packets';
  /** For a target that terminates: what becomes of the packet. */
  readonly fate?: Fate;
  /** For a target: it writes the packet to a log, and the packet goes on. */
  readonly logs?: true;
  /** For a match: what decides beside the packet. Missing: nothing. */
  readonly hangsOn?: HangsOn;
  /** What it needs of the machine: a module, an ipset, a helper. */
  readonly needs?: string;
  /** Missing: today's kernels have it. */
  readonly removed?: Removal;
  /** First version that knows it; all when missing. */
  readonly since?: Version;
  readonly examples: readonly [Example, ...Example[]];
  /** Where the facts are from: man page section, library, a run of the tools. */
  readonly source: string;
}

/** One option as it stands in a rule, for the few extensions whose demands no literal can say. */
export interface OptionUse {
  /** The option's `name`, whatever spelling was used. */
  readonly name: string;
  readonly negated: boolean;
  /** The words after it, unquoted. */
  readonly values: readonly string[];
  /** The protocol that a `-p` before this option names, negated or not; undefined without one. 0 is `all`. */
  readonly protocol: number | undefined;
}

/** An extension as it stands in one rule. */
export interface ExtensionUse {
  readonly family: Family;
  readonly options: readonly OptionUse[];
  /** Protocol number of `-p`, 0 for all, undefined when there is none or it is negated. */
  readonly protocol: number | undefined;
  /** The rule's table, undefined outside of one. */
  readonly table: TableName | undefined;
}

/** What an irregular extension's own check finds. */
export interface UseFault extends RefusedBy {
  /** What is wrong and what is allowed. */
  readonly message: string;
  /** Index into `ExtensionUse.options`; the extension's own name is marked when missing. */
  readonly option?: number;
  /** Index into that option's `values`; the option itself is marked when missing. */
  readonly value?: number;
  /** Part of that value, in UTF-16 units. */
  readonly start?: number;
  readonly end?: number;
  /** `warning`: every tool loads it, and it is surely not meant; or machines differ. */
  readonly severity?: 'warning';
  /** The tools mind while they read the option, as they do for irregular values, and not at the rule's end. */
  readonly early?: true;
  /** Only the kernel minds. */
  readonly late?: true;
  /** What is missing may still follow in the rule, so that a word less is no way to mend it. */
  readonly missing?: true;
}

/** The check of an irregular extension: pure, at most a handful of faults. */
export type UseCheck = (use: ExtensionUse) => readonly UseFault[];
