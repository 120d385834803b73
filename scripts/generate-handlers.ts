// Writes server/src/lsp/handlers/index.ts: the list of all handlers, from the files that are there.
// Run: node scripts/generate-handlers.ts [--check]

import { writeOutputs } from './generate/outputs.ts';
import { namesIn, registry } from './generate/registry.ts';

const file = 'server/src/lsp/handlers/index.ts';

writeOutputs({
  file,
  text: registry({
    file,
    what: 'All handlers',
    by: 'scripts/generate-handlers.ts',
    type: { name: 'Handler', from: '../handler.ts' },
    list: 'HANDLERS',
    folder: '.',
    names: namesIn('server/src/lsp/handlers', 'index'),
  }),
});
