// Refactorings on any text: none throws, edits never overlap, nothing that loads is broken, and of large files little is read.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeActionSteps } from '../../../server/src/features/code-actions.ts';
import { Selection } from '../../../server/src/features/refactor/common/selection.ts';
import { REFACTORINGS } from '../../../server/src/features/refactor/registry.ts';
import type { Rule } from '../../../server/src/ruleset/rule.ts';
import { DEFAULT_SETTINGS, type Entry, RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import { complete } from '../../../server/src/ruleset/steps.ts';
import { anyFile, applied, fileOf, linesOf, RULES } from '../edits/apply.ts';
import { editsOf } from './refactored.ts';

const MORE = [
  '-A INPUT -p tcp -m tcp --dport 80 -j ACCEPT',
  '-A INPUT -p tcp -m multiport --dports 1,2,3:4 -j ACCEPT',
  '-A INPUT -p tcp -m multiport --dports 1,,3 -j ACCEPT',
  '-A INPUT -m comment --comment "why not" -j LOG',
  ':MINE - [0:0]',
  ':b - [0:0]',
  ':a - [0:0]',
  '-N c',
  '-A INPUT -j a',
  '-A a -p tcp -j DROP',
  '-A FORWARD -o docker0 -j DOCKER',
  '-A ',
  '-A INPUT -p',
];

const client = {
  uri: 'file:///rules.v4',
  commands: new Set(['iptables.restrictToSource']),
  createsFiles: true,
  open: () => [],
};

/** Faults of lines, and what the table's commands and jumps meet. */
function mistakes(file: RulesFile): number {
  return file.faultyLines + file.blocks.reduce((sum, { standing }) => sum + standing.incidents.length, 0);
}

describe('refactorings of any text', () => {
  it('neither throw nor break what loads', () => {
    const text = fc
      .tuple(anyFile, fc.array(fc.constantFrom(...MORE, ...RULES), { maxLength: 12 }))
      .map(([one, two]) => [...one.slice(0, 2), ...two, ...one.slice(2)]);
    const place = fc.tuple(fc.nat(30), fc.nat(8), fc.boolean());
    fc.assert(
      fc.property(text, place, (lines, [first, more, template]) => {
        const file = fileOf(lines, 4, { template });
        const range = { start: { line: first, character: 3 }, end: { line: first + more, character: 0 } };
        const before = mistakes(file);
        for (const { name, offers } of REFACTORINGS) {
          for (const offer of offers(new Selection(file, range, client))) {
            if (!('edits' in offer.change)) continue;
            const after = fileOf(linesOf(applied(lines, editsOf(offer))), 4, { template });
            expect(mistakes(after), `${name}: ${offer.title}`).toBeLessThanOrEqual(before);
          }
        }
      }),
      { numRuns: 800 },
    );
  });
});

/** Counts how often a line is looked at. */
class CountingFile extends RulesFile {
  looks = 0;

  override entry(index: number): Entry {
    this.looks++;
    return super.entry(index);
  }

  override rule(index: number): Rule {
    this.looks++;
    return super.rule(index);
  }
}

describe('code actions in a large file', () => {
  it('look at the lines around the selection, and at no others', () => {
    const rules = Array.from({ length: 20_000 }, (_, at) => `-A INPUT -p tcp -m tcp --dport ${at + 1} -j ACCEPT`);
    const ofDocker = rules.map((rule) => rule.replace('INPUT', 'DOCKER'));
    const text = ['*filter', ':DOCKER - [0:0]', ...rules, ...ofDocker, 'COMMIT', ''].join('\n');
    const file = new CountingFile(text, DEFAULT_SETTINGS);
    const ask = (line: number) => {
      const range = { start: { line, character: 0 }, end: { line, character: 0 } };
      const request = { uri: client.uri, range, client, only: ['refactor'], resolves: true };
      return complete(codeActionSteps(file, request)).map(({ title }) => title);
    };
    expect(ask(30_000)).toContain('Remove the chains and rules of Docker');
    for (const line of [1, 10, 15_000, 25_000, 40_001]) {
      file.looks = 0;
      ask(line);
      expect(file.looks).toBeLessThan(1000);
    }
  });
});
