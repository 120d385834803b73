// Owns `npm run check`: types, lint, layout, layers and generated files.
import { enter } from './lib/enter.mjs';

enter('../check/main.mjs');
