// Placeholders of template engines and shells in a rules file: what a machine will put there nobody knows yet.

/** Stands for every character of a placeholder, so that columns stay and a placeholder is one word. Private use. */
export const UNKNOWN = '\uE000';

const PLACEHOLDER = /\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|<%.*?%>|\$\{[^}]*\}|\$\([^)]*\)|\$[A-Za-z_]\w*/g;
const ENDING = /\.(j2|erb|tmpl|tpl)$/;

/** The line with every character of a placeholder replaced by `UNKNOWN`; the line itself where there is none. */
export function maskPlaceholders(line: string): string {
  if (!/[{<$]/.test(line)) return line;
  return line.replace(PLACEHOLDER, (text) => UNKNOWN.repeat(text.length));
}

/** The placeholder that holds or touches a column. */
export function placeholderAt(
  line: string,
  column: number,
): { readonly start: number; readonly end: number } | undefined {
  for (const { index, 0: text } of line.matchAll(PLACEHOLDER)) {
    const end = index + text.length;
    if (column >= index && column <= end) return { start: index, end };
  }
  return undefined;
}

/** True for a masked line of which nothing is known: a control line, or a placeholder alone. */
export function isUnknownLine(masked: string): boolean {
  return masked.includes(UNKNOWN) && /^[\s\uE000]*$/.test(masked);
}

/** True for names of template files. */
export function isTemplateName(path: string): boolean {
  return ENDING.test(path);
}

/** Lines between two statements of a template's engine: they may be left out, or come several times. */
export interface ControlBlock {
  /** The line of the statement that opens it. */
  readonly first: number;
  /** The line of the statement that closes it. */
  readonly last: number;
}

/** What stands between the signs of a statement or expression, by engine. */
const STATEMENT = /\{%[-+]?\s*(.*?)\s*[-+]?%\}|<%[-_]?\s*(.*?)\s*[-_]?%>|\{\{-?\s*(.*?)\s*-?\}\}/g;
/** Of Jinja, ERB and Go, in the order of `STATEMENT`. */
const OPENS = [
  /^(if|for|macro|call|filter|block|with|raw|autoescape)\b|^set\s+\w+$/,
  /^(if|unless|case|while|until|for|begin)\b|\bdo(\s*\|[^|]*\|)?$|\{\s*\|[^|]*\|$/,
  /^(if|range|with|define|block)\b/,
];
const CLOSES = [/^end[a-z]+\b/, /^(end\b|\})/, /^end$/];

/** The outermost blocks of a template's statements, in order. One that nothing closes is none. */
export function controlBlocks(lines: readonly string[]): ControlBlock[] {
  const blocks: ControlBlock[] = [];
  let depth = 0;
  let first = 0;
  for (const [index, line] of lines.entries()) {
    for (const found of line.matchAll(STATEMENT)) {
      const engine = [1, 2, 3].findIndex((group) => found[group] !== undefined);
      const text = found[engine + 1] ?? '';
      if (OPENS[engine]?.test(text)) {
        if (depth === 0) first = index;
        depth++;
      } else if (CLOSES[engine]?.test(text) && depth > 0) {
        depth--;
        if (depth === 0 && index > first) blocks.push({ first, last: index });
      }
    }
  }
  return blocks;
}
