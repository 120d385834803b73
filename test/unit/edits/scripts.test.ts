// Owns the shell that the extension writes: the load command and the reset script.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCommand, safeResetScript, shellWord } from '../../../server/src/features/edits/index.ts';
import { backends, describeWithIptables } from '../../support/iptables.ts';

const hasShell = process.platform !== 'win32';

describe('the load command', () => {
  it('tests first, with the program of the family', () => {
    expect(loadCommand('/etc/iptables/rules.v4', 4)).toBe(
      'sudo iptables-restore --test /etc/iptables/rules.v4 && sudo iptables-restore /etc/iptables/rules.v4',
    );
    expect(loadCommand('/etc/iptables/rules.v6', 6)).toBe(
      'sudo ip6tables-restore --test /etc/iptables/rules.v6 && sudo ip6tables-restore /etc/iptables/rules.v6',
    );
  });

  it('takes a path for a path', () => {
    expect(loadCommand('-x', 4)).toContain('--test ./-x &&');
    expect(loadCommand("/srv/it's here", 4)).toContain(`--test '/srv/it'\\''s here' &&`);
  });

  it.runIf(hasShell)('means the same to a shell', () => {
    for (const text of ['', 'a b', "it's", '$HOME', '`id`', 'a\nb', '"x"', 'a;b|c&d', '~', '*', '\\', 'é', "''"]) {
      expect(execFileSync('sh', ['-c', `printf %s ${shellWord(text)}`], { encoding: 'utf8' })).toBe(text);
    }
  });
});

describe('the reset script', () => {
  let folder = '';
  let file = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'iptables-reset-'));
    file = path.join(folder, 'reset.sh');
    writeFileSync(file, safeResetScript());
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.runIf(hasShell)('is a shell script', () => {
    const { status, stderr } = spawnSync('sh', ['-n', file], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('sets every policy before it flushes anything', () => {
    const script = safeResetScript().replaceAll(/^#.*$/gm, '');
    expect(script.lastIndexOf(' -P ')).toBeLessThan(script.indexOf(' -F'));
  });

  describeWithIptables(describe, 'run for real', () => {
    const closed =
      '*filter\n:INPUT DROP [0:0]\n:FORWARD DROP [0:0]\n:OUTPUT DROP [0:0]\n:MINE - [0:0]\n-A INPUT -j MINE\n-A MINE -j ACCEPT\nCOMMIT\n';
    const mangle = '*mangle\n:PREROUTING DROP [0:0]\n:OTHER - [0:0]\n-A PREROUTING -j OTHER\nCOMMIT\n';
    it.each(backends)('leaves nothing behind: %s', (backend) => {
      const lock = path.join(folder, `lock-${backend}`);
      const tools = `iptables-${backend} ip6tables-${backend}`;
      const steps = [
        `iptables-${backend}-restore < closed && ip6tables-${backend}-restore < closed`,
        `sh reset.sh ${tools} > said`,
        `iptables-${backend}-save; ip6tables-${backend}-save`,
      ].join(' && ');
      writeFileSync(path.join(folder, 'closed'), closed + mangle);
      const env = { ...process.env, PATH: '/usr/sbin:/usr/bin:/sbin:/bin', XTABLES_LOCKFILE: lock };
      const done = spawnSync('unshare', ['-n', 'sh', '-c', steps], { cwd: folder, env, encoding: 'utf8' });
      expect(done.status, done.stderr).toBe(0);
      const lines = done.stdout.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
      expect(lines).toContain(':INPUT ACCEPT [0:0]');
      expect(lines.filter((line) => !/^(\*\w+|:[A-Z]+ ACCEPT \[\d+:\d+\]|COMMIT)$/.test(line))).toEqual([]);
    });

    it('flushes nothing where a policy cannot be set', () => {
      const broken = path.join(folder, 'broken');
      writeFileSync(
        broken,
        '#!/bin/sh\ncase "$*" in *-S*) echo "-P INPUT DROP";; *-P*) exit 1;; *) echo "$*" >> calls;; esac\n',
        { mode: 0o755 },
      );
      const { status, stderr } = spawnSync('sh', ['reset.sh', './broken'], { cwd: folder, encoding: 'utf8' });
      expect(status).toBe(1);
      expect(stderr).toContain('Nothing was flushed');
      expect(spawnSync('ls', [path.join(folder, 'calls')]).status).not.toBe(0);
    });
  });
});
