// Owns what the baseline makes of rules that let SSH in already: restricted, moved, closed, or said to be there.
import { describe, expect, it } from 'vitest';
import { answerInsertBaseline, answerSshRules, insertBaseline } from '../../../server/src/features/edits/index.ts';
import type { Administration, InsertBaselineParams } from '../../../server/src/features/edits/protocol.ts';
import { complete } from '../../../server/src/ruleset/steps.ts';
import { applied, fileOf, linesOf } from './apply.ts';

const POLICIES = [':INPUT DROP [0:0]', ':FORWARD DROP [0:0]', ':OUTPUT DROP [0:0]'];
const OPEN = '-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT';
const OFFICE6: Administration = { kind: 'ssh', port: 22, sources: ['2001:db8::/32'] };
const OFFICE: Administration = { kind: 'ssh', port: 22, sources: ['10.0.0.0/8'] };

type Answers = Pick<InsertBaselineParams, 'administration' | 'serves' | 'reaches'>;

function made(rules: readonly string[], answers: Answers, chains: readonly string[] = POLICIES) {
  const lines = ['*filter', ...chains, ...rules, 'COMMIT', ''];
  const { edits, summary, message } = complete(answerInsertBaseline(fileOf(lines), answers));
  const after = linesOf(applied(lines, edits));
  return { after, summary, message, ports: after.filter((line) => /--dports? /.test(line)) };
}

describe('SSH only from some addresses', () => {
  it('restricts the rule that is open, and adds none below it', () => {
    const { ports, summary } = made([OPEN], { administration: OFFICE });
    expect(ports).toEqual(['-A INPUT -s 10.0.0.0/8 -p tcp -m tcp --dport 22 -j ACCEPT']);
    expect(summary).toBe(`SSH is let in only from 10.0.0.0/8 now, in place of "${OPEN}". 6 rules added.`);
  });

  it('keeps what else the rule says', () => {
    const rule = '-A INPUT -p tcp --dport ssh -m conntrack --ctstate NEW -m limit --limit 3/min -j ACCEPT';
    const { ports } = made([rule], { administration: OFFICE });
    expect(ports[0]).toBe(rule.replace('INPUT', 'INPUT -s 10.0.0.0/8'));
  });

  it('several addresses in one rule', () => {
    const administration: Administration = { kind: 'ssh', port: 22, sources: ['10.0.0.0/8', '192.0.2.7'] };
    const { ports } = made([OPEN], { administration });
    expect(ports).toEqual(['-A INPUT -s 10.0.0.0/8,192.0.2.7 -p tcp -m tcp --dport 22 -j ACCEPT']);
  });

  it('takes the port out of a list that opens others, too', () => {
    const { ports } = made(['-A INPUT -p tcp -m multiport --dports ssh,80,8000:8010 -j ACCEPT'], {
      administration: OFFICE,
    });
    expect(ports).toEqual([
      '-A INPUT -p tcp -m multiport --dports 80,8000:8010 -j ACCEPT',
      '-A INPUT -s 10.0.0.0/8 -p tcp -m tcp --dport 22 -j ACCEPT',
    ]);
  });

  it('restricts a rule in a chain that only INPUT leads to', () => {
    const { after } = made(
      ['-A INPUT -p tcp --dport 22 -j admins', '-A admins -j ACCEPT'],
      { administration: OFFICE },
      [...POLICIES, ':admins - [0:0]'],
    );
    expect(after).toContain('-A admins -s 10.0.0.0/8 -j ACCEPT');
    expect(after.filter((line) => line.includes('--dport 22'))).toEqual(['-A INPUT -p tcp --dport 22 -j admins']);
  });

  it.each([
    '-A INPUT -p tcp -j ACCEPT',
    '-A INPUT -p tcp --dport 20:25 -j ACCEPT',
    '-A INPUT -s 192.0.2.0/24 -p tcp --dport 22 -j ACCEPT',
  ])('says what it leaves: %s', (rule) => {
    const { after, summary } = made([rule], { administration: OFFICE });
    expect(after).toContain(rule);
    expect(summary).toContain(`Still lets in more on port 22: "${rule}".`);
  });

  it.each([
    '-A INPUT -i lo -j ACCEPT',
    '-A INPUT -s 10.1.0.0/16 -p tcp --dport 22 -j ACCEPT',
    '-A INPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT',
    '-A INPUT -p udp --dport 22 -j ACCEPT',
  ])('says nothing of a rule that lets nobody else in: %s', (rule) => {
    const { after, summary } = made([rule], { administration: OFFICE });
    expect(after).toContain(rule);
    expect(summary).not.toContain('Still');
  });

  it('restricts no rule that asks who it is in another way, and does not say it is open', () => {
    const rule = '-A INPUT -p tcp --dport 22 -m set --match-set admins src -j ACCEPT';
    const { after, summary, ports } = made([rule], { administration: OFFICE });
    expect(after).toContain(rule);
    expect(ports).toHaveLength(2);
    expect(summary).toContain(`May let in more on port 22: "${rule}".`);
  });

  it('changes the comment that says the port is open', () => {
    const comment = '# This machine is administered by SSH on port 22.';
    const { after } = made([comment, OPEN], { administration: OFFICE });
    expect(after).toContain('# This machine is administered by SSH on port 22, from 10.0.0.0/8.');
    expect(after).not.toContain(comment);
  });

  it('changes nothing the second time', () => {
    const first = made([OPEN], { administration: OFFICE }).after;
    expect(insertBaseline(fileOf(first), OFFICE)).toEqual([]);
  });

  it('trims blanks around addresses', () => {
    const administration: Administration = { kind: 'ssh', port: 22, sources: [' 10.0.0.0/8 , 192.0.2.7'] };
    expect(made([], { administration }).ports).toHaveLength(2);
  });
});

describe('SSH on another port', () => {
  const ssh = (former?: 'close' | 'keep'): Administration => ({
    kind: 'ssh',
    port: 2222,
    sources: [],
    ...(former && { former }),
  });

  it('leaves the old rule and says so', () => {
    const { ports, summary } = made([OPEN], { administration: ssh() });
    expect(ports).toEqual([OPEN, OPEN.replace('22 ', '2222 ')]);
    expect(summary).toContain(`Still lets in more on port 22: "${OPEN}".`);
  });

  it('moves the old rule where it is to go', () => {
    const { ports, summary } = made([OPEN], { administration: ssh('close') });
    expect(ports).toEqual([OPEN.replace('22 ', '2222 ')]);
    expect(summary).toContain('SSH is let in on port 2222 now, in place of "');
  });

  it('takes the old rule away where the new port is open', () => {
    const other = OPEN.replace('22 ', '2222 ');
    const { ports, summary } = made([other, OPEN], { administration: ssh('close') });
    expect(ports).toEqual([other]);
    expect(summary).toContain(`Port 22 is closed, which was opened by "${OPEN}".`);
  });

  it('takes the port out of a list', () => {
    const { ports } = made(['-A INPUT -p tcp -m multiport --dports 22,80 -j ACCEPT'], { administration: ssh('close') });
    expect(ports).toEqual(['-A INPUT -p tcp -m multiport --dports 80 -j ACCEPT', OPEN.replace('22 ', '2222 ')]);
  });

  it('is no lie where only the console is to lead in', () => {
    expect(made([OPEN], { administration: { kind: 'console' } }).summary).toContain('Still lets in more on port 22');
    expect(made([OPEN], { administration: { kind: 'console', former: 'close' } }).ports).toEqual([]);
  });

  it('can ask which rules there are', () => {
    const file = fileOf(['*filter', OPEN, '-A INPUT -p tcp -j ACCEPT', 'COMMIT']);
    expect(complete(answerSshRules(file))).toEqual({ family: 4, isEmpty: false, rules: [OPEN] });
    expect(complete(answerSshRules(fileOf([' ', '']))).isEmpty).toBe(true);
  });
});

describe('what the baseline says of itself', () => {
  it('is first that a policy changed', () => {
    const { summary } = made([], { administration: OFFICE }, [
      ':INPUT ACCEPT [0:0]',
      ':FORWARD DROP [0:0]',
      ':OUTPUT ACCEPT [0:0]',
    ]);
    expect(summary).toBe('Policies of INPUT and OUTPUT changed from ACCEPT to DROP. 7 rules added.');
  });

  it('is no long list', () => {
    const rules = Array.from({ length: 9 }, (_, at) => `-A INPUT -s 192.0.2.${at} -p tcp --dport 22 -j ACCEPT`);
    const { summary = '' } = made(rules, { administration: OFFICE });
    expect(summary.match(/Still lets in/g)).toHaveLength(3);
    expect(summary).toMatch(/The same of 6 more rules\.$/);
  });

  it('tells of an open rule also where there is nothing to do', () => {
    const wide = '-A INPUT -p tcp -j ACCEPT';
    const { after } = made([wide], { administration: OFFICE });
    const { edits, message } = complete(answerInsertBaseline(fileOf(after), { administration: OFFICE }));
    expect(edits).toEqual([]);
    expect(message).toBe(`The baseline is already complete. Still lets in more on port 22: "${wide}".`);
  });
});

describe('what the machine serves and may reach', () => {
  const answers: Answers = {
    administration: { kind: 'console' },
    serves: [{ id: 'http' }],
    reaches: [{ id: 'dns-client' }, { id: 'http' }, { id: 'ntp' }],
  };

  it('has its rules, each chain above its LOG rule', () => {
    const { ports, after } = made([], answers);
    expect(ports).toEqual([
      '-A INPUT -p tcp -m tcp --dport 80 -j ACCEPT',
      '-A INPUT -p tcp -m tcp --dport 443 -j ACCEPT',
      '-A OUTPUT -p udp -m udp --dport 53 -j ACCEPT',
      '-A OUTPUT -p tcp -m tcp --dport 53 -j ACCEPT',
      '-A OUTPUT -p tcp -m tcp --dport 80 -j ACCEPT',
      '-A OUTPUT -p tcp -m tcp --dport 443 -j ACCEPT',
      '-A OUTPUT -p udp -m udp --dport 123 -j ACCEPT',
    ]);
    expect(after.at(-3)).toContain('-j LOG');
  });

  it('is in a new file, a paragraph each', () => {
    const { edits } = complete(answerInsertBaseline(fileOf(['']), answers));
    const text = applied([''], edits);
    expect(text).toContain('\n\n# Others may reach: HTTP and HTTPS.\n-A INPUT');
    expect(text).toContain('\n\n# This machine may reach: NTP client.\n-A OUTPUT');
    expect(insertBaseline(fileOf(linesOf(text)), answers.administration, answers)).toEqual([]);
  });

  it('says where there is no such service', () => {
    const { message } = complete(answerInsertBaseline(fileOf(['']), { ...answers, serves: [{ id: 'gopher' }] }));
    expect(message).toContain('gopher');
  });
});

describe('the baseline of IPv6', () => {
  const text = applied([''], insertBaseline(fileOf([''], 6), OFFICE6));
  it('lets listeners to multicast and DHCPv6 answers through, from the same link', () => {
    for (const type of [130, 131, 132, 143])
      expect(text).toContain(`-A INPUT -s fe80::/10 -p ipv6-icmp -m icmp6 --icmpv6-type ${type} -j ACCEPT\n`);
    for (const type of [131, 132, 143])
      expect(text).toContain(`-A OUTPUT -p ipv6-icmp -m icmp6 --icmpv6-type ${type} -j ACCEPT\n`);
    expect(text).toContain('-A INPUT -s fe80::/10 -p udp -m udp --dport 546 -j ACCEPT\n');
  });

  it('adds none of them below a rule that lets all ICMPv6 in', () => {
    const lines = ['*filter', '-A INPUT -p ipv6-icmp -j ACCEPT', '-A OUTPUT -p ipv6-icmp -j ACCEPT', 'COMMIT', ''];
    expect(applied(lines, insertBaseline(fileOf(lines, 6), OFFICE6))).not.toContain('icmpv6-type');
  });
});
