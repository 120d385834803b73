// How a hover is laid out: title, paragraphs, facts, an example and where it is all from, as Markdown.

/** A line of the list of facts: a bold name and what there is to say. */
export interface Fact {
  readonly name: string;
  readonly says: string;
}

/** What a hover says. Parts that are missing or empty are left out. Texts are Markdown. */
export interface Page {
  readonly title: string;
  readonly paragraphs?: readonly (string | undefined)[];
  readonly facts?: readonly (Fact | undefined)[];
  /** Lines of a rules file that load. */
  readonly example?: string | undefined;
  readonly source?: string | undefined;
}

/** The Markdown of a page. */
export function render({ title, paragraphs = [], facts = [], example, source }: Page): string {
  const blocks = [title, ...paragraphs.filter((text) => text !== undefined && text !== '')];
  const lines = facts.flatMap((one) => (one && one.says !== '' ? [`- **${one.name}:** ${one.says}`] : []));
  if (lines.length > 0) blocks.push(lines.join('\n'));
  if (example !== undefined && example !== '') blocks.push(`\`\`\`iptables\n${example}\n\`\`\``);
  if (source !== undefined) blocks.push(`*Source: ${source}*`);
  return blocks.join('\n\n');
}

/** A fact, or nothing where there is nothing to say. */
export function fact(name: string, says: string | undefined): Fact | undefined {
  return says === undefined || says === '' ? undefined : { name, says };
}

/** A bold title of code and, behind a dot, what it is: "`--dport` · option of `-m tcp`". */
export function titled(syntax: string, what: string): string {
  return `**${code(syntax)}**${what === '' ? '' : ` · ${what}`}`;
}

/** No word of a file makes a hover longer than this. */
const WORD_LIMIT = 120;

/** A text of the user's or ours as inline code, whatever backticks and line breaks it holds. */
export function code(text: string): string {
  return codeUpTo(WORD_LIMIT, text);
}

/** The same of a text that is cut where it is longer than `limit` UTF-16 units. */
export function codeUpTo(limit: number, text: string): string {
  const short = text.length > limit ? `${text.slice(0, limit)}…` : text;
  const flat = short.replace(/\s/g, ' ');
  let fence = '`';
  while (flat.includes(fence)) fence += '`';
  const pad = flat.trim() === '' || flat.startsWith('`') || flat.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${flat}${pad}${fence}`;
}
