// What the literal of cluster cannot say: the local node must be one of the cluster.

import { wholeNumber } from '../c-number.ts';
import type { ExtensionUse, UseCheck } from '../schema.ts';

/** Index and number of an option that is there and within 1 to 32; the literal judges everything else. */
function numberOf(use: ExtensionUse, name: string): { readonly index: number; readonly number: number } | undefined {
  const index = use.options.findIndex((option) => option.name === name);
  const text = use.options[index]?.values[0];
  const number = text === undefined ? undefined : wholeNumber(text, 32n);
  return number ? { index, number: Number(number) } : undefined;
}

/** `--cluster-local-node` is at most, and every bit of `--cluster-local-nodemask` within, `--cluster-total-nodes`. */
export const check: UseCheck = (use) => {
  const total = numberOf(use, '--cluster-total-nodes');
  if (!total) return [];
  const node = numberOf(use, '--cluster-local-node');
  if (node && node.number > total.number) {
    const message = `Node ${node.number} is outside the cluster of ${total.number}; write 1 to ${total.number}.`;
    return [{ message, option: node.index, value: 0 }];
  }
  const mask = numberOf(use, '--cluster-local-nodemask');
  const limit = 2 ** total.number - 1;
  if (mask && mask.number > limit) {
    const message = `The mask ${mask.number} names nodes beyond the last, ${total.number}; write at most ${limit}.`;
    return [{ message, option: mask.index, value: 0 }];
  }
  return [];
};
