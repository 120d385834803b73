// Hovers of what stands after -j and -g: a verdict, a target extension, a user chain.

import { knownTarget } from '../../ruleset/known.ts';
import type { TableBlock } from '../../ruleset/table-block.ts';
import { addonOf } from '../../vocabulary/addons.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { findVerdict, VERDICT_NAMES } from '../../vocabulary/verdicts.ts';
import { describeVersions } from '../../vocabulary/versions.ts';
import { chainPage, findHook } from './chains.ts';
import { extensionPage, inTable } from './extension.ts';
import { code, fact, render, titled } from './page.ts';
import { list } from './prose.ts';

/** The page of a jump's object. A user chain of the table wins over a target of its name, as in the tools. */
export function targetPage(name: string, goto: boolean, family: Family, block: TableBlock | undefined): string {
  if (goto) return chainPage(name, block);
  const verdict = findVerdict(name);
  if (verdict) return verdictPage(name);
  const known = knownTarget(name, family);
  const chain = block?.chains.get(name);
  if (chain?.declared && !chain.builtin) return chainPage(name, block);
  if (known) return extensionPage(known.extension, family);
  const upper = findVerdict(name.toUpperCase())?.name ?? knownTarget(name.toUpperCase(), family)?.extension.name;
  if (upper !== undefined && chain?.declared !== true) {
    return render({
      title: titled(name, 'chain'),
      paragraphs: [`A jump to a chain of this name, which is not declared. The target is called ${code(upper)}.`],
    });
  }
  const other = knownTarget(name, family === 4 ? 6 : 4);
  if (other && !findHook(name)) return extensionPage(other.extension, family === 4 ? 6 : 4);
  const addon = addonOf(name);
  if (addon !== undefined)
    return render({
      title: titled(`-j ${name}`, 'target'),
      paragraphs: [`A target of ${addon}, a separate project.`],
    });
  return chainPage(name, block);
}

function verdictPage(name: string): string {
  const verdict = findVerdict(name);
  if (!verdict) return '';
  const { refusedBy } = verdict;
  return render({
    title: titled(`-j ${name}`, 'verdict'),
    paragraphs: [verdict.summary, verdict.detail],
    facts: [
      fact(
        'Then',
        verdict.terminates ? "the packet's way through the chain ends here" : 'the chain ends here, not the table',
      ),
      fact('Not in', verdict.refusedIn.length > 0 ? `table ${list(verdict.refusedIn.map(code))}` : undefined),
      fact(
        'Refused by',
        refusedBy &&
          list([refusedBy.backend ?? 'every back end', describeVersions(refusedBy)].filter((part) => part !== '')),
      ),
      fact('As a policy', verdict.policy ? 'allowed' : 'not allowed'),
      fact('Other verdicts', list(VERDICT_NAMES.filter((other) => other !== name).map(code))),
    ],
    example: inTable(verdict.example),
    source: 'iptables(8), TARGETS',
  });
}
