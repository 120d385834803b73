// What Docker itself writes is left alone where the administrator can mend nothing.

import { expect, test } from 'vitest';
import { allFindingsOf } from '../../../server/src/lint/lint-file.ts';
import { RulesFile } from '../../../server/src/ruleset/rules-file.ts';

/** A chain to which packets come that leave one bridge, and its rule for those that enter the same one. */
function codesOf(chain: string): string[] {
  const text = [
    ...['*filter', ':INPUT ACCEPT [0:0]', ':FORWARD ACCEPT [0:0]', ':OUTPUT ACCEPT [0:0]', `:${chain} - [0:0]`],
    ...[`-A FORWARD -i docker0 ! -o docker0 -j ${chain}`, `-A ${chain} -o docker0 -j DROP`, 'COMMIT', ''],
  ].join('\n');
  return allFindingsOf(new RulesFile(text)).map(({ code }) => code);
}

test('the isolation of a single bridge', () => {
  expect(codesOf('DOCKER-ISOLATION-STAGE-2')).not.toContain('unreachable-rule');
  expect(codesOf('stage2')).toContain('unreachable-rule');
});
