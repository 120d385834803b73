// Owns what the commands make of templates and fragments: what a placeholder stands for nobody knows.
import { describe, expect, it } from 'vitest';
import { insertBaseline, insertServiceRules } from '../../../server/src/features/edits/index.ts';
import { applied, fileOf, linesOf } from './apply.ts';

const SSH = '-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT';
const CHAINS = [':INPUT DROP [0:0]', ':FORWARD DROP [0:0]', ':OUTPUT DROP [0:0]'];

function withSsh(rules: readonly string[], fragment = false): string[] {
  const lines = ['*filter', ...CHAINS, ...rules, 'COMMIT', ''];
  const file = fileOf(lines, 4, fragment ? { fragment } : { template: true });
  return linesOf(applied(lines, insertServiceRules(file, { services: [{ id: 'ssh' }], direction: 'in' }))).slice(4, -2);
}

function withBaseline(lines: readonly string[]): string[] {
  const file = fileOf(lines, 4, { template: true });
  return linesOf(applied(lines, insertBaseline(file, { kind: 'ssh', port: 22, sources: [] })));
}

describe('rules with placeholders', () => {
  it.each([
    '-A INPUT -s {{ net }} -p tcp --dport 22 -j ACCEPT',
    '-A INPUT -p tcp --dport {{ port }} -j ACCEPT',
    '-A INPUT -p tcp -m multiport --dports 22,{{ more }} -j ACCEPT',
    '-A INPUT {{ how }} -j ACCEPT',
    '-A INPUT -p tcp --dport 22 -j {{ target }}',
    '-A {{ chain }} -p tcp --dport 22 -j ACCEPT',
  ])('let nothing through for sure: %s', (rule) => expect(withSsh([rule])).toContain(SSH));

  it.each(['-A INPUT -s {{ net }} -j DROP', '-A INPUT {{ how }} -j DROP', '-A INPUT -j {{ target }}'])(
    'refuse nothing for sure: %s',
    (rule) => expect(withSsh([rule])).toEqual([rule, SSH]),
  );

  it('are what they are in all that has no placeholder', () => {
    const rest = '-A INPUT -m comment --comment {{ why }} -j DROP';
    expect(withSsh([rest])).toEqual([SSH, rest]);
  });

  it('delete and flush nothing that is known', () => {
    const rules = [SSH, '-F {{ chain }}', '-D {{ chain }} 1'];
    expect(withSsh(rules)).toEqual(rules);
  });
});

describe('statements of a template', () => {
  const guarded = ['{% if ssh %}', SSH, '{% endif %}'];

  it('may leave a rule out, so it is not there for sure; the new one stands outside', () => {
    expect(withSsh(guarded)).toEqual([...guarded, SSH]);
    expect(
      withSsh(['<% ports.each do |port| %>', '-A INPUT -p tcp --dport <%= port %> -j ACCEPT', '<% end %>']),
    ).toHaveLength(4);
  });

  it('may bring a refusal, so the new rule stands above the whole of it', () => {
    const refusal = ['{{ if .Strict }}', '# No more.', '-A INPUT -j DROP', '{{ end }}'];
    expect(withSsh(refusal)).toEqual([SSH, ...refusal]);
  });

  it('one within another are one', () => {
    const nested = [
      '{% for net in nets %}',
      '{% if net.ssh %}',
      '-A INPUT -s {{ net.address }} -j ACCEPT',
      '{% endif %}',
      '{% endfor %}',
    ];
    expect(withSsh(nested)).toEqual([...nested, SSH]);
  });

  it('change nothing the second time', () => {
    const once = withSsh(guarded);
    expect(withSsh(once)).toEqual(once);
  });
});

describe('the baseline', () => {
  it('leaves a policy to its placeholder', () => {
    const after = withBaseline(['*filter', ':INPUT {{ policy }} [0:0]', ':FORWARD ACCEPT [0:0]', 'COMMIT', '']);
    expect(after.slice(1, 4)).toEqual([':INPUT {{ policy }} [0:0]', ':FORWARD DROP [0:0]', ':OUTPUT DROP [0:0]']);
  });

  it('adds no COMMIT where a line may stand for it', () => {
    const lines = ['*filter', ...CHAINS, '-A INPUT -i lo -j ACCEPT', '{{ the_rest }}', ''];
    expect(withBaseline(lines)).not.toContain('COMMIT');
    expect(withBaseline(lines.filter((line) => line !== '{{ the_rest }}'))).toContain('COMMIT');
  });
});

describe('fragments', () => {
  it('jump to chains that are elsewhere, where nobody knows what happens', () => {
    expect(withSsh(['-A INPUT -j ufw-user-input', '-A INPUT -j DROP'], true)).toEqual([
      '-A INPUT -j ufw-user-input',
      SSH,
      '-A INPUT -j DROP',
    ]);
  });
});
