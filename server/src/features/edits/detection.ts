// Tells whether a text is a rules file by its first lines, for editors that met it as plain text.

export { looksLikeRules } from '../../vocabulary/file-names.ts';
