// Owns `npm run bench`: how fast the linter and the server are, as one table.
import { enter } from './lib/enter.mjs';

enter('../../test/bench/main.ts');
