// Owns a strict reader of small XML documents: tags must be closed in order, and nothing but entities may stand for & and <.

export interface Tag {
  readonly tag: string;
  readonly values: { readonly name?: string; readonly message?: string };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const PIECE = /<\?xml [^<>]*\?>|<(\/?)([a-z]+)((?: [a-z_-]+="[^"<]*")*)(\/?)>|([^<]+)/gy;

/** The opening tags in order; throws where the text is no XML. */
export function tagsOf(text: string): Tag[] {
  const tags: Tag[] = [];
  const open: string[] = [];
  let at = 0;
  for (const [piece, slash, tag = '', values = '', end, words] of text.matchAll(PIECE)) {
    at += piece.length;
    if (words !== undefined) meaning(words);
    if (tag === '') continue;
    if (slash === '/') {
      if (open.pop() !== tag) throw new Error(`</${tag}> closes another tag.`);
      continue;
    }
    if (end !== '/') open.push(tag);
    const pairs = [...values.matchAll(/ ([a-z_-]+)="([^"]*)"/g)];
    tags.push({ tag, values: Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, meaning(value)])) });
  }
  if (at < text.length) throw new Error(`No XML: ${text.slice(at, at + 60)}`);
  if (open.length > 0) throw new Error(`<${open.at(-1)}> is not closed.`);
  return tags;
}

function meaning(text: string): string {
  if (/[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text)) throw new Error('A letter that XML has not.');
  return text.replace(/&(?:#(\d+)|([a-z]+));?/g, (whole, number?: string, name = '') => {
    if (!whole.endsWith(';')) throw new Error(`No entity: ${whole}`);
    const letter = number === undefined ? ENTITIES[name] : String.fromCodePoint(Number(number));
    if (letter === undefined) throw new Error(`Unknown entity: ${whole}`);
    return letter;
  });
}
