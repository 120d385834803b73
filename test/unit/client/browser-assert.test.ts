// Owns that the suites ask the same of the browser as of Node: their assertions agree.
import * as node from 'node:assert/strict';
import { describe, expect, it } from 'vitest';
import * as browser from '../../support/browser-assert.ts';

function passes(check: () => void): boolean {
  try {
    check();
    return true;
  } catch {
    return false;
  }
}

const values: readonly unknown[] = [
  ...[undefined, null, 0, -0, 1, Number.NaN, '', '0', 'text', true, false],
  ...[[], [1], [1, 2], ['1'], [[1], { a: 1 }], {}, { a: 1 }, { a: '1' }, { a: 1, b: undefined }, { a: { b: [] } }],
  [1, undefined],
];

describe('the assertions of the browser', () => {
  it.each([
    ['equal', browser.equal, node.equal],
    ['deepEqual', browser.deepEqual, node.deepEqual],
    ['notEqual', browser.notEqual, node.notEqual],
  ])('%s as those of Node', (_name, browsers, nodes) => {
    for (const a of values) {
      for (const b of [...values, ...structuredClone(values)]) {
        const [ours, theirs] = [passes(() => browsers(a, b)), passes(() => nodes(a, b))];
        expect([a, b, ours]).toEqual([a, b, theirs]);
      }
    }
  });

  it('ok as those of Node', () => {
    for (const value of values) expect(passes(() => browser.ok(value))).toBe(passes(() => node.ok(value)));
  });

  it('match and do not match', () => {
    expect([passes(() => browser.match('abc', /b/)), passes(() => browser.match('abc', /d/))]).toEqual([true, false]);
    expect([passes(() => browser.doesNotMatch('abc', /d/)), passes(() => browser.doesNotMatch('abc', /b/))]).toEqual([
      true,
      false,
    ]);
  });
});
