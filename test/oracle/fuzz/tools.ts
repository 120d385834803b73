// Owns asking the real loaders many times: batches of texts, each loaded in a network namespace that is thrown away.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RELEASES } from '../../../scripts/oracle/releases.ts';
import { type Backend, type Family, VERSIONS, type Version } from '../../../server/src/vocabulary/schema.ts';

/** One release of iptables on this machine. */
export interface Release {
  readonly version: Version;
  /** The folder of its programs; undefined: they are on the system's path. */
  readonly folder: string | undefined;
}

/** What one back end of one release said. */
export interface Answer {
  readonly version: Version;
  readonly backend: Backend;
  readonly refused: boolean;
  /** One-based, as the tool names it. */
  readonly line: number | undefined;
  /** Its words, without hints and warnings; empty when it loaded. */
  readonly message: string;
}

/** One answer a release and back end, in the order in which the releases were given. */
export type Answers = readonly Answer[];

export interface Question {
  readonly family: Family;
  readonly text: string;
}

const BACKENDS: readonly Backend[] = ['legacy', 'nft'];
const LINE_PATTERNS = [/Error occurred at line: (\d+)/, /line (\d+) failed/, /\bline (\d+)\b/];
const NOISE = /^(Error occurred at line|Try `|Warning: |# Warning|\s*$)/;
const SEARCH_PATH = '/usr/sbin:/usr/bin:/sbin:/bin';
/** So many questions go to a shell, which has so many milliseconds for them. */
const AT_ONCE = 20;
const PATIENCE = 240_000;
/** Seconds of processor time for one loader: iptables 1.8.7 goes round for ever at some files. */
const MOST_WORK = 20;

/**
 * The release whose programs lie in `folder`, by what they say of themselves. Throws where they are missing or of a
 * release that the vocabulary does not know.
 */
export function releaseIn(folder?: string): Release {
  const program = folder === undefined ? 'iptables-nft-restore' : join(folder, 'iptables-nft-restore');
  const said = spawnSync(program, ['--version'], { encoding: 'utf8', env: { ...process.env, PATH: SEARCH_PATH } });
  const found = /v(\d+(?:\.\d+)+)/.exec(said.stdout ?? '')?.[1];
  const version = VERSIONS.find((known) => known === found);
  if (version) return { version, folder };
  const what = found === undefined ? `${program} does not run` : `${program} is ${found}`;
  throw new Error(`${what}; the known releases are ${VERSIONS.join(', ')}.`);
}

/** Every known release that is at hand: the installed one, and those that `npm run oracle:fetch` unpacked; oldest first. */
export function releasesAtHand(): Release[] {
  const installed = releaseIn();
  return RELEASES.flatMap(({ version, folder }) => {
    if (version === installed.version) return [installed];
    return existsSync(folder) ? [releaseIn(folder)] : [];
  });
}

type Said = Omit<Answer, 'version' | 'backend'>;

function readAnswer(status: number, said: string): Said {
  if (status === 0) return { refused: false, line: undefined, message: '' };
  const named = LINE_PATTERNS.map((pattern) => pattern.exec(said)?.[1]).find((line) => line !== undefined);
  const words = said.split('\n').filter((line) => !NOISE.test(line));
  return { refused: true, line: named === undefined ? undefined : Number(named), message: words.join(' / ') };
}

/** For nft, which makes a built-in chain when it is first named and leaves it there. */
function inItsNamespace(command: string): string {
  return `unshare -n ${command}`;
}

/** For the legacy kernel, which replaces a table as a whole: what was loaded before leaves nothing that a refusal hangs on. */
function inOneNamespace(commands: readonly string[]): string {
  return ["unshare -n sh -s << 'END'", ...commands, 'END'].join('\n');
}

/** One shell that loads texts one after the other: a shell forks five times as fast as a big process. */
export class Loader {
  readonly #folder = mkdtempSync(join(tmpdir(), 'iptables-fuzz-'));
  readonly #tools: readonly { readonly release: Release; readonly backend: Backend }[];

  constructor(releases: readonly Release[]) {
    this.#tools = releases.flatMap((release) => BACKENDS.map((backend) => ({ release, backend })));
  }

  /** The answers to the questions, in their order. About 5 ms a question for each legacy release, 12 for each nft. */
  async ask(questions: readonly Question[]): Promise<Answers[]> {
    const answers: Answers[] = [];
    for (let from = 0; from < questions.length; from += AT_ONCE)
      answers.push(...(await this.#askSome(questions.slice(from, from + AT_ONCE))));
    return answers;
  }

  async #askSome(questions: readonly Question[]): Promise<Answers[]> {
    mkdirSync(this.#folder, { recursive: true });
    questions.forEach(({ text }, index) => {
      writeFileSync(join(this.#folder, `${index}`), text);
    });
    const tools = this.#tools;
    const script = tools.map((tool, which) => {
      const commands = questions.map(({ family }, index) => this.#command(family, which, index));
      return tool.backend === 'legacy' ? inOneNamespace(commands) : commands.map(inItsNamespace).join('\n');
    });
    const statuses = (await this.#run([`ulimit -t ${MOST_WORK}`, ...script].join('\n'))).trim().split('\n').map(Number);
    if (statuses.length !== tools.length * questions.length)
      throw new Error(`The loaders did not answer every question within ${PATIENCE / 1000} s.`);
    return questions.map((_, index) =>
      tools.map(({ release: { version }, backend }, which) => {
        const said = readFileSync(join(this.#folder, `${index}.${which}`), 'utf8');
        return { version, backend, ...readAnswer(statuses[which * questions.length + index] ?? 1, said) };
      }),
    );
  }

  /** Deletes what the loader kept on disk. */
  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #command(family: Family, which: number, index: number): string {
    const { release, backend } = this.#tools[which] ?? {};
    const name = `${family === 4 ? 'iptables' : 'ip6tables'}-${backend}-restore`;
    const tool = release?.folder === undefined ? name : `'${join(release.folder, name)}'`;
    return `${tool} < ${index} > /dev/null 2> ${index}.${which}; echo $?`;
  }

  #run(script: string): Promise<string> {
    const environment = {
      ...process.env,
      LC_ALL: 'C',
      PATH: SEARCH_PATH,
      XTABLES_LOCKFILE: join(this.#folder, 'lock'),
    };
    return new Promise((resolve, reject) => {
      const shell = spawn('sh', ['-s'], {
        cwd: this.#folder,
        env: environment,
        stdio: ['pipe', 'pipe', 'ignore'],
        timeout: PATIENCE,
      });
      let said = '';
      shell.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
      shell.on('error', reject);
      // One that was ended for taking too long has no answers, which is noticed where they are counted.
      shell.stdin.on('error', () => {});
      shell.on('close', () => resolve(said));
      shell.stdin.end(script);
    });
  }
}
