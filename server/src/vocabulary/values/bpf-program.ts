// What the kernel's verifier of classic BPF programs refuses when the rule is loaded.

import type { ValueFault } from './kind.ts';

/** One instruction: operation, jumps when true and when false, value, and where it stands in the word. */
export interface Instruction {
  readonly code: number;
  readonly yes: number;
  readonly no: number;
  readonly k: number;
  readonly start: number;
  readonly end: number;
}

const range = (codes: readonly number[], ...modes: readonly number[]): number[] =>
  codes.flatMap((code) => modes.map((mode) => code | mode));

/** Operations by class, as the kernel's filter.h numbers them. */
const ALU = range([0x04, 0x14, 0x24, 0x34, 0x44, 0x54, 0x64, 0x74, 0x94, 0xa4], 0x00, 0x08);
const LOAD = [0x20, 0x28, 0x30, 0x40, 0x48, 0x50, 0x80, 0x00, 0x60, 0xb1, 0x81, 0x01, 0x61];
const JUMPS = range([0x15, 0x25, 0x35, 0x45], 0x00, 0x08);
const JUMP_ALWAYS = 0x05;
const RETURNS = [0x06, 0x16];
const OPERATIONS: ReadonlySet<number> = new Set([
  ...ALU,
  0x84,
  ...LOAD,
  0x02,
  0x03,
  0x07,
  0x87,
  ...RETURNS,
  JUMP_ALWAYS,
  ...JUMPS,
]);

const STORE: ReadonlySet<number> = new Set([0x02, 0x03]);
const LOAD_MEMORY: ReadonlySet<number> = new Set([0x60, 0x61]);
const DIVIDE: ReadonlySet<number> = new Set([0x34, 0x94]);
const SHIFT: ReadonlySet<number> = new Set([0x64, 0x74]);
const LOAD_ABSOLUTE: ReadonlySet<number> = new Set([0x20, 0x28, 0x30]);
const CONDITIONAL: ReadonlySet<number> = new Set(JUMPS);
const RETURN: ReadonlySet<number> = new Set(RETURNS);

const MEMORY_WORDS = 16;
/** From here on an absolute load asks for one of the kernel's extras, of which there are these. */
const EXTRAS = 0xfffff000;
const EXTRA_NAMES: ReadonlySet<number> = new Set([0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60]);

/** The first thing that the verifier refuses; undefined for a program that loads. */
export function programFault(program: readonly Instruction[]): ValueFault | undefined {
  for (const [index, instruction] of program.entries()) {
    const reason = instructionReason(instruction, program.length - index - 1);
    if (reason !== undefined)
      return {
        message: `The kernel refuses this instruction: ${reason}.`,
        start: instruction.start,
        end: instruction.end,
        late: true,
      };
  }
  const last = program.at(-1);
  if (last !== undefined && !RETURN.has(last.code)) {
    return {
      message: 'The last instruction must return a verdict, such as 6 0 0 65535.',
      start: last.start,
      end: last.end,
      late: true,
    };
  }
  const unset = unsetMemory(program);
  return (
    unset && {
      message: 'The kernel refuses this instruction: it reads memory that was never written.',
      start: unset.start,
      end: unset.end,
      late: true,
    }
  );
}

/** `left`: how many instructions follow. */
function instructionReason({ code, yes, no, k }: Instruction, left: number): string | undefined {
  if (!OPERATIONS.has(code)) return `unknown operation ${code}`;
  if (DIVIDE.has(code) && k === 0) return 'it divides by 0';
  if (SHIFT.has(code) && k > 31) return 'shifts are limited to 0 to 31';
  if ((STORE.has(code) || LOAD_MEMORY.has(code)) && k >= MEMORY_WORDS)
    return `memory addresses are limited to 0 to ${MEMORY_WORDS - 1}`;
  if (code === JUMP_ALWAYS && k >= left) return 'it jumps past the end';
  if (CONDITIONAL.has(code) && (yes >= left || no >= left)) return 'it jumps past the end';
  if (LOAD_ABSOLUTE.has(code) && k >= EXTRAS && !EXTRA_NAMES.has(k - EXTRAS)) return 'unknown ancillary value';
  return undefined;
}

/** The first instruction that reads a word of memory which is not written on every way to it. */
function unsetMemory(program: readonly Instruction[]): Instruction | undefined {
  const all = 0xffff;
  const masks = new Array<number>(program.length).fill(all);
  let written = 0;
  for (const [index, instruction] of program.entries()) {
    written &= masks[index] ?? all;
    const { code, k } = instruction;
    const meet = (target: number): void => {
      masks[target] = (masks[target] ?? all) & written;
    };
    if (STORE.has(code)) written |= 1 << k;
    else if (LOAD_MEMORY.has(code) && (written & (1 << k)) === 0) return instruction;
    else if (code === JUMP_ALWAYS) meet(index + 1 + k);
    else if (CONDITIONAL.has(code)) {
      meet(index + 1 + instruction.yes);
      meet(index + 1 + instruction.no);
    }
    // Behind a jump the next instruction is reached by jumps only.
    if (code === JUMP_ALWAYS || CONDITIONAL.has(code)) written = all;
  }
  return undefined;
}
