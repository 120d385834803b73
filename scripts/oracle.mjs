// Owns `npm run oracle:fetch`: the known releases of iptables, unpacked side by side, to be asked by the fuzz and the tests.
import { enter } from './lib/enter.mjs';

enter('../oracle/main.mjs');
