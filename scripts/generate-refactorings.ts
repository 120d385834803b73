// Writes server/src/features/refactor/registry.ts: the list of all refactorings, from the files that are there.
// Run: node scripts/generate-refactorings.ts [--check]

import { writeOutputs } from './generate/outputs.ts';
import { namesIn, registry } from './generate/registry.ts';

const file = 'server/src/features/refactor/registry.ts';

writeOutputs({
  file,
  text: registry({
    file,
    what: 'All refactorings',
    by: 'scripts/generate-refactorings.ts',
    type: { name: 'Refactoring', from: './common/refactoring.ts' },
    list: 'REFACTORINGS',
    folder: '.',
    names: namesIn('server/src/features/refactor', 'registry'),
  }),
});
