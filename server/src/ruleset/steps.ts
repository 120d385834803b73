// Long work cut into steps, so that whoever runs it may stop between two of them and go on later, or not at all.

/**
 * Work that yields where it may stop and returns its result. Between its first and its last step its file must not
 * change: work on a file that did is to be dropped. It holds on to nothing that other questions to the file overwrite.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Runs all steps at once. */
export function complete<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
