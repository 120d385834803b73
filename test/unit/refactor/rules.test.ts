// Owns refactorings of single rules and of neighbours: multiport, comments, answers, restrictions.
import { describe, expect, it } from 'vitest';
import { filter, offersFor, refactored, rulesIn } from './refactored.ts';

const SSH = '-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT';
const WEB = '-A INPUT -p tcp -m tcp --dport 80 -j ACCEPT';

describe('merging neighbours', () => {
  it.each([
    ['singles', [SSH, `>${WEB}`], ['-A INPUT -p tcp -m multiport --dports 22,80 -j ACCEPT']],
    [
      'names, ranges and a list',
      [
        '>-A INPUT -p tcp --dport ssh -j ACCEPT',
        '>-A INPUT -p tcp --dport 8000:8010 -j ACCEPT',
        '>-A INPUT -p tcp -m multiport --dports 80,443 -j ACCEPT',
      ],
      ['-A INPUT -p tcp -m multiport --dports ssh,8000:8010,80,443 -j ACCEPT'],
    ],
    [
      'source ports that are counted',
      ['>-A INPUT -p udp --sport 53 -j LOG', '-A INPUT -p udp --sport 123 -j LOG', SSH],
      ['-A INPUT -p udp -m multiport --sports 53,123 -j LOG', SSH],
    ],
    [
      'rules that ask more of tcp',
      ['>-A INPUT -p tcp -m tcp --dport 1 --syn -j DROP', '-A INPUT -p tcp -m tcp --dport 2 --syn -j DROP'],
      ['-A INPUT -p tcp -m tcp -m multiport --dports 1,2 --syn -j DROP'],
    ],
  ])('takes %s', (_name, before, after) => {
    expect(rulesIn(refactored('multiport', filter(...before), 'Merge'))).toEqual(after);
  });

  it.each([
    ['other targets', [`>${SSH}`, WEB.replace('ACCEPT', 'DROP')]],
    ['other sources', [`>${SSH}`, WEB.replace('INPUT', 'INPUT -s 10.0.0.1')]],
    ['other chains', [`>${SSH}`, WEB.replace('INPUT', 'FORWARD')]],
    ['other protocols', [`>${SSH}`, WEB.replaceAll('tcp', 'udp')]],
    ['a limit, which each rule counts for itself', [`>${SSH}`, WEB].map((rule) => rule.replace('-j', '-m limit -j'))],
    ['a line between them', [`>${SSH}`, '# web', WEB]],
    ['a port and its opposite', [`>${SSH}`, WEB.replace('--dport', '! --dport')]],
    ['counters', [`>[1:60] ${SSH}`, WEB]],
    ['a chain that rules are deleted from by number', [`>${SSH}`, WEB, '-D INPUT 1']],
    ['a rule that is counted twice', ['>-A INPUT -p tcp --dport 22 -j LOG', '-A INPUT -p tcp --dport 20:25 -j LOG']],
    ['sixteen ports', Array.from({ length: 16 }, (_, at) => `>${SSH.replace('22', String(at + 1))}`)],
  ])('leaves %s', (_name, rules) => {
    expect(refactored('multiport', filter(...rules), 'Merge')).toBeUndefined();
  });

  it('offers nothing in a template or a fragment', () => {
    const text = filter(`>${SSH}`, WEB);
    expect(offersFor('multiport', text, { settings: { template: true } })).toEqual([]);
    expect(offersFor('multiport', text, { settings: { fragment: true } })).toEqual([]);
  });
});

describe('splitting a list of ports', () => {
  it('makes a rule for each', () => {
    const rule = '>-A INPUT -s 10.0.0.0/8 -p tcp -m multiport --dports 22,8000:8010 -j ACCEPT';
    expect(rulesIn(refactored('multiport', filter(rule), 'Split'))).toEqual([
      '-A INPUT -s 10.0.0.0/8 -p tcp -m tcp --dport 22 -j ACCEPT',
      '-A INPUT -s 10.0.0.0/8 -p tcp -m tcp --dport 8000:8010 -j ACCEPT',
    ]);
  });

  it.each([
    '>-A INPUT -p tcp -m multiport ! --dports 22,80 -j ACCEPT',
    '>-A INPUT -p tcp -m multiport --ports 22,80 -j ACCEPT',
    '>-A INPUT -p tcp -m multiport --dports 22 -j ACCEPT',
    '>-A INPUT -p tcp -m multiport --dports 22,22 -j LOG',
    '>-A INPUT -p tcp -m multiport --dports 22,80 -m limit -j ACCEPT',
  ])('leaves %s', (rule) => {
    expect(refactored('multiport', filter(rule), 'Split')).toBeUndefined();
  });
});

describe('comments', () => {
  it('go from behind a rule into it', () => {
    expect(rulesIn(refactored('comment', filter(`>${SSH} # the "office"`), 'Take'))).toEqual([
      '-A INPUT -m comment --comment "the \\"office\\"" -p tcp -m tcp --dport 22 -j ACCEPT',
    ]);
  });

  it('go to the line above', () => {
    const rule = '>-A INPUT -m comment --comment "the office" -p tcp --dport 22 -j ACCEPT';
    expect(rulesIn(refactored('comment', filter(rule), 'Move'))).toEqual([
      '# the office',
      '-A INPUT -p tcp --dport 22 -j ACCEPT',
    ]);
  });

  it.each([
    `>${SSH}`,
    `>${SSH} # ${'x'.repeat(256)}`,
    '>-A INPUT -m comment --comment old -j ACCEPT # new',
    '>-A INPUT -m comment --comment one -m comment --comment two -j ACCEPT',
    '># a line of its own',
  ])('stay: %s', (rule) => {
    expect(offersFor('comment', filter(rule))).toEqual([]);
  });
});

describe('the rule for the answers', () => {
  it.each([
    [SSH, '-A OUTPUT -p tcp -m tcp --sport 22 -m conntrack --ctstate ESTABLISHED -j ACCEPT'],
    [
      '-A INPUT -i eth0 -s 10.0.0.0/8 -p tcp -m multiport --dports 22,80 -m conntrack --ctstate NEW -j ACCEPT',
      '-A OUTPUT -o eth0 -d 10.0.0.0/8 -p tcp -m multiport --sports 22,80 -m conntrack --ctstate ESTABLISHED -j ACCEPT',
    ],
    [
      '-A OUTPUT ! -d 10.0.0.1 -p udp --dport 53 -j ACCEPT',
      '-A INPUT ! -s 10.0.0.1 -p udp --sport 53 -m conntrack --ctstate ESTABLISHED -j ACCEPT',
    ],
    [
      '-A INPUT -p icmp -m icmp --icmp-type echo-request -j ACCEPT',
      '-A OUTPUT -p icmp -m icmp --icmp-type echo-reply -m conntrack --ctstate ESTABLISHED -j ACCEPT',
    ],
  ])('of %s', (rule, answer) => {
    expect(rulesIn(refactored('answering-rule', filter(`>${rule}`)))).toEqual([rule, answer]);
  });

  it.each([
    '>-A FORWARD -p tcp --dport 22 -j ACCEPT',
    '>-A INPUT -p tcp --dport 22 -j DROP',
    '>-A INPUT -j ACCEPT',
    '>-A INPUT -p tcp --dport 22 -m limit --limit 3/min -j ACCEPT',
    '>-A INPUT -p icmp -m icmp --icmp-type redirect -j ACCEPT',
  ])('is not offered for %s', (rule) => {
    expect(offersFor('answering-rule', filter(rule))).toEqual([]);
  });
});

describe('restricting', () => {
  const commands = ['iptables.restrictToSource', 'iptables.restrictToDestination', 'iptables.restrictToInterface'];

  it('asks through the commands that the client has', () => {
    const text = filter(`>${SSH}`, '># and', '>-A OUTPUT -j ACCEPT');
    const offers = offersFor('restrict', text, { commands });
    expect(offers.map(({ title }) => title)).toEqual([
      'Restrict to a source address…',
      'Restrict to a destination address…',
      'Restrict to an interface…',
    ]);
    expect(offers[0]?.change).toEqual({
      command: 'iptables.restrictToSource',
      argument: { uri: 'file:///etc/iptables/rules.v4', lines: [4, 6] },
    });
    expect(offersFor('restrict', text)).toEqual([]);
  });

  it('says destination of a rule of OUTPUT, once', () => {
    const offers = offersFor('restrict', filter('>-A OUTPUT -j ACCEPT'), { commands });
    expect(offers.map(({ title }) => title)).toEqual([
      'Restrict to a destination address…',
      'Restrict to an interface…',
    ]);
  });

  it('takes an interface from rules nearby', () => {
    const other = '-A INPUT -i eth1 -j ACCEPT';
    expect(rulesIn(refactored('restrict', filter(`>${SSH}`, other, '-A INPUT -i lo -j ACCEPT')))).toEqual([
      SSH.replace('INPUT', 'INPUT -i eth1'),
      other,
      '-A INPUT -i lo -j ACCEPT',
    ]);
  });
});
