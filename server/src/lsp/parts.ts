// The parts of the server that are loaded when the first request needs them. The server for browsers has them from the start.
// Who only tells something of a document awaits the part first and then the document, so that what is told is of its newest text.

import type { RulesDocument } from './documents.ts';
import { throwIfChanged } from './slices.ts';

/** Loads a part: once, and again where that failed. */
function late<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw new Error(sentence(error));
    });
    return loading;
  };
}

/** A server that was installed anew while it ran does not find its own parts any more. */
function sentence(error: unknown): string {
  const reason = (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
  return `A part of the server cannot be loaded: ${reason}. Restart the server; if that does not help, install it again.`;
}

export const words = late(() => import('../features/parts/words.ts'));
export const changes = late(() => import('../features/parts/changes.ts'));
export const packets = late(() => import('../features/parts/packets.ts'));
export const configurations = late(() => import('../configuration/configuration.ts'));

/** A part for edits of a document. Rejects with ContentModified where that changed while the part was loaded. */
export async function partFor<T>(open: RulesDocument, part: () => Promise<T>): Promise<T> {
  const { edition } = open;
  const loaded = await part();
  throwIfChanged(open, edition);
  return loaded;
}

export type Changes = Awaited<ReturnType<typeof changes>>;
export type Packets = Awaited<ReturnType<typeof packets>>;
