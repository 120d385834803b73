// Owns `npm run rules:count`: how often each lint rule speaks of the real files that lie beside the project.
import { enter } from './lib/enter.mjs';

enter('../../test/oracle/lint-counts/main.ts');
