// Owns what is said of a file that 1.8.7 reads otherwise than the versions after it: chains with names of targets.
import { describe, expect, it } from 'vitest';
import { checkFile } from '../../../server/src/check/check-file.ts';
import { DEFAULT_SETTINGS, type FileSettings, RulesFile } from '../../../server/src/ruleset/rules-file.ts';

const table = (...lines: string[]) => ['*filter', ...lines, 'COMMIT', ''].join('\n');

function said(text: string | RulesFile, settings: Partial<FileSettings> = {}): string[] {
  const file = typeof text === 'string' ? new RulesFile(text, { ...DEFAULT_SETTINGS, ...settings }) : text;
  return checkFile(file).map(({ line, severity, code, message }) => {
    const by = /Refused by (.*)\.$/.exec(message)?.[1];
    return `${line + 1} ${severity} ${code}${by ? `: ${by}` : ''}`;
  });
}

const PREFIX = table(':LOG - [0:0]', '-A INPUT -p udp -m limit --limit 1/s -j LOG --log-prefix x');

describe('a chain with the name of a target', () => {
  it('is a warning that names the versions where 1.8.7 loads the file', () => {
    expect(said(PREFIX)).toEqual(['3 warning unknown-option: iptables 1.8.9 and newer']);
  });

  it('is an error for the versions that refuse it, and nothing for 1.8.7', () => {
    expect(said(PREFIX, { version: '1.8.9' })).toEqual(['3 error unknown-option']);
    expect(said(PREFIX, { version: '1.8.7' })).toEqual([]);
  });

  it('is a warning with the name of 1.8.7 where that alone refuses', () => {
    const text = table(':TTL - [0:0]', '-A INPUT -p udp -j TTL');
    expect(said(text)).toEqual([
      '3 warning missing-group: iptables 1.8.7',
      '3 warning wrong-table: iptables-nft 1.8.7',
    ]);
    expect(said(text, { backend: 'legacy', version: '1.8.7' })).toEqual(['3 error missing-group']);
  });

  it('is an error where every version refuses the file, each at another line', () => {
    const rules = ['-A SNAT -j SNAT --to-source 192.0.2.1', '-A POSTROUTING -o eth0 -j SNAT'];
    expect(said(['*nat', ':SNAT - [0:0]', ...rules, 'COMMIT', ''].join('\n'))).toEqual([
      '3 error unknown-option: iptables 1.8.9 and newer',
      '4 warning missing-required: iptables 1.8.7',
    ]);
  });

  it('is followed through edits as by a fresh read', () => {
    const file = new RulesFile(table(':LAG - [0:0]', '-A INPUT -p udp -m limit --limit 1/s -j LOG --log-prefix x'));
    const at = (line: number, from: number, to: number) => ({
      start: { line, character: from },
      end: { line, character: to },
    });
    for (const letter of ['O', 'A', 'O']) {
      file.edit(at(1, 2, 3), letter);
      expect(said(file)).toEqual(said(file.lines.text()));
    }
  });

  it('is a target again for 1.8.7 where the chain is gone, with all that the kernel minds about it', () => {
    expect(said(table(':LOG - [0:0]', '-X', '-A INPUT -j LOG'))).toEqual([
      '4 warning unknown-target: iptables 1.8.9 and newer',
    ]);
    expect(said(table(':LOG - [0:0]', '-X', '-A INPUT -j LOG'), { version: '1.8.7' })).toEqual([]);
    for (const target of ['CT', 'NOTRACK']) {
      const text = table(`:${target} - [0:0]`, '-X', `-A INPUT -j ${target}`);
      expect(said(text, { version: '1.8.7', backend: 'legacy' })).toEqual(['4 error wrong-table']);
      expect(said(text)).toContainEqual(expect.stringMatching(/^4 error /));
    }
    const removed = table(':ULOG - [0:0]', '-X', '-A INPUT -j ULOG');
    expect(said(removed, { version: '1.8.7', backend: 'legacy' })).toEqual(['4 error removed-from-linux']);
  });

  it('is a jump for legacy 1.8.7, which the kernel takes whatever it would mind about the target', () => {
    for (const rule of ['-p tcp -j TCPMSS --set-mss 1400', '-p udp -j REJECT --reject-with tcp-reset']) {
      const name = /-j (\S+)/.exec(rule)?.[1];
      const text = table(`:${name} - [0:0]`, `-A INPUT ${rule}`);
      expect(said(text, { version: '1.8.7', backend: 'legacy' })).toEqual([]);
    }
  });
});
