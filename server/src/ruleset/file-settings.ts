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
}

export const DEFAULT_SETTINGS: FileSettings = {
  family: 4,
  backend: 'both',
  version: 'any',
  extensions: [],
  template: false,
  fragment: false,
};
