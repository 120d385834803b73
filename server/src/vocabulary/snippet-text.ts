// The syntax of snippets, as the protocol has it: texts with tab stops.

/** `\$`, `$1`, `${1:text}` and `${1|one,another|}`: all that our snippets use. */
const STOP = /\\([\\$}])|\$(\d+)|\$\{(\d+)(?::((?:\\.|[^}\\])*)|\|((?:\\.|[^,|\\])*)[^}]*)\}/g;

/** A snippet's text as it stands when nothing is typed: placeholders' texts, the first of each choice. */
export function plainSnippet(body: string): string {
  const texts = new Map<string, string>();
  return body.replace(STOP, (_stop, escaped?: string, again?: string, stop = '', placeholder?: string, choice = '') => {
    if (escaped !== undefined) return escaped;
    if (again !== undefined) return texts.get(again) ?? '';
    texts.set(stop, (placeholder ?? choice).replace(/\\(.)/g, '$1'));
    return texts.get(stop) ?? '';
  });
}
