// Waiting for what may never come.

import { RAL } from 'vscode-languageserver';

/** Ends with a promise that does not reject, or after so many milliseconds: whether the promise ended in time. */
export function soon(promise: Promise<unknown>, patience: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = RAL().timer.setTimeout(() => resolve(false), patience);
    void promise.then(() => {
      timer.dispose();
      resolve(true);
    });
  });
}
