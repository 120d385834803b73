// A match that only later packets of a connection can meet, below the rule that accepts all of those.

import { AXES } from '../../analysis/dimensions.ts';
import { packetBox } from '../../analysis/packet-box.ts';
import { joint } from '../../analysis/reach/paths.ts';
import type { Rule } from '../../ruleset/rule.ts';
import { lintRule } from '../rule.ts';

const TCP = 6;

export const establishedOnlyMatchNotReached = lintRule({
  name: 'established-only-match-not-reached',
  severity: 'warning',
  category: 'packets',
  finds: 'A match on what a TCP connection carries, below a rule that takes all packets but the first, or in nat.',
  looksAt: 'packets',
  checkChain(table, chain, report) {
    const paths = table.reach.pathsTo(chain);
    const isNat = table.block.table === 'nat';
    if ((table.block.table !== 'filter' && !isNat) || !paths) return;
    const known = packetBox(table.family, { protocol: 'tcp', states: ['ESTABLISHED'] });
    const fresh = packetBox(table.family, { protocol: 'tcp', states: ['NEW'], flags: ['SYN'] });
    const { protocol } = AXES[table.family];
    for (const step of chain.steps) {
      // All of these matches are literals, or leave it open.
      if (step.isSure && step.parts.every(({ box }) => box.literals.length === 0)) continue;
      const { file } = table;
      const asked = MAY_BE_LATER.test(file.lines.line(step.line)) ? laterMatch(file.rule(step.line)) : undefined;
      if (asked === undefined) continue;
      const may = (packets: typeof known) =>
        paths.some((path) => {
          const own = step.parts.flatMap(({ box }) => box.intersect(packets) ?? []);
          const boxes = own.length === 0 ? [] : joint(path.boxes, own);
          return !boxes || table.reach.mayGetTo([...path.places, { chain, before: step }], boxes);
        });
      if (isNat) {
        const isTcp = step.parts.every(({ box }) => protocol.point(TCP).contains(box.on(protocol)));
        if (!isTcp || table.fateOf(chain, step).kind !== 'live') continue;
        report({
          message: `This rule never matches: nat looks at the first packet of a TCP connection alone, and "-m ${asked}" at what later ones carry. Leave it to the program that answers.`,
          ...table.placeOf(step.line),
        });
        continue;
      }
      const meets = step.parts.some(({ box }) => box.intersects(known));
      if (!meets || may(known) || !may(fresh)) continue;
      report({
        message: `"-m ${asked}" sees nothing of a TCP connection here: only its later packets can match, and rules above take all of them. Move this rule above the one that accepts ESTABLISHED.`,
        ...table.placeOf(step.line),
      });
    }
  },
});

/** Without these words in its line a rule has no such match. */
const MAY_BE_LATER = /string|connbytes/;

/** The match of a rule that the first packet of a TCP connection never meets. */
function laterMatch({ instances, options }: Rule): string | undefined {
  const names = instances.map(({ known }) => known.extension.name);
  const has = (name: string) => options.some((option) => option.name === name && !option.negated);
  if (names.includes('string') && (has('--string') || has('--hex-string'))) return 'string';
  const bytes = options.find(({ name, negated }) => name === '--connbytes' && !negated)?.values[0]?.text;
  return bytes !== undefined && Number(/^\d+/.exec(bytes)?.[0] ?? 0) > 1 ? 'connbytes' : undefined;
}
