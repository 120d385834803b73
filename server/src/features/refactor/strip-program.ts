// Takes out of a captured save what a program puts there by itself: Docker, fail2ban, Kubernetes and their like.

import { toolOf } from '../../lint/common/known-tools.ts';
import type { Rule } from '../../ruleset/rule.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { TableBlock } from '../../ruleset/table-block.ts';
import { lineEdits } from './common/line-edits.ts';
import type { Refactoring } from './common/refactoring.ts';

/** A program, and the names that it gives its interfaces. */
interface Program {
  readonly name: string;
  readonly interfaces?: RegExp;
  /** A chain that the program makes for rules of one's own: it stays where it has some. */
  readonly own?: string;
}

/** Sources: chains in saves of these programs, docker 20 to 28, fail2ban 1.0, kube-proxy 1.30. */
const PROGRAMS: readonly Program[] = [
  {
    name: 'Docker',
    interfaces: /^(docker\d+|docker_gwbridge|br-[0-9a-f]{12})$/,
    own: 'DOCKER-USER',
  },
  { name: 'fail2ban' },
  { name: 'Kubernetes' },
  { name: 'libvirt', interfaces: /^virbr\d+$/ },
  { name: 'Calico', interfaces: /^cali/ },
  { name: 'Podman', interfaces: /^(podman|cni-podman)\d+$/ },
];

export const stripProgram: Refactoring = {
  name: 'strip-program',
  kind: 'refactor.rewrite',
  offers: ({ file, block, first }) => {
    if (!block) return [];
    const program = PROGRAMS.find((one) => isOf(one, file, block, first));
    if (!program) return [];
    const edits = () => {
      const lines = file.blocks.flatMap((table) => linesOf(program, file, table));
      return lineEdits(file, new Map(lines.map((line) => [line, []])));
    };
    return [{ title: `Remove the chains and rules of ${program.name}`, change: { edits } }];
  },
};

function linesOf(program: Program, file: RulesFile, block: TableBlock): readonly number[] {
  const lines: number[] = [];
  for (let line = block.firstLine; line <= block.lastLine; line++)
    if (isOf(program, file, block, line)) lines.push(line);
  return lines;
}

/** A line that makes one of the program's chains, is a rule of one, leads to one or asks for one of its interfaces. */
function isOf(program: Program, file: RulesFile, block: TableBlock, line: number): boolean {
  const entry = file.entry(line);
  if (entry.kind === 'chain') return isChainOf(program, file, block, entry.name?.text);
  if (entry.kind !== 'command') return false;
  if (isChainOf(program, file, block, entry.chain) || isChainOf(program, file, block, entry.object)) return true;
  const { interfaces } = program;
  if (!interfaces || entry.letter !== 'A') return false;
  const rule = file.rule(line);
  return ['i', 'o'].some((letter) => interfaces.test(rule.option(letter)?.values[0]?.text ?? ''));
}

function isChainOf(
  { name: program, own }: Program,
  file: RulesFile,
  block: TableBlock,
  name: string | undefined,
): boolean {
  if (name === undefined || toolOf(name) !== program) return false;
  return name !== own || !hasOwnRules(file, block, name);
}

/** Something else than the RETURN that the program puts there. */
function hasOwnRules(file: RulesFile, block: TableBlock, name: string): boolean {
  return (block.chains.get(name)?.appends ?? []).some((line) => {
    const entry = file.entry(line);
    return entry.kind === 'command' && (entry.object !== 'RETURN' || !isBare(file.rule(line)));
  });
}

/** Nothing but a chain and a target. */
function isBare({ options }: Rule): boolean {
  return options.every(({ letter }) => letter === 'A' || letter === 'j');
}
