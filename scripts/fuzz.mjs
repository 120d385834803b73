// Owns `npm run fuzz:oracle`: our errors against what the real loaders do, on rules made up from a seed.
import { enter } from './lib/enter.mjs';

enter('../../test/oracle/fuzz/main.ts');
