// redundant-rule is told of a rule that changes no verdict, and not where a rule behind it would count its packets.

import { expect, test } from 'vitest';
import { allFindingsOf } from '../../../server/src/lint/lint-file.ts';
import { RulesFile } from '../../../server/src/ruleset/rules-file.ts';

function redundantAmong(...rules: string[]): number[] {
  const file = new RulesFile(['*filter', ':INPUT DROP [0:0]', ...rules, 'COMMIT', ''].join('\n'));
  return allFindingsOf(file).flatMap(({ code, line }) => (code === 'redundant-rule' ? [line - 2] : []));
}

test('of a rule that says what the policy says', () => {
  expect(redundantAmong('-A INPUT -s 192.0.2.1 -j DROP', '-A INPUT -p tcp --dport 22 -j ACCEPT')).toEqual([]);
  expect(redundantAmong('-A INPUT -p udp -j DROP', '-A INPUT -p tcp --dport 22 -j ACCEPT')).toEqual([0]);
});

test('not where its packets would come on a list, or use up a limit, that decides on others', () => {
  const drop = '-A INPUT -p tcp --dport 22 -s 192.0.2.1 -j DROP';
  const last = '-A INPUT -p tcp --dport 80 -j ACCEPT';
  expect(redundantAmong(drop, '-A INPUT -p tcp --dport 22', last)).toEqual([0]);
  expect(redundantAmong(drop, '-A INPUT -p tcp --dport 22 -m recent --set --name ssh', last)).toEqual([]);
  expect(redundantAmong(drop, '-A INPUT -p tcp --dport 22 -m limit --limit 3/min -j DROP', last)).toEqual([]);
  expect(redundantAmong(drop, '-A INPUT -p udp -m limit --limit 3/min -j ACCEPT', last)).toEqual([0]);
});
