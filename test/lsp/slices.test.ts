// The room in which long work runs in slices: what it costs, when it gives way, how it ends.

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CancellationToken, CancellationTokenSource } from 'vscode-languageserver/node';
import { RulesDocument } from '../../server/src/lsp/documents.ts';
import { atOnce, hearRequest, inSlices, isSlow } from '../../server/src/lsp/slices.ts';
import type { Steps } from '../../server/src/ruleset/steps.ts';

const REQUEST_CANCELLED = -32800;
const CONTENT_MODIFIED = -32801;

const document = () => RulesDocument.create('file:///rules.v4', 'iptables', 1, '*filter\nCOMMIT\n');

/** The time goes on only where it is spent: on a busy machine every step may take long. */
let now = 0;
beforeEach(() => {
  vi.spyOn(Date, 'now').mockImplementation(() => now);
});
afterEach(() => {
  vi.restoreAllMocks();
});

function spend(ms: number): void {
  now += ms;
}

/** Work of so many steps of so many milliseconds; answers the numbers of its steps. */
function* counting(steps: number, ms: number): Steps<number[]> {
  const done: number[] = [];
  for (let i = 0; i < steps; i++) {
    spend(ms);
    done.push(i);
    yield;
  }
  return done;
}

/** How often the event loop turns until `work` is done. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let turns = 0;
  let busy = true;
  const turn = () => {
    turns++;
    if (busy) setImmediate(turn);
  };
  setImmediate(turn);
  await work;
  busy = false;
  return turns;
}

test('short work is done before the event loop turns', async () => {
  const work = inSlices(document(), CancellationToken.None, () => counting(100, 0));
  expect(await turnsDuring(work)).toBe(0);
  expect(await work).toHaveLength(100);
});

test('long work gives way again and again, and its result is the same', async () => {
  const work = inSlices(document(), CancellationToken.None, () => counting(60, 2));
  expect(await turnsDuring(work)).toBeGreaterThan(3);
  expect(await work).toEqual(Array.from({ length: 60 }, (_, i) => i));
});

test('it ends at the next slice when it is cancelled', async () => {
  const source = new CancellationTokenSource();
  let steps = 0;
  const work = inSlices(document(), source.token, function* () {
    for (; steps < 1000; steps++) {
      spend(2);
      yield;
    }
  });
  setTimeout(() => source.cancel());
  await expect(work).rejects.toMatchObject({ code: REQUEST_CANCELLED });
  expect(steps).toBeLessThan(1000);
});

test('it does not begin when it was cancelled before', async () => {
  const begun = () => {
    throw new Error('begun');
  };
  await expect(inSlices(document(), CancellationToken.Cancelled, begun)).rejects.toMatchObject({
    code: REQUEST_CANCELLED,
  });
});

test.each([
  ['a change', (open: RulesDocument) => RulesDocument.update(open, [{ text: '*nat\nCOMMIT\n' }], 2)],
  ['other settings', (open: RulesDocument) => open.configure({ ...open.settings, family: 6 })],
  ['the closing', (open: RulesDocument) => open.close()],
])('it ends after %s of its document', async (_, disturb) => {
  const open = document();
  const work = inSlices(open, CancellationToken.None, () => counting(1000, 2));
  setTimeout(() => disturb(open));
  await expect(work).rejects.toMatchObject({ code: CONTENT_MODIFIED });
});

test('a fault in a step is the fault of the request', async () => {
  const work = inSlices(document(), CancellationToken.None, function* () {
    spend(10);
    yield;
    throw new Error('a fault in a step');
  });
  await expect(work).rejects.toThrow('a fault in a step');
});

test('a document is slow while its last work had a stretch that could not be cut', async () => {
  const open = document();
  await inSlices(open, CancellationToken.None, () => counting(10, 2));
  expect(isSlow(open)).toBe(false);
  atOnce(open, () => spend(20));
  expect(isSlow(open)).toBe(true);
  const next = inSlices(open, CancellationToken.None, () => counting(1, 0));
  expect(await turnsDuring(next)).toBeGreaterThan(0);
  expect(isSlow(open)).toBe(false);
});

test('many long works at once leave the event loop as free as one, and take turns', async () => {
  const from = now;
  let spent = now;
  let most = 0;
  let busy = true;
  const turn = () => {
    most = Math.max(most, now - spent);
    spent = now;
    if (busy) setImmediate(turn);
  };
  setImmediate(turn);
  const ends: number[] = [];
  const works = Array.from({ length: 5 }, async () => {
    await inSlices(document(), CancellationToken.None, () => counting(20, 2));
    ends.push(now - from);
  });
  await Promise.all(works);
  busy = false;
  expect(most).toBeLessThanOrEqual(10);
  // Of 200 milliseconds for all of them the first to be done needs most.
  expect(ends[0]).toBeGreaterThan(150);
});

test('of several requests that come together none waits for slices of another', async () => {
  const from = now;
  const long = inSlices(document(), CancellationToken.None, () => counting(100, 2));
  // As the connection does: each message is dealt with in a turn of its own.
  let left = 6;
  const last = new Promise<number>((resolve) => {
    const next = () => {
      hearRequest();
      if (--left > 0) setImmediate(next);
      else resolve(now - from);
    };
    setImmediate(next);
  });
  expect(await last).toBeLessThanOrEqual(10);
  await long;
});
