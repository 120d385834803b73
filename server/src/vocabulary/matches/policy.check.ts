// What the literal of policy cannot say: the elements that --next sets apart, and what each of them needs.

import { readProtocol } from '../protocols.ts';
import type { OptionUse, UseCheck, UseFault } from '../schema.ts';

const ELEMENT_OPTIONS: readonly string[] = ['--reqid', '--spi', '--proto', '--mode', '--tunnel-src', '--tunnel-dst'];
const MOST_ELEMENTS = 4;

/** ESP, AH and IPComp. */
const PROTOCOLS: ReadonlySet<number | undefined> = new Set([50, 51, 108]);

interface Placed {
  readonly use: OptionUse;
  readonly index: number;
}

/** The options between the --next, and where each element ends: the --next, or -1 after the last. */
function elementsOf(
  options: readonly OptionUse[],
): readonly { readonly uses: readonly Placed[]; readonly end: number }[] {
  const elements: { uses: Placed[]; end: number }[] = [];
  let uses: Placed[] = [];
  options.forEach((use, index) => {
    if (use.name === '--next') {
      elements.push({ uses, end: index });
      uses = [];
    } else if (ELEMENT_OPTIONS.includes(use.name)) uses.push({ use, index });
  });
  return [...elements, { uses, end: -1 }];
}

function protocolFault(use: OptionUse, option: number): readonly UseFault[] {
  const text = use.name === '--proto' ? use.values[0] : undefined;
  if (text === undefined || PROTOCOLS.has(readProtocol(text))) return [];
  const message = `"${text}" is not an IPsec protocol; write esp, ah or ipcomp, or 50, 51 or 108.`;
  return [{ message, option, value: 0 }];
}

function doubled(uses: readonly Placed[]): readonly UseFault[] {
  const seen = new Set<string>();
  const faults: UseFault[] = [];
  for (const { use, index } of uses) {
    if (seen.has(use.name)) {
      const message = `"${use.name}" is given twice in one element of the policy; "--next" starts another one.`;
      faults.push({ message, option: index, early: true });
    }
    seen.add(use.name);
  }
  return faults;
}

/** A tunnel's ends want tunnel mode; `! --mode transport` says as much. */
function tunnelFault(uses: readonly Placed[]): readonly UseFault[] {
  const end = uses.find(({ use }) => use.name === '--tunnel-src' || use.name === '--tunnel-dst');
  const mode = uses.find(({ use }) => use.name === '--mode')?.use;
  const tunnel = mode !== undefined && mode.values[0] === (mode.negated ? 'transport' : 'tunnel');
  if (end === undefined || tunnel) return [];
  const message = `"${end.use.name}" needs "--mode tunnel" in the same element of the policy.`;
  return [{ message, option: end.index, ...(mode === undefined ? { missing: true } : {}) }];
}

function emptyFault(uses: readonly Placed[], end: number, strict: number): readonly UseFault[] {
  if (uses.length > 0) return [];
  const message = `An element of a strict policy is empty; add at least one of ${ELEMENT_OPTIONS.join(', ')}.`;
  return [{ message, option: end < 0 ? strict : end, ...(end < 0 ? { missing: true } : {}) }];
}

/** `--pol none` leaves the elements unread, apart from what is wrong word by word. */
function noneFault(strict: number): readonly UseFault[] {
  if (strict < 0) return [];
  return [{ message: '"--strict" describes an IPsec policy, but "--pol none" says there is none.', option: strict }];
}

export const check: UseCheck = ({ options }) => {
  const strict = options.findIndex((use) => use.name === '--strict');
  const none = options.some((use) => use.name === '--pol' && use.values[0] === 'none');
  const elements = elementsOf(options);
  const faults = options.flatMap((use, index) => protocolFault(use, index));
  faults.push(...elements.flatMap(({ uses }) => doubled(uses)));
  const last = elements[MOST_ELEMENTS - 1];
  if (elements.length > MOST_ELEMENTS && last) {
    faults.push({ message: `A policy has at most ${MOST_ELEMENTS} elements.`, option: last.end });
  }
  if (none) faults.push(...noneFault(strict));
  else {
    for (const { uses, end } of elements.slice(0, MOST_ELEMENTS)) {
      faults.push(...tunnelFault(uses));
      if (strict >= 0) faults.push(...emptyFault(uses, end, strict));
    }
  }
  return faults;
};
