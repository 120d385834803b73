// Owns the proof that the file which comes of following the introduction loads: the real loaders take it.
import * as assert from 'node:assert/strict';
import { describeWithIptables, refusalsOf } from '../../support/iptables.ts';
import { INTRODUCTION_FILE } from '../introduction-file.ts';

describeWithIptables(describe, 'the file that was typed by the introduction', () => {
  it('is loaded by both back ends', () => {
    assert.deepEqual(refusalsOf(INTRODUCTION_FILE, 4), []);
  });
});
