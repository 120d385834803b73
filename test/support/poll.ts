// Owns waiting in tests: asking again until the answer is there, instead of sleeping for a guess.

/**
 * Asks until the answer is not undefined, and throws with `what` when it does not come.
 * @param what what is waited for, in a few words
 * @param ask called every 50 ms
 * @param patience milliseconds
 */
export async function poll<T>(
  what: string,
  ask: () => T | undefined | Promise<T | undefined>,
  patience = 15_000,
): Promise<T> {
  const start = performance.now();
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() - start > patience) throw new Error(`Waited ${patience} ms in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
