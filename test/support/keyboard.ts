// Owns typing in the suites inside VS Code: the launcher presses real keys in the browser's page; nothing is called.
import { poll } from './poll.ts';

/** The launcher looks for this word in what a suite prints; JSON follows. */
const mark = 'iptables-keys:';

export interface Typing {
  readonly title: string;
  /** The file; `|` is the cursor. */
  readonly before: string;
  /** Letters, typed one by one. */
  readonly typed: string;
  /** What is pressed when the list is open, or has not opened within `patience` milliseconds. */
  readonly key: 'Tab' | 'Enter';
  readonly patience: number;
  /** The whole file afterwards. */
  readonly after: RegExp;
}

/** A list that will not open needs no long wait; one that will may be the editor's first. */
const [SOON, LATE] = [1500, 15_000];

const inTable = (line: string): string => `*filter\n:INPUT DROP [0:0]\n${line}\nCOMMIT\n`;
const tableWith = (line: string): RegExp => new RegExp(`^\\*filter\\n:INPUT DROP \\[0:0\\]\\n${line}\\nCOMMIT\\n$`);

const opens = (title: string, line: string, typed: string, after: string): Typing => ({
  title: `opens the list ${title}`,
  before: inTable(line),
  typed,
  key: 'Tab',
  patience: LATE,
  after: tableWith(after),
});

const staysClosed = (
  title: string,
  line: string,
  typed: string,
  after: string,
  key: Typing['key'] = 'Tab',
): Typing => ({
  title: `opens no list ${title}`,
  before: inTable(line),
  typed,
  key,
  patience: SOON,
  after: tableWith(after),
});

/** What a user types and sees, in every door. */
export const typings: readonly Typing[] = [
  {
    title: 'opens the list for a whole file',
    before: '|',
    typed: 'baseline',
    key: 'Tab',
    patience: LATE,
    after: /^\*filter\n:INPUT DROP \[0:0\]\n.*\nCOMMIT\n$/s,
  },
  opens("at a line's start: ssh", '|', 'ssh', '# SSH\\n-A INPUT .* --dport 22 -j ACCEPT'),
  opens("at a line's start: dns", '|', 'dns', '# DNS client\\n-A OUTPUT .* --dport 53 -j ACCEPT\\n.*'),
  opens("at a line's start: git", '|', 'git', '# Git\\n-A OUTPUT .* --dport 9418 -j ACCEPT'),
  opens('for a protocol', '-A INPUT -p | -j ACCEPT', 't', '-A INPUT -p tcp -j ACCEPT'),
  opens('for a port', '-A INPUT -p tcp --dport |', 'ss', '-A INPUT -p tcp --dport ssh'),
  opens('for a value in a list', '-A INPUT -m conntrack --ctstate NEW,|', 'rel', '.* --ctstate NEW,RELATED'),
  opens("for a target's value", '-A INPUT -j REJECT --reject-with |', 'tcp', '.* --reject-with tcp-reset'),
  opens('for an option', '-A INPUT -p tcp | -j ACCEPT', '--dp', '-A INPUT -p tcp --dport -j ACCEPT'),
  opens('for an option of another match, which it loads', '-A INPUT |', 'ctst', '-A INPUT -m conntrack --ctstate'),
  opens('for a match', '-A INPUT -m |', 'conn', '-A INPUT -m conntrack'),
  opens('for a target, at a blank', '-A INPUT -j|', ' ', '-A INPUT -j ACCEPT'),
  opens('for a policy', ':FORWARD |', 'D', ':FORWARD DROP \\[0:0\\]'),
  opens('for a chain, which goes on below', '-A |', 'IN', '-A INPUT'),
  {
    title: 'opens the list for a name that is whole, and Enter ends the line',
    before: inTable('-A INPUT -j ACCEP|'),
    typed: 'T',
    key: 'Enter',
    patience: LATE,
    after: tableWith('-A INPUT -j ACCEPT\\n'),
  },
  {
    title: 'opens the list for a table',
    before: '|',
    typed: '*fil',
    key: 'Tab',
    patience: LATE,
    after: /^\*filter$/,
  },
  staysClosed('in a comment', '# |', 'ssh', '# ssh\\s+'),
  staysClosed('in a quoted text', '-A INPUT -m comment --comment "|"', 'ssh', '.*--comment "ssh\\s+"'),
  staysClosed('in a text without quotes', '-A INPUT -m comment --comment |', 'ssh', '.*--comment ssh\\s+'),
  staysClosed('behind a name that a snippet has, too', '-A PREROUTING -j CT --helper |', 'ftp', '.* ftp\\n', 'Enter'),
  staysClosed(
    'for words of other lines',
    '# github\n-A OUTPUT -m owner --uid-owner |',
    'git',
    '.*\\n.* git\\n',
    'Enter',
  ),
];

/** The file without the cursor's mark, and where it is. */
export function placeOf({ before }: Typing): { readonly content: string; readonly offset: number } {
  return { content: before.replace('|', ''), offset: before.indexOf('|') };
}

/** Has it typed where the cursor is, presses the key, and throws where the file is another one then. */
export async function type(typing: Typing, read: () => string): Promise<void> {
  const { before, typed, key, patience, after } = typing;
  const stages = Array.from(typed, (_, index) => before.replace('|', typed.slice(0, index)));
  stages.push(before.replace('|', typed));
  const until = Date.now() + 2 * LATE;
  console.log(`${mark}${JSON.stringify({ text: typed, keys: [key], patience, until })}`);
  await poll(`what ${key} does`, () => (stages.includes(read()) ? undefined : true), 2 * LATE);
  // What is inserted may come in pieces.
  await poll('the rest', () => after.test(read()) || undefined, SOON).catch(() => {});
  const text = read();
  if (!after.test(text)) throw new Error(`Expected ${after}, got ${JSON.stringify(text)}.`);
}

/**
 * What a person does: look until something is there, click on it, type, press a key, choose a row of the menu of actions,
 * take hold of something with the mouse and let it go at the left edge of something else. Places are selectors of the
 * page; `:has-text("...")` asks for a text, too.
 */
export type Step = readonly ['see' | 'click' | 'choose' | 'type' | 'press' | 'take' | 'drop', string];

/** Has the steps done one after the other. Throws, and has a picture of the page kept, where `done` does not come true. */
export async function follow(
  what: string,
  steps: readonly Step[],
  done: () => boolean | Promise<boolean>,
  patience = 2 * LATE,
): Promise<void> {
  console.log(`${mark}${JSON.stringify({ steps, until: Date.now() + patience })}`);
  try {
    await poll(what, async () => (await done()) || undefined, patience);
  } catch (error) {
    console.log(`${mark}${JSON.stringify({ picture: what })}`);
    await new Promise((resolve) => setTimeout(resolve, SOON));
    throw error;
  }
}
