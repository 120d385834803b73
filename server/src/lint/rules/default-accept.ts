// A chain that lets everything pass, so that its rules which accept change nothing.

import type { Box } from '../../analysis/box.ts';
import { AXES } from '../../analysis/dimensions.ts';
import { packetBox } from '../../analysis/packet-box.ts';
import type { ChainSteps } from '../../analysis/reach/chain-steps.ts';
import type { Step } from '../../analysis/reach/step.ts';
import { fateOf } from '../../analysis/verdict.ts';
import { replaceColumns } from '../../check/fix.ts';
import { isVirtualInterface, toolOf } from '../common/known-tools.ts';
import { wallOf } from '../common/walls.ts';
import type { PacketTable } from '../packets.ts';
import { lintRule } from '../rule.ts';

export const defaultAccept = lintRule({
  name: 'default-accept',
  severity: 'warning',
  category: 'packets',
  finds: 'An INPUT or FORWARD whose policy is ACCEPT and whose rules refuse nothing of what others accept.',
  looksAt: 'packets',
  checkHook(table, { name }, report) {
    if (table.block.table !== 'filter' || (name !== 'INPUT' && name !== 'FORWARD')) return;
    const place = table.policyPlace(name);
    const opening = place && acceptsInVain(table, name);
    if (!opening) return;
    const lines = new Set(opening.map(({ step }) => step.line)).size;
    const count = lines === 1 ? 'its rule that accepts changes' : `its ${lines} rules that accept change`;
    report({
      message: `"${name}" accepts whatever no rule refuses, so ${name === 'INPUT' ? 'all other ports are open' : 'everything else is forwarded'}, and ${count} nothing. Set the policy to DROP, once its rules accept what is needed.`,
      ...place,
    });
  },
  fix(_file, { line, start, end }) {
    return [{ title: 'Drop what no rule accepts', edits: [replaceColumns(line, start, end, 'DROP')] }];
  },
});

/** The rules of a chain that accept what it lets pass anyway; undefined where it has none, or where they may matter. */
export function acceptsInVain(table: PacketTable, name: string): readonly Placed[] | undefined {
  if (name !== 'INPUT' && name !== 'FORWARD') return undefined;
  if (table.policyOf(name) !== 'ACCEPT' || wallOf(table, name)) return undefined;
  const rules = rulesOf(table, name);
  const opening = rules && openingsOf(table, name, rules);
  return !opening || opening.length === 0 || mayMatter(rules, opening) ? undefined : opening;
}

/** A rule, and the place in INPUT of the rule that leads to it, or of itself. */
interface Placed {
  readonly chain: ChainSteps;
  readonly step: Step;
  readonly top: number;
}

/** All rules that packets from INPUT may meet; undefined where not all are known. */
function rulesOf(table: PacketTable, hook: string): readonly Placed[] | undefined {
  const found: Placed[] = [];
  for (const chain of table.chains) {
    if (!table.reach.hooksOf(chain).has(hook)) continue;
    const paths = table.reach.pathsTo(chain);
    if (chain.isPartial || !paths || chain.steps.some(({ way }) => way === 'unknown')) return undefined;
    for (const { places } of paths) {
      const [first] = places;
      if ((first?.chain.name ?? chain.name) !== hook) continue;
      for (const step of chain.steps) found.push({ chain, step, top: first?.before.at ?? step.at });
    }
  }
  return found;
}

/** Rules of INPUT, and of its chains that no tool keeps, that accept packets from elsewhere; of FORWARD new ones. */
function openingsOf(table: PacketTable, hook: string, rules: readonly Placed[]): readonly Placed[] {
  const fresh = packetBox(table.family, { input: 'not lo', ...(hook === 'FORWARD' && { states: ['NEW'] }) });
  return rules.filter(({ chain, step: { verdict, parts } }) => {
    if (fateOf(verdict) !== 'accept' || toolOf(chain.name) !== undefined) return false;
    if (hook === 'FORWARD' && parts.some(({ box }) => isVirtual(table, box))) return false;
    return parts.some(({ box }) => box.intersects(fresh) && !box.isEverything);
  });
}

/** What Docker, libvirt and wg-quick add for their own interfaces, beside a policy that they leave alone. */
function isVirtual({ family }: PacketTable, box: Box): boolean {
  const { inputInterface, outputInterface } = AXES[family];
  return [inputInterface, outputInterface].some((axis) => {
    const { least } = box.on(axis);
    return typeof least === 'string' && least !== '' && isVirtualInterface(least);
  });
}

/** Whether a rule behind one of these may refuse what that one accepts. */
function mayMatter(rules: readonly Placed[], opening: readonly Placed[]): boolean {
  return rules.some((other) => {
    const fate = fateOf(other.step.verdict);
    if (other.step.verdict.kind !== 'some-packets' && (fate === undefined || fate === 'accept')) return false;
    return opening.some((one) => isBehind(other, one) && meets(other.step, one.step));
  });
}

function isBehind(other: Placed, one: Placed): boolean {
  if (other.chain === one.chain && other.top === one.top) return other.step.at > one.step.at;
  return other.top >= one.top;
}

function meets(a: Step, b: Step): boolean {
  return a.parts.some((one) => b.parts.some((two) => one.box.intersects(two.box)));
}
