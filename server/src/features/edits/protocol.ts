// The requests that the editor's commands send to the server: names, parameters, answers. Types and names only.

import type { TextEdit } from 'vscode-languageserver-types';
import type { FamilySource } from '../../ruleset/family.ts';
import type { Backend, Version } from '../../vocabulary/schema.ts';
import type { Direction, Ports } from '../../vocabulary/service-catalogue.ts';
import type { TraceRequests } from '../trace/protocol.ts';

export type { Direction, Ports };

/** What the status bar says of a file. */
export interface FileStatusAnswer {
  readonly family: 4 | 6;
  /** What says so: a line `# iptables: family=6`, the setting, the file's name, its first line, its rules; else nothing. */
  readonly by: FamilySource;
  readonly backend: 'both' | Backend;
  readonly version: 'any' | Version;
}

export interface DeclareFamilyParams extends DocumentParams {
  /** `auto` takes the declaration out. */
  readonly family: 4 | 6 | 'auto';
}

/** How the machine is reached once everything else is closed. */
export type Administration = SshAdministration | ConsoleAdministration;

/** SSH on `port`; only from `sources` (addresses or networks of the file's family) unless the list is empty. */
export interface SshAdministration {
  readonly kind: 'ssh';
  readonly port: number;
  readonly sources: readonly string[];
  readonly former?: FormerPort;
}

/** A keyboard, a serial line, the provider's console: no rule opens SSH. */
export interface ConsoleAdministration {
  readonly kind: 'console';
  readonly former?: FormerPort;
}

/**
 * What becomes of rules that let SSH in on port 22 where the answer is another port or none: `close` moves them to the
 * new port or takes them away, `keep` (also when missing) leaves them, and the summary says that they are there.
 */
export type FormerPort = 'close' | 'keep';

/** A service by its id in the catalogue; `port` takes the place of the service's first port. */
export interface ServiceSelection {
  readonly id: string;
  readonly port?: Ports;
}

/** `default`: what most machines want of each service, as the catalogue says. */
export type DirectionChoice = Direction | 'default';

/** The document and the version that the editor had when it asked; positions in the answer belong to that version. */
export interface DocumentParams {
  readonly textDocument: { readonly uri: string; readonly version: number };
}

export interface InsertBaselineParams extends DocumentParams {
  readonly administration: Administration;
  /** What others may reach on this machine. */
  readonly serves?: readonly ServiceSelection[];
  /** What this machine may reach. */
  readonly reaches?: readonly ServiceSelection[];
}

export interface InsertServiceRulesParams extends DocumentParams {
  readonly services: readonly ServiceSelection[];
  readonly direction: DirectionChoice;
  /** The other side's address; see `serviceRules` for what it restricts in OUTPUT. */
  readonly source?: string;
}

export interface RestrictToSourceParams extends DocumentParams {
  /** Zero-based line of the rule. */
  readonly line: number;
  /** Several lines in its place; those that are no rule are skipped. */
  readonly lines?: readonly number[];
  /** `destination` in every chain; missing: of OUTPUT the destination, of others the source. */
  readonly end?: 'destination';
  /** Missing: only asks whether the line is a rule and what its source is now. */
  readonly source?: string;
}

/** The edits, all of one undo step; none, and `message` where there is nothing to do or something is wrong. */
export interface EditsAnswer {
  readonly edits: readonly TextEdit[];
  /** One sentence for the user: why there are no edits. */
  readonly message?: string;
  /** One line for the user: what the edits change, the gravest first. */
  readonly summary?: string;
}

export interface SshRulesAnswer {
  readonly family: 4 | 6;
  /** Nothing is written in the file yet. */
  readonly isEmpty: boolean;
  /** The rules that let port 22 in, as written. */
  readonly rules: readonly string[];
}

export interface RestrictToSourceAnswer extends EditsAnswer {
  /** The address that the rule has now, as written; missing where several rules differ. */
  readonly current?: string;
  /** Which end of the packet the address is: rules of OUTPUT get the destination. Missing where there is no rule. */
  readonly restricts?: 'source' | 'destination' | 'both';
  /** How many rules there are on the lines. */
  readonly rules?: number;
}

export interface RestrictToInterfaceParams extends DocumentParams {
  /** Zero-based; those without a rule that can have an interface are skipped. */
  readonly lines: readonly number[];
  /** Missing: only asks. */
  readonly name?: string;
}

export interface RestrictToInterfaceAnswer extends EditsAnswer {
  /** How many rules there are on the lines. */
  readonly rules?: number;
  /** Where packets come in (-i), where they leave (-o), or some of both. */
  readonly restricts?: 'i' | 'o' | 'both';
}

export interface LoadCommandAnswer {
  readonly command: string;
}

/** What the pick list shows of a service. */
export interface ServiceItem {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly direction: Direction;
  readonly note?: string;
}

export interface ServicesAnswer {
  readonly family: 4 | 6;
  readonly services: readonly ServiceItem[];
}

export interface ResetScriptAnswer {
  readonly text: string;
}

export interface ExplainAnswer {
  readonly markdown: string;
}

/** Every request with its parameters and its answer. */
export interface Requests extends TraceRequests {
  readonly 'iptables/insertBaseline': { readonly params: InsertBaselineParams; readonly answer: EditsAnswer };
  /** What lets SSH in on its usual port now, for asking what is to become of it. */
  readonly 'iptables/sshRules': { readonly params: DocumentParams; readonly answer: SshRulesAnswer };
  readonly 'iptables/insertServiceRules': { readonly params: InsertServiceRulesParams; readonly answer: EditsAnswer };
  readonly 'iptables/restrictToSource': {
    readonly params: RestrictToSourceParams;
    readonly answer: RestrictToSourceAnswer;
  };
  readonly 'iptables/restrictToInterface': {
    readonly params: RestrictToInterfaceParams;
    readonly answer: RestrictToInterfaceAnswer;
  };
  /** `path` is the file's own path on the machine that has it. */
  readonly 'iptables/loadCommand': {
    readonly params: DocumentParams & { readonly path: string };
    readonly answer: LoadCommandAnswer;
  };
  /** The services to choose from, and the family of the document, for checking addresses while typing. */
  readonly 'iptables/services': { readonly params: DocumentParams; readonly answer: ServicesAnswer };
  /** What holds for a document; null where it is not open. */
  readonly 'iptables/fileStatus': { readonly params: DocumentParams; readonly answer: FileStatusAnswer | null };
  /** The edits that write `# iptables: family=6` into a document, or take it out. */
  readonly 'iptables/declareFamily': { readonly params: DeclareFamilyParams; readonly answer: EditsAnswer };
  /** What the rules let in and out; null where the document is not open. */
  readonly 'iptables/explain': { readonly params: DocumentParams; readonly answer: ExplainAnswer | null };
  readonly 'iptables/resetScript': { readonly params: Record<string, never>; readonly answer: ResetScriptAnswer };
}

export type RequestName = keyof Requests;
