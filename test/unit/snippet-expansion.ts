// Expands snippet bodies as VS Code does: tab stops, placeholders with defaults, choices.

export interface Choice {
  readonly stop: number;
  readonly options: readonly string[];
}

const STOP = /\\([\\$}])|\$(\d+)|\$\{(\d+):((?:\\.|[^}\\])*)\}|\$\{(\d+)\|((?:\\.|[^|\\])*)\|\}/g;

const bare = (text: string): string => text.replace(/\\(.)/g, '$1');
const optionsOf = (list: string): string[] => (list.match(/(?:\\.|[^,\\])+/g) ?? []).map(bare);

/** The choices of a body, in order. */
export function choicesOf(body: string): Choice[] {
  return [...body.matchAll(STOP)].flatMap(([, , , , , stop, list]) =>
    stop === undefined || list === undefined ? [] : [{ stop: Number(stop), options: optionsOf(list) }],
  );
}

/** The text that a body leaves; `chosen` maps tab stops to what was typed or picked there, else the defaults stay. */
export function expand(body: string, chosen: ReadonlyMap<number, string> = new Map()): string {
  const values = new Map(chosen);
  const settle = (stop: string, standard: string): string => {
    const value = values.get(Number(stop)) ?? standard;
    values.set(Number(stop), value);
    return value;
  };
  return body.replace(
    STOP,
    (_text, escaped?: string, plain?: string, stop?: string, standard?: string, choice?: string, list?: string) => {
      if (escaped !== undefined) return escaped;
      if (plain !== undefined) return settle(plain, '');
      if (stop !== undefined) return settle(stop, bare(standard ?? ''));
      return settle(choice ?? '', optionsOf(list ?? '')[0] ?? '');
    },
  );
}

/** Every text that picking from the choices of a body can leave. */
export function expansions(body: string): string[] {
  let picks: ReadonlyMap<number, string>[] = [new Map()];
  for (const { stop, options } of choicesOf(body)) {
    picks = picks.flatMap((pick) => options.map((option) => new Map(pick).set(stop, option)));
  }
  return picks.map((pick) => expand(body, pick));
}
