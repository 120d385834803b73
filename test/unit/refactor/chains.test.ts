// Owns refactorings of chains: extracting and inlining, chain lines, what a program put into a save.
import { describe, expect, it } from 'vitest';
import { filter, offersFor, refactored, rulesIn } from './refactored.ts';

const RULES = ['-A INPUT -s 10.0.0.1 -j ACCEPT', '-A INPUT -s 10.0.0.2 -j DROP'];
const LAST = '-A INPUT -j LOG';

describe('extracting rules into a chain', () => {
  const [one = '', two = ''] = RULES;
  const text = filter(`>${one}`, '># two', `>${two}`, LAST);

  it('leaves a jump in their place', () => {
    expect(rulesIn(refactored('extract-chain', text))).toEqual([
      ':input-1 - [0:0]',
      '-A INPUT -j input-1',
      '-A input-1 -s 10.0.0.1 -j ACCEPT',
      '# two',
      '-A input-1 -s 10.0.0.2 -j DROP',
      LAST,
    ]);
  });

  it('finds a free name', () => {
    const taken = text.replace('>', ':input-1 - [0:0]\n>');
    expect(refactored('extract-chain', taken)).toContain(':input-2 - [0:0]\n-A INPUT -j input-2\n');
  });

  it.each([
    ['one rule', [`>${one}`]],
    ['rules of two chains', [`>${one}`, '>-A OUTPUT -j ACCEPT']],
    ['a rule that returns', [`>${one}`, '>-A INPUT -j RETURN']],
    ['a goto', [':mine - [0:0]', `>${one}`, '>-A INPUT -g mine']],
    ['a chain line among them', [`>${one}`, '>:mine - [0:0]', `>${two}`]],
    ['a rule that does not load', [`>${one}`, '>-A INPUT -s 10.0.0.300 -j DROP', `>${two}`]],
    ['an insertion', [`>${one}`, `>${two}`, '-I INPUT 2 -j LOG']],
  ])('is not offered for %s', (_name, rules) => {
    expect(offersFor('extract-chain', filter(...rules))).toEqual([]);
  });
});

describe('inlining a chain', () => {
  it('puts its rules in the place of the jump', () => {
    const text = filter(
      ':mine - [0:0]',
      '>-A INPUT -j mine',
      LAST,
      ...RULES.map((rule) => rule.replace('INPUT', 'mine')),
    );
    expect(rulesIn(refactored('inline-chain', text))).toEqual([...RULES, LAST]);
    const fromLine = text.replace('>', '').replace(':mine', '>:mine');
    expect(rulesIn(refactored('inline-chain', fromLine))).toEqual([...RULES, LAST]);
  });

  it('asks of each rule what the jump asked', () => {
    const text = filter(
      ':mine - [0:0]',
      '>-A INPUT -p tcp -m tcp --dport 22 -j mine',
      '-A mine -s 10.0.0.1 -j ACCEPT',
      '-A mine -j DROP',
    );
    expect(rulesIn(refactored('inline-chain', text))).toEqual([
      '-A INPUT -p tcp -m tcp --dport 22 -s 10.0.0.1 -j ACCEPT',
      '-A INPUT -p tcp -m tcp --dport 22 -j DROP',
    ]);
  });

  it('undoes what extracting did', () => {
    const before = filter(...RULES.map((rule) => `>${rule}`), LAST);
    const extracted = refactored('extract-chain', before) ?? '';
    const marked = extracted.replace('-A INPUT -j input-1', '>-A INPUT -j input-1');
    expect(refactored('inline-chain', marked)).toBe(before.replaceAll('>', ''));
  });

  it.each([
    ['a second jump', [':m - [0:0]', '>-A INPUT -j m', '-A OUTPUT -j m', '-A m -j LOG']],
    ['a goto', [':m - [0:0]', '>-A INPUT -g m', '-A m -j DROP']],
    ['a rule that returns', [':m - [0:0]', '>-A INPUT -j m', '-A m -s 10.0.0.1 -j RETURN', '-A m -j DROP']],
    ['no rule', [':m - [0:0]', '>-A INPUT -j m']],
    ['two conditions on one address', [':m - [0:0]', '>-A INPUT -s 10.0.0.0/8 -j m', '-A m -s 10.0.0.1 -j DROP']],
    ['a limit on the jump', [':m - [0:0]', '>-A INPUT -m limit -j m', '-A m -s 10.0.0.1 -j DROP']],
    ['a verdict', ['>-A INPUT -j ACCEPT']],
  ])('is not offered with %s', (_name, rules) => {
    expect(offersFor('inline-chain', filter(...rules))).toEqual([]);
  });

  it('does not ask again behind a target that changes the packet', () => {
    const text =
      '*mangle\n:m - [0:0]\n>-A INPUT -m mark --mark 1 -j m\n-A m -j MARK --set-mark 2\n-A m -j LOG\nCOMMIT\n';
    expect(offersFor('inline-chain', text)).toEqual([]);
  });
});

describe('chain lines', () => {
  it('come of -P and -N, all at once', () => {
    const text =
      '*filter\n:INPUT ACCEPT [3:180]\n# mine\n>-N mine\n-P INPUT DROP\n-P OUTPUT DROP\n-A INPUT -j mine\nCOMMIT\n';
    expect(refactored('chain-lines', text)).toBe(
      '*filter\n:INPUT DROP [3:180]\n:mine - [0:0]\n:OUTPUT DROP [0:0]\n# mine\n-A INPUT -j mine\nCOMMIT\n',
    );
  });

  it.each([
    ['a policy that another line sets later', ['>-P INPUT DROP', '-P INPUT ACCEPT'], 'INPUT DROP'],
    ['a chain that is removed again', ['>-N mine', '-X mine'], ':mine'],
  ])('do not come of %s', (_name, lines, kept) => {
    const after = refactored('chain-lines', ['*filter', ...lines, 'COMMIT', ''].join('\n')) ?? '';
    expect(after).not.toContain(`:${kept.replace(':', '')}`);
  });

  it('are sorted: built-in ones by the way of packets, then by name', () => {
    const text =
      '*filter\n>:zoo - [0:0]\n:OUTPUT DROP [1:60]\n:INPUT DROP [0:0]\n:ant - [0:0]\n-A INPUT -j zoo\nCOMMIT\n';
    expect(refactored('sort-chain-lines', text)).toBe(
      '*filter\n:INPUT DROP [0:0]\n:OUTPUT DROP [1:60]\n:ant - [0:0]\n:zoo - [0:0]\n-A INPUT -j zoo\nCOMMIT\n',
    );
    expect(offersFor('sort-chain-lines', filter('-A INPUT -j LOG').replace(':INPUT', '>:INPUT'))).toEqual([]);
    expect(offersFor('sort-chain-lines', '*filter\n>:b -\n:a -\n:b -\nCOMMIT\n')).toEqual([]);
  });
});

const DOCKER = [
  '*nat',
  ':POSTROUTING ACCEPT [0:0]',
  ':DOCKER - [0:0]',
  '-A PREROUTING -m addrtype --dst-type LOCAL -j DOCKER',
  '-A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE',
  '-A POSTROUTING -o eth0 -j MASQUERADE',
  '-A DOCKER -i docker0 -j RETURN',
  'COMMIT',
  '*filter',
  ':INPUT DROP [0:0]',
  ':DOCKER-USER - [0:0]',
  ':DOCKER-ISOLATION-STAGE-1 - [0:0]',
  '>-A FORWARD -j DOCKER-USER',
  '-A FORWARD -j DOCKER-ISOLATION-STAGE-1',
  '-A INPUT -p tcp --dport 22 -j ACCEPT',
  '-A DOCKER-ISOLATION-STAGE-1 -j RETURN',
  '-A DOCKER-USER -j RETURN',
  'COMMIT',
  '',
].join('\n');

describe('what a program put there', () => {
  it('goes, in all tables', () => {
    expect(refactored('strip-program', DOCKER)).toBe(
      [
        '*nat',
        ':POSTROUTING ACCEPT [0:0]',
        '-A POSTROUTING -o eth0 -j MASQUERADE',
        'COMMIT',
        '*filter',
        ':INPUT DROP [0:0]',
        '-A INPUT -p tcp --dport 22 -j ACCEPT',
        'COMMIT',
        '',
      ].join('\n'),
    );
  });

  it('stays where it holds rules of one’s own', () => {
    const own = '-A DOCKER-USER -s 10.0.0.1 -j DROP';
    const text = DOCKER.replace('-A DOCKER-USER -j RETURN', `${own}\n-A DOCKER-USER -j RETURN`)
      .replace('>', '')
      .replace('-A DOCKER-ISO', '>-A DOCKER-ISO');
    const after = refactored('strip-program', text);
    expect(after).toContain(`-A FORWARD -j DOCKER-USER\n`);
    expect(after).toContain(`${own}\n-A DOCKER-USER -j RETURN\n`);
    expect(after).not.toContain('ISOLATION');
  });

  it.each([
    ['fail2ban', ':f2b-sshd - [0:0]', '>-A INPUT -p tcp -m multiport --dports 22 -j f2b-sshd', '-A f2b-sshd -j RETURN'],
    ['Kubernetes', ':KUBE-FIREWALL - [0:0]', '-A INPUT -j KUBE-FIREWALL', '>-A KUBE-FIREWALL -j RETURN'],
  ])('is known by the names of %s', (name, ...rules) => {
    expect(offersFor('strip-program', filter(...rules))[0]?.title).toBe(`Remove the chains and rules of ${name}`);
    expect(rulesIn(refactored('strip-program', filter(...rules, LAST)))).toEqual([LAST]);
  });

  it('is not seen in rules of one’s own', () => {
    expect(offersFor('strip-program', filter('>-A INPUT -i eth0 -j ACCEPT'))).toEqual([]);
  });
});
