// Owns `npm run package`: the .vsix.
import { enter } from './lib/enter.mjs';

enter('../package/main.mjs');
