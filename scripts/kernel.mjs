// Owns `npm run test:kernel`: the trace against what the kernel counts of real packets.
import { enter } from './lib/enter.mjs';

enter('../../test/oracle/kernel/main.ts');
