// Owns iptables-lint as a program: bundled once, run in a folder of its own with files that a test makes.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { commandLine } from '../../scripts/build/bundles.ts';

export interface Ran {
  readonly status: number | null;
  readonly said: string;
  readonly complained: string;
}

export interface RunOptions {
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
}

export class Command {
  readonly folder = mkdtempSync(join(tmpdir(), 'iptables-lint-'));

  /** Bundles the program as it is shipped. */
  async prepare(): Promise<void> {
    await build({ ...commandLine, outfile: this.program, logLevel: 'warning' });
  }

  get program(): string {
    return join(this.folder, 'program', 'cli.mjs');
  }

  /** Writes files below the folder `files`, in which the program runs. */
  write(files: Readonly<Record<string, string | Buffer>>): void {
    mkdirSync(this.path('.'), { recursive: true });
    for (const [name, text] of Object.entries(files)) {
      const path = this.path(name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  }

  path(name: string): string {
    return join(this.folder, 'files', name);
  }

  /** Runs it among the files that were written. */
  run(words: readonly string[], { input = '', env = {} }: RunOptions = {}): Ran {
    mkdirSync(this.path('.'), { recursive: true });
    const { status, stdout, stderr } = spawnSync(process.execPath, [this.program, ...words], {
      cwd: this.path('.'),
      input,
      encoding: 'utf8',
      env: { ...process.env, ...env },
      timeout: 20_000,
      maxBuffer: 1 << 28,
    });
    return { status, said: stdout, complained: stderr };
  }

  /** Takes the files away, for the next test. */
  clear(): void {
    rmSync(this.path('.'), { recursive: true, force: true });
  }

  end(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
