// Owns `npm test`: everything is built, checked and tested.
import { enter } from './lib/enter.mjs';

enter('../test/main.mjs');
