// Owns asking the real loaders many times: batches of texts, each loaded in a network namespace that is thrown away.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Backend, Family } from '../../../server/src/vocabulary/schema.ts';

/** What one back end said. */
export interface Answer {
  readonly refused: boolean;
  /** One-based, as the tool names it. */
  readonly line: number | undefined;
  /** Its words, without hints and warnings; empty when it loaded. */
  readonly message: string;
}

export type Answers = Readonly<Record<Backend, Answer>>;

export interface Question {
  readonly family: Family;
  readonly text: string;
}

const BACKENDS: readonly Backend[] = ['legacy', 'nft'];
const LINE_PATTERNS = [/Error occurred at line: (\d+)/, /line (\d+) failed/, /\bline (\d+)\b/];
const NOISE = /^(Error occurred at line|Try `|Warning: |# Warning|\s*$)/;
const LOADED: Answer = { refused: false, line: undefined, message: '' };
const PATIENCE = 120_000;

function answerOf(status: number, said: string): Answer {
  if (status === 0) return LOADED;
  const named = LINE_PATTERNS.map((pattern) => pattern.exec(said)?.[1]).find((line) => line !== undefined);
  const words = said.split('\n').filter((line) => !NOISE.test(line));
  return { refused: true, line: named === undefined ? undefined : Number(named), message: words.join(' / ') };
}

/** One shell that loads texts one after the other: a shell forks five times as fast as a big process. */
export class Loader {
  readonly #folder = mkdtempSync(join(tmpdir(), 'iptables-fuzz-'));

  /** The answers to the questions, in their order. About 10 ms a question. */
  async ask(questions: readonly Question[]): Promise<Answers[]> {
    mkdirSync(this.#folder, { recursive: true });
    questions.forEach(({ text }, index) => {
      writeFileSync(join(this.#folder, `${index}`), text);
    });
    const script = questions.flatMap(({ family }, index) =>
      BACKENDS.map((backend) => this.#command(family, backend, index)),
    );
    const statuses = (await this.#run(script.join('\n'))).trim().split('\n').map(Number);
    if (statuses.length !== questions.length * 2) throw new Error('The loaders did not answer every question.');
    return questions.map((_, index) => {
      const [legacy, nft] = BACKENDS.map((backend, which) => {
        const said = readFileSync(join(this.#folder, `${index}.${backend}`), 'utf8');
        return answerOf(statuses[index * 2 + which] ?? 1, said);
      });
      return { legacy: legacy ?? LOADED, nft: nft ?? LOADED };
    });
  }

  /** Deletes what the loader kept on disk. */
  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #command(family: Family, backend: Backend, index: number): string {
    const tool = `${family === 4 ? 'iptables' : 'ip6tables'}-${backend}-restore`;
    return `unshare -n ${tool} < ${index} > /dev/null 2> ${index}.${backend}; echo $?`;
  }

  #run(script: string): Promise<string> {
    const environment = {
      ...process.env,
      LC_ALL: 'C',
      PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
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
      shell.on('close', () => resolve(said));
      shell.stdin.end(script);
    });
  }
}
