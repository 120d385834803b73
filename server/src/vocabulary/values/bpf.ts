// The kind `bpf`: a program of the classic Berkeley packet filter as numbers, the way `nfbpf_compile` prints it.

import { type Instruction, programFault } from './bpf-program.ts';
import type { ValueFault, ValueKind } from './kind.ts';
import type { BpfValue } from './kinds.ts';
import type { TextMeaning } from './meaning.ts';
import { NO_NUMBER, scanDecimal, scanEnd } from './scan.ts';

const MOST = 64;
const FORM = 'write the number of instructions, then each as four numbers: 1,6 0 0 65535';

/** Reads one decimal number as sscanf does, cut to `bits`; undefined when none is there. */
function field(text: string, from: number, to: number, bits: number): number | undefined {
  const value = scanDecimal(text, from, to, 32);
  return value === NO_NUMBER ? undefined : value % 2 ** bits;
}

function check(text: string): ValueFault | undefined {
  const length = field(text, 0, text.length, 16);
  let at = scanEnd();
  if (length === undefined || text.charCodeAt(at) !== 0x2c) {
    return {
      message: `A program starts with the number of its instructions and a comma; ${FORM}.`,
      start: 0,
      end: Math.max(at, Math.min(1, text.length)),
    };
  }
  if (length === 0) return { message: `A program needs at least one instruction; ${FORM}.`, start: 0, end: at };
  if (length > MOST) return { message: `A program has at most ${MOST} instructions.`, start: 0, end: at };
  const count = at;
  const program: Instruction[] = [];
  while (at >= 0 && at + 1 < text.length) {
    const comma = text.indexOf(',', at + 1);
    const end = comma < 0 ? text.length : comma;
    if (program.length >= length)
      return {
        message: `The program has more instructions than the ${length} it announces.`,
        start: at + 1,
        end: text.length,
      };
    const read = instruction(text, at + 1, end);
    if (read === undefined)
      return {
        message: 'An instruction is four numbers separated by spaces: code, two jumps and a value.',
        start: at + 1,
        end,
      };
    program.push(read);
    at = comma;
  }
  if (program.length < length)
    return {
      message: `The program announces ${length} instructions but has ${program.length}.`,
      start: 0,
      end: count,
    };
  return programFault(program);
}

function instruction(text: string, from: number, to: number): Instruction | undefined {
  const code = field(text, from, to, 16);
  const yes = code === undefined ? undefined : field(text, scanEnd(), to, 8);
  const no = yes === undefined ? undefined : field(text, scanEnd(), to, 8);
  const k = no === undefined ? undefined : field(text, scanEnd(), to, 32);
  if (code === undefined || yes === undefined || no === undefined || k === undefined) return undefined;
  return { code, yes, no, k, start: from, end: to };
}

export const bpf: ValueKind<BpfValue, TextMeaning> = {
  read: (text) => ({ kind: 'text', text }),
  check,
  describe: () => `a classic BPF program of 1 to ${MOST} instructions as nfbpf_compile prints it: 1,6 0 0 65535`,
};
