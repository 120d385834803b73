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

/** True for a masked line of which nothing is known: a control line, or a placeholder alone. */
export function isUnknownLine(masked: string): boolean {
  return masked.includes(UNKNOWN) && /^[\s\uE000]*$/.test(masked);
}

/** True for names of template files. */
export function isTemplateName(path: string): boolean {
  return ENDING.test(path);
}
