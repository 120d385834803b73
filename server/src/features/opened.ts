// What the lens over INPUT says of the ports that it opens: worked out while nobody types, and kept until the next edit.

import { type Opened, openedBy } from '../analysis/explain/opened.ts';
import type { Intervals } from '../analysis/sets/intervals.ts';
import { knownPacketTablesOf } from '../lint/lint-file.ts';
import type { RulesFile } from '../ruleset/rules-file.ts';
import type { Steps } from '../ruleset/steps.ts';

/** More ports than this are counted. */
const MOST_TOLD = 8;

interface Known {
  readonly edition: number;
  readonly text: string;
}

const known = new WeakMap<RulesFile, Known>();
/** Files of whose ports somebody asked before they were known. */
const missed = new WeakSet<RulesFile>();

/** Works out what `openedText` says, behind a run of the lint rules of packets. True where editors show something else now. */
export function* openedSteps(file: RulesFile): Steps<boolean> {
  const { edition } = file.edits;
  const last = known.get(file);
  if (last?.edition === edition) return false;
  const filter = knownPacketTablesOf(file)?.find(({ block }) => block.table === 'filter');
  const policy = filter?.block.chains.get('INPUT')?.policy ?? 'ACCEPT';
  const opened = filter && (yield* openedBy(filter.reach, policy));
  const text = opened ? textOf(opened) : '';
  known.set(file, { edition, text });
  const isMissed = missed.delete(file) && text !== '';
  return isMissed || text !== (last?.text ?? '');
}

/** `opens 22, 80, 443 and 12 more`; undefined where that is nothing, not certain, or not known yet. */
export function openedText(file: RulesFile): string | undefined {
  const last = known.get(file);
  if (last?.edition !== file.edits.edition) missed.add(file);
  else if (last.text !== '') return last.text;
  return undefined;
}

function textOf({ ports: { tcp, udp }, hasExceptions }: Opened): string {
  const all = [...portsOf(tcp, ''), ...portsOf(udp, '/udp')];
  if (all.length === 0) return '';
  const left = all.length - MOST_TOLD;
  const told = all.slice(0, MOST_TOLD).join(', ');
  return `opens ${told}${left > 0 ? ` and ${left} more` : ''}${hasExceptions ? ', with exceptions' : ''}`;
}

function portsOf({ isEverything, cuts }: Intervals, suffix: string): readonly string[] {
  if (isEverything) return [suffix === '' ? 'all of TCP' : 'all of UDP'];
  const found: string[] = [];
  for (let i = 0; i < cuts.length; i += 2) {
    const first = Number(cuts[i]);
    const last = Number(cuts[i + 1] ?? 65536) - 1;
    found.push(`${first === last ? first : `${first}-${last}`}${suffix}`);
  }
  return found;
}
