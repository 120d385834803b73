// Owns which packages each part of the house may import; TypeScript's project references own which layer may import which.

const node = /^node:/;
const types = /^vscode-languageserver-types$/;
const serverPackages = /^vscode-languageserver(-textdocument|-types)?$/;
const clientPackages = /^(vscode|vscode-languageclient|vscode-languageserver-types)$/;

/** What reads a line keeps what it found only until the next: nobody outside of ruleset/ may hold on to it. */
const beyondTheReader = /^server\/src\/(?!ruleset\/reader\/)/;

export interface Row {
  /** The files that the row speaks of, by their path from the root. */
  readonly place: RegExp;
  readonly packages: readonly RegExp[];
  /** Where relative imports may lead, from the root. */
  readonly relative: RegExp;
  /** The packages in words, for the message. */
  readonly allowed: string;
}

/** The first row whose place fits a file decides. */
export const rows: readonly Row[] = [
  {
    place: /^server\/src\/(main\.node|cli|cli\/.*|node\/.*)\.ts$/,
    packages: [node, serverPackages, /^vscode-languageserver\/node$/, /^ignore$/],
    relative: /^server\/(src\/(?!ruleset\/reader\/)|package\.json$)/,
    allowed: 'node:*, ignore, vscode-languageserver and its /node',
  },
  {
    place: /^server\/src\/main\.browser\.ts$/,
    packages: [serverPackages, /^vscode-languageserver\/browser$/],
    relative: /^server\/(src\/(?!ruleset\/reader\/)|package\.json$)/,
    allowed: 'vscode-languageserver and its /browser',
  },
  {
    place: /^server\/src\/lsp\//,
    packages: [serverPackages],
    relative: beyondTheReader,
    allowed: 'vscode-languageserver, vscode-languageserver-textdocument, vscode-languageserver-types',
  },
  {
    place: /^server\/src\/features\//,
    packages: [types],
    relative: beyondTheReader,
    allowed: 'vscode-languageserver-types',
  },
  {
    place: /^server\/src\/configuration\//,
    packages: [/^(jsonc-parser|yaml)$/],
    relative: beyondTheReader,
    allowed: 'jsonc-parser, yaml',
  },
  { place: /^server\/src\/ruleset\//, packages: [], relative: /^server\/src\//, allowed: 'none' },
  { place: /^server\/src\//, packages: [], relative: beyondTheReader, allowed: 'none' },
  {
    place: /^client\/src\/.*\.node\.ts$/,
    packages: [node, clientPackages, /^vscode-languageclient\/node$/],
    relative: /^(client\/src|server\/src\/features)\//,
    allowed: 'node:*, vscode, vscode-languageclient and its /node',
  },
  {
    place: /^client\/src\/.*\.browser\.ts$/,
    packages: [clientPackages, /^vscode-languageclient\/browser$/],
    relative: /^(client\/src|server\/src\/features)\//,
    allowed: 'vscode, vscode-languageclient and its /browser',
  },
  {
    place: /^client\/src\//,
    packages: [clientPackages],
    relative: /^(client\/src|server\/src\/features)\//,
    allowed: 'vscode, vscode-languageclient',
  },
];
