// Owns `npm run build`: the bundles of both doors of the extension and of the server.
import { enter } from './lib/enter.mjs';

enter('../build/main.mjs');
