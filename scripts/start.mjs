// Owns `npm start`: the editor with the extension in it, in one command.
import { enter } from './lib/enter.mjs';

enter('../start/main.mjs');
