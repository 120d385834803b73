// What the configuration files of a folder say of the documents in it, and what is wrong with these files.

import { DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { ConfigurationFault } from '../configuration/configuration.ts';
import type { Chosen } from '../ruleset/file-settings.ts';
import { CONFIGURATION_FILES, isConfigurationName } from '../vocabulary/file-names.ts';
import { attempt } from './attempt.ts';
import type { Refresh } from './diagnostics.ts';
import { ConfigurationFiles, type Faults } from './files/configuration-files.ts';
import type { Session } from './handler.ts';
import { HANDLERS } from './handlers/index.ts';
import type { Signals } from './signals.ts';

const WATCHED = `**/{${CONFIGURATION_FILES.map(({ name }) => name)}}`;

export interface Following {
  /** What holds for the document with this address. Never rejects. */
  readonly of: (uri: string) => Promise<Chosen>;
}

/** Keeps to the configuration files: what is wrong with them is told, and when they change all is looked at again. */
export function followConfiguration(session: Session, signals: Signals, refresh: Refresh): Following {
  const { connection, client, documents } = session;
  const source = new ConfigurationFiles(session.files, refresh);
  const watches = client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  let told: Faults = new Map();
  const tell = (): void => {
    const now = source.faults;
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
    if (uris.some(isConfigurationName)) changed();
  });
  signals.onFoldersChanged(changed);
  // Who does not watch sees a change with the next file that is opened.
  if (!watches) documents.onDidOpen(() => source.forget());
  return {
    of: async (uri) => {
      const chosen = await source.of(uri);
      if (source.faults !== told) tell();
      return chosen;
    },
  };
}

function toDiagnostic({ message, line, start, end }: ConfigurationFault): Diagnostic {
  const range = { start: { line, character: start }, end: { line, character: end } };
  return { range, severity: DiagnosticSeverity.Error, source: 'iptables', code: 'bad-configuration', message };
}
