// Owns `npm run generate`: writes every generated file anew.
import { enter } from './lib/enter.mjs';

enter('../generate/main.mjs');
