// Owns the progress lines: a step that takes longer than a second says so, and says when it is done.

const firstWord = 1000;
const stillThere = 15_000;

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

/**
 * Does the work; after a second prints `what ...`, and at its end how long it took.
 * @template T
 * @param {string} what a few words in the -ing form, such as `Installing packages`
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(what, work) {
  const start = Date.now();
  let said = false;
  const say = () => {
    process.stdout.write(said ? `${what}: still at it after ${seconds(start)}\n` : `${what} ...\n`);
    said = true;
  };
  const first = setTimeout(say, firstWord);
  const again = setInterval(say, stillThere);
  try {
    const result = await work();
    if (said) process.stdout.write(`${what}: done in ${seconds(start)}\n`);
    return result;
  } finally {
    clearTimeout(first);
    clearInterval(again);
  }
}
