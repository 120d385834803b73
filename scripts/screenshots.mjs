// Owns `npm run screenshots`: the pictures of the README.
import { enter } from './lib/enter.mjs';

enter('../screenshots/main.mjs');
