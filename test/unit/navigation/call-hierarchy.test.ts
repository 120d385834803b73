// Who leads to a chain, and where it leads.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Range } from 'vscode-languageserver-types';
import {
  callHierarchyItemAt,
  incomingCallSteps,
  outgoingCallSteps,
} from '../../../server/src/features/call-hierarchy.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import { complete } from '../../../server/src/ruleset/steps.ts';
import * as made from '../../support/edited-files.ts';
import { everyPlace, marked } from './marks.ts';

const URI = 'file:///rules.v4';

function itemAt(file: RulesFile, line: number, character: number) {
  const item = callHierarchyItemAt(file, URI, { line, character });
  if (!item) throw new Error('No chain is named there');
  return item;
}

/** The calls of the chain at `$0`: the other end, its line, the places of the jumps. */
function calls(text: string): Record<'from' | 'to', readonly (readonly [string, number, ...string[]])[]> {
  const { file, position } = marked(text);
  const item = itemAt(file, position.line, position.character);
  const places = (ranges: readonly Range[]) => ranges.map(({ start }) => `${start.line}:${start.character}`);
  return {
    from: complete(incomingCallSteps(file, item)).map(
      ({ from, fromRanges }) => [from.name, from.selectionRange.start.line, ...places(fromRanges)] as const,
    ),
    to: complete(outgoingCallSteps(file, item)).map(
      ({ to, fromRanges }) => [to.name, to.selectionRange.start.line, ...places(fromRanges)] as const,
    ),
  };
}

describe('jumps and gotos', () => {
  const TEXT = [
    '*nat',
    ':web - [0:0]',
    '-A PREROUTING -j web',
    'COMMIT',
    '*filter',
    ':INPUT DROP [0:0]',
    ':web - [0:0]',
    ':log - [0:0]',
    '-A INPUT -p tcp --dport 80 -j web',
    '-A FORWARD -g web',
    '-I INPUT 1 -p tcp -j web',
    '-D INPUT -j web',
    '-A web -j log',
    '-A web -j LOG',
    '-A web -m limit -g log',
    '-A web -j nowhere',
    '-A log -j RETURN',
    'COMMIT',
    '',
  ].join('\n');

  test('to a chain, and from it', () => {
    expect(calls(TEXT.replace(':web - [0:0]\n:log', ':w$0eb - [0:0]\n:log'))).toEqual({
      from: [
        ['INPUT', 5, '8:30', '10:21'],
        ['FORWARD', 9, '9:14'],
      ],
      to: [['log', 7, '12:10', '14:19']],
    });
  });

  test('of a built-in chain', () => {
    expect(calls(TEXT.replace('-A INPUT -p tcp --dport', '-A IN$0PUT -p tcp --dport'))).toEqual({
      from: [],
      to: [['web', 6, '8:30', '10:21']],
    });
  });

  test('a chain under both of its names', () => {
    const text =
      '*filter\n:INPUT DROP [0:0]\n:old - [0:0]\n:log - [0:0]\n-A INPUT -j old\n-A old -j log\n-E old new\n-A INPUT -j ne$0w\n-A new -g log\nCOMMIT\n';
    expect(calls(text)).toEqual({ from: [['INPUT', 1, '4:12', '7:12']], to: [['log', 3, '5:10', '8:10']] });
  });
});

test('only for a chain that some line makes', () => {
  const { file, position } = marked('*filter\n-A INPUT -j no$0where\nCOMMIT\n');
  expect(callHierarchyItemAt(file, URI, position)).toBeUndefined();
});

test('an item whose line is another by now has no calls, and does not throw', () => {
  const { file } = marked('*filter\n:web - [0:0]\n-A INPUT -j web\nCOMMIT\n');
  const item = itemAt(file, 1, 2);
  file.edit({ start: { line: 0, character: 0 }, end: { line: 9, character: 0 } }, '# nothing\n');
  expect(complete(incomingCallSteps(file, item))).toEqual([]);
  expect(complete(outgoingCallSteps(file, item))).toEqual([]);
});

test('both ends tell the same, for any text', () => {
  fc.assert(
    fc.property(made.file, made.settings, (text, settings) => {
      const file = new RulesFile(text, { ...DEFAULT_SETTINGS, ...settings });
      for (const place of everyPlace(file)) {
        const item = callHierarchyItemAt(file, URI, place);
        if (!item) continue;
        for (const { to, fromRanges } of complete(outgoingCallSteps(file, item))) {
          const back = complete(incomingCallSteps(file, to)).flatMap((call) => call.fromRanges);
          for (const range of fromRanges) expect(back).toContainEqual(range);
        }
      }
    }),
    { numRuns: 50 },
  );
});
