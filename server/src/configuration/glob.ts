// Patterns of paths: `*` and `?` within a name, `**` across folders, `{a,b}`, `[abc]`.

/** Whether a path from the pattern's folder on fits. A pattern without a slash is for names in every folder. */
export function fits(pattern: string, path: string): boolean {
  let source = known.get(pattern);
  if (!source) {
    const bare = pattern.replace(/^\.?\//, '');
    source = new RegExp(`^${expressionOf(bare.includes('/') || bare !== pattern ? bare : `**/${bare}`)}$`);
    known.set(pattern, source);
  }
  return source.test(path);
}

const known = new Map<string, RegExp>();

const PIECES = /\*\*\/|\/\*\*$|\*\*|\*|\?|\{[^{}]*\}|\[[^\]/]+\]|./gsu;

function expressionOf(pattern: string): string {
  return (pattern.match(PIECES) ?? []).map(pieceOf).join('');
}

function pieceOf(piece: string): string {
  if (piece === '**/') return '(?:[^/]+/)*';
  if (piece === '/**') return '/.+';
  if (piece === '**') return '.*';
  if (piece === '*') return '[^/]*';
  if (piece === '?') return '[^/]';
  if (piece.length > 1 && piece.startsWith('{'))
    return `(?:${piece.slice(1, -1).split(',').map(expressionOf).join('|')})`;
  if (piece.length > 1 && piece.startsWith('['))
    return `[${piece
      .slice(1, -1)
      .replace(/^!/, '^')
      .replace(/[\\\]]/g, '\\$&')}]`;
  return piece.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
