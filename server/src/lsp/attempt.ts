// Sends what nothing hangs on.

/**
 * Sends something and goes on whatever comes of it: a refusal, a connection that is closed, no answer for ever. A client
 * may refuse any request, also one that its capabilities promise to answer.
 */
export async function attempt(send: () => Promise<unknown>): Promise<void> {
  try {
    await send();
  } catch {
    // A refusal is the client's right, and where the connection is closed there is nobody to tell.
  }
}
