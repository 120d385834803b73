// What the configuration files of a folder say of the documents in it, and what is wrong with these files.

import { type Diagnostic, DiagnosticSeverity, DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import type { Chosen } from '../ruleset/file-settings.ts';
import { attempt } from './attempt.ts';
import type { Refresh } from './diagnostics.ts';
import type { Session } from './handler.ts';
import { HANDLERS } from './handlers/index.ts';
import type { Signals } from './signals.ts';

const WATCHED = '**/iptables-lint.{json,jsonc,yaml}';
const IS_CONFIGURATION = /\/iptables-lint\.(json|jsonc|yaml)$/;

/** What is wrong at a place of a configuration file, counted from 0. */
export interface ConfigurationFault {
  readonly message: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** Where configurations come from: the disk. Knows what it has read until it is told to forget. */
export interface ConfigurationSource {
  /** What holds for the document with this address; the same object as long as it was not told to forget. */
  readonly of: (uri: string) => Chosen;
  /** What is wrong, by the address of each configuration file that was read. */
  readonly faults: () => ReadonlyMap<string, readonly ConfigurationFault[]>;
  readonly forget: () => void;
}

export interface Following {
  readonly of: (uri: string) => Chosen;
}

/** Keeps to the configuration files: what is wrong with them is told, and when they change all is looked at again. */
export function followConfiguration(
  session: Session,
  signals: Signals,
  source: ConfigurationSource,
  refresh: Refresh,
): Following {
  const { connection, client, documents } = session;
  const watches = client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  let told: ReadonlyMap<string, readonly ConfigurationFault[]> = new Map();
  const tell = (): void => {
    const now = source.faults();
    for (const uri of new Set([...told.keys(), ...now.keys()])) {
      const faults = now.get(uri) ?? [];
      if (faults.length === 0 && (told.get(uri)?.length ?? 0) === 0) continue;
      if (told.get(uri) === faults) continue;
      void attempt(() => connection.sendDiagnostics({ uri, diagnostics: faults.map(toDiagnostic) }));
    }
    told = now;
  };
  signals.onInitialized(() => {
    if (!watches) return;
    const watchers = [{ globPattern: WATCHED }];
    void attempt(() => connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
  });
  const changed = (): void => {
    source.forget();
    refresh();
    for (const handler of HANDLERS) handler.settingsChanged?.(session);
  };
  signals.onFilesChanged((uris) => {
    if (uris.some((uri) => IS_CONFIGURATION.test(uri))) changed();
  });
  // Who does not watch sees a change with the next file that is opened.
  if (!watches) documents.onDidOpen(() => source.forget());
  return {
    of: (uri) => {
      const chosen = source.of(uri);
      if (source.faults() !== told) tell();
      return chosen;
    },
  };
}

function toDiagnostic({ message, line, start, end }: ConfigurationFault): Diagnostic {
  const range = { start: { line, character: start }, end: { line, character: end } };
  return { range, severity: DiagnosticSeverity.Error, source: 'iptables', code: 'bad-configuration', message };
}
