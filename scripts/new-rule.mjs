// Owns `npm run new-rule`: the file of a new lint rule, and its page.
import { enter } from './lib/enter.mjs';

enter('../new-rule/main.mjs');
