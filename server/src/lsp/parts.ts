// The parts of the server that are loaded when the first request needs them. The server for browsers has them from the start.

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

// Who needs a document and a part awaits the part first, so that nothing comes between the document and the work on it.
export const words = late(() => import('../features/parts/words.ts'));
export const changes = late(() => import('../features/parts/changes.ts'));
export const packets = late(() => import('../features/parts/packets.ts'));
export const configurations = late(() => import('../configuration/configuration.ts'));

export type Changes = Awaited<ReturnType<typeof changes>>;
export type Packets = Awaited<ReturnType<typeof packets>>;
