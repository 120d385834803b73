// Owns made-up commands that read or change chains: what the loaders keep count of, alone and in a row.
import type { Random } from './random.ts';
import { chainOf, earlierRule, newName, newRule, ruleBody, type Scene, userChain } from './scene.ts';

const number = (random: Random): string => String(random.pick([1, 1, 1, 2, 2, 3, 4, 0, random.int(1, 9)]));

/** -Z with a chain, a rule's number, a list beside it, or alone. */
function zeroing(scene: Scene): string {
  const { random } = scene;
  const chain = chainOf(scene);
  return random.pick([
    '-Z',
    `-Z ${chain}`,
    `-Z ${chain} ${number(random)}`,
    '-L -Z',
    `-L ${chain} -Z`,
    `-Z -S ${chain}`,
  ]);
}

/** A rule with counters of its own, in either form. */
export function countedRule(scene: Scene): string {
  const { random } = scene;
  const counts = [random.int(0, 99), random.int(0, 9999)] as const;
  if (random.chance(0.5)) return `[${counts.join(':')}] -A ${newRule(scene)}`;
  const [chain = '', ...body] = newRule(scene).split(' ');
  return [random.pick(['-A', '-A', '-I']), chain, '-c', ...counts, ...body].join(' ');
}

/** Any one command. */
export function command(scene: Scene): string {
  const { random } = scene;
  const chain = () => chainOf(scene);
  const user = () => userChain(scene);
  const body = () => ruleBody(scene);
  const forms: readonly (() => string)[] = [
    () => `-N ${newName(random)}`,
    () => `-X ${user()}`,
    () => '-X',
    () => `-F ${chain()}`,
    () => '-F',
    () => `-E ${user()} ${newName(random)}`,
    () => `-I ${newRule(scene)}`,
    () => `-I ${chain()} ${number(random)} ${body()}`,
    () => `-R ${chain()} ${number(random)} ${body()}`,
    () => `-D ${chain()} ${number(random)}`,
    () => `-D ${earlierRule(scene)}`,
    () => `-C ${earlierRule(scene)}`,
    () => `-P ${chain()} ${random.pick(['ACCEPT', 'DROP', 'ACCEPT', 'REJECT', 'accept', '-', 'RETURN', user()])}`,
    () =>
      `-P ${random.pick(['INPUT', 'OUTPUT'])} ${random.pick(['ACCEPT', 'DROP'])}${random.chance(0.2) ? ' -c 1 2' : ''}`,
    () => zeroing(scene),
    () => `-L ${random.pick([chain(), '', '-n', '-n -x -v'])}`,
    () => `-S ${random.pick([chain(), '', `${chain()} ${number(random)}`])}`,
    () => `--delete-chain ${user()}`,
    () => `--rename ${user()} ${newName(random)}`,
    () => `--new ${newName(random)}`,
    () => `--flush ${chain()}`,
    () => `--policy ${chain()} DROP`,
  ];
  return noted(random.pick(forms)?.() ?? '-F', scene).trimEnd();
}

function noted(line: string, { declared }: Scene): string {
  const name = /^(?:-N|--new) (\S+)/.exec(line)?.[1] ?? /^(?:-E|--rename) \S+ (\S+)/.exec(line)?.[1];
  if (name) declared.push(name);
  return line;
}

/** Some commands, each about what the ones before it did. */
export function sequence(scene: Scene): string[] {
  const { random } = scene;
  const chain = chainOf(scene);
  const forms: readonly (() => string[])[] = [
    () => ['-F', `-D ${earlierRule(scene)}`],
    () => [`-A ${newRule(scene)}`, '-F', `-D ${earlierRule(scene)}`],
    () => ['-F', `-A ${newRule(scene)}`, `-D ${earlierRule(scene)}`, command(scene)],
    () => [`-F ${chain}`, `-D ${chain} 1`],
    () => ['-F', zeroing(scene)],
    () => ['-F', `-I ${newRule(scene)}`, `-D ${chain} ${number(random)}`],
    () => ['-F', '-X', `-A ${newRule(scene)}`],
    () => [`-X ${userChain(scene)}`, `-N ${userChain(scene)}`, command(scene)],
    () => [countedRule(scene), zeroing(scene), `-D ${earlierRule(scene)}`],
    () => [zeroing(scene), countedRule(scene), `-C ${earlierRule(scene)}`],
    () => [`-I ${newRule(scene)}`, `-D ${earlierRule(scene)}`, `-D ${earlierRule(scene)}`],
    () => [command(scene), command(scene), command(scene)],
  ];
  return random.pick(forms)?.() ?? [];
}
