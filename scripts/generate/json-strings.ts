// Owns replacing strings in the text of a JSON file and nothing else in it: its layout was made by hand.

/** Where a value stands: names of members and positions in lists, from the outside in. */
export type Path = readonly (string | number)[];

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** An object or list that is open, and the place in it that comes next. */
interface Level {
  readonly list: boolean;
  place: string | number;
}

/**
 * The text with each string value that `replace` answers differently replaced. Names of members are no values.
 * Expects JSON that parses.
 */
export function replaceStrings(json: string, replace: (path: Path, value: string) => string): string {
  const levels: Level[] = [];
  let nameNext = false;
  return json.replace(TOKEN, (token) => {
    const level = levels.at(-1);
    if (token === '{' || token === '[') {
      levels.push({ list: token === '[', place: token === '[' ? 0 : '' });
      nameNext = token === '{';
    } else if (token === '}' || token === ']') {
      levels.pop();
    } else if (token === ',') {
      if (level && typeof level.place === 'number') level.place++;
      nameNext = level?.list === false;
    } else if (token.startsWith('"')) {
      const text: string = JSON.parse(token);
      if (nameNext && level) {
        level.place = text;
        nameNext = false;
        return token;
      }
      const wanted = replace(
        levels.map(({ place }) => place),
        text,
      );
      return wanted === text ? token : JSON.stringify(wanted);
    }
    return token;
  });
}
