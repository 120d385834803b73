// How a file is to be read: what the settings of its reader say.

import type { Backend, Family, Version } from '../vocabulary/schema.ts';

/** How a file is to be read. */
export interface FileSettings {
  readonly family: Family;
  readonly backend: Backend | 'both';
  readonly version: Version | 'any';
  /** Extension names that the user knows to exist. */
  readonly extensions: readonly string[];
  /** A template: placeholders are words that nobody knows. */
  readonly template: boolean;
  /** A fragment, made for `iptables-restore -n`: its chains may be declared elsewhere. */
  readonly fragment: boolean;
  /** SSH from anywhere where it is missing. */
  readonly management?: Management;
  /** What is known of the machine that loads the file. */
  readonly host?: KnownHost;
  /** False: comments suppress no findings. */
  readonly suppressions?: boolean;
  /** In so many lines with faults the slip behind them is looked for; further ones count as one fault each. All when missing. */
  readonly mostExplained?: number;
  /** The rules of the same machine for the other family, where they are known. */
  readonly twin?: Twin;
  /** How grave findings are that are no errors, by code or lint rule; those of the recommended preset when missing. */
  readonly grades?: Readonly<Record<string, 'off' | 'hint' | 'information' | 'warning'>>;
}

/** A file for the other family: its name and its text. */
export interface Twin {
  readonly name: string;
  readonly text: string;
}

/** How the machine is managed from afar. */
export interface Management {
  /** TCP ports: one of them must let somebody in. */
  readonly ports: readonly number[];
  /** Addresses and networks to which it must do so; empty: anywhere is enough. */
  readonly sources: readonly string[];
}

/** What is known of a machine. What is missing, nobody knows. */
export interface KnownHost {
  /** All that it has or will have; a name that ends with `+` stands for all that begin so. */
  readonly interfaces?: readonly string[];
  /** Its addresses with the length of their network, by interface. */
  readonly addresses?: Readonly<Record<string, readonly string[]>>;
  /** What is in its sets, by their names: all sets that it has. */
  readonly sets?: Readonly<Record<string, readonly string[]>>;
  /** The ports that Docker publishes. */
  readonly published?: readonly PublishedPort[];
}

/** A port that Docker hands on to a container. */
export interface PublishedPort {
  readonly port: number;
  readonly protocol: 'tcp' | 'udp';
}

export const SSH_FROM_ANYWHERE: Management = { ports: [22], sources: [] };

export const DEFAULT_SETTINGS: FileSettings = {
  family: 4,
  backend: 'both',
  version: 'any',
  extensions: [],
  template: false,
  fragment: false,
};

/** What a configuration says of a file; of what is missing it says nothing. */
export interface Chosen extends Partial<Omit<FileSettings, 'family'>> {
  /** There and undefined: the file tells. */
  readonly family?: Family | undefined;
}
