// What a rule asks of Linux that Linux no longer has.

import type { Removal } from '../../vocabulary/schema.ts';
import type { Instance } from '../rule.ts';
import type { RuleState } from './rule-state.ts';

/** What kernels before this one had counts for nobody; where some of today's have it, the machine decides. */
const OLDEST_LINUX = 6;

/** Notes that the kernel has nothing any more behind an extension that the rule loads. */
export function reportRemoved(reader: RuleState, { known, word }: Instance, { linux, instead, unread }: Removal): void {
  const { kind, name } = known.extension;
  const isGone = Number.parseInt(linux, 10) < OLDEST_LINUX;
  const about = [`-${kind === 'match' ? 'm' : 'j'} ${name}`, linux, instead, isGone ? 'all' : 'some'];
  reader.fault('removed-from-linux', word, about, {
    late: true,
    byKernel: true,
    ...(unread && { unreadBy: unread }),
    ...(isGone ? {} : { severity: 'warning' }),
  });
}
