// Lists of tokens as the protocol wants them, five numbers each: for an answer of any size, and for one of millions.

/** Numbers of one token in the protocol's data. */
export const NUMBERS = 5;

/** Takes the tokens of one line after the other. Each is told relative to the one before. */
export abstract class TokenList {
  /** How many there are. */
  count = 0;
  /** The line whose tokens come. */
  line = 0;
  private before: number;
  private start = 0;

  /** `before` is the line of the token before, 0 where there is none. */
  constructor(before = 0) {
    this.before = before;
  }

  add(start: number, length: number, kind: number, modifiers: number): void {
    const down = this.line - this.before;
    this.write(down, down === 0 ? start - this.start : start, length, kind, modifiers);
    this.before = this.line;
    this.start = start;
    this.count++;
  }

  /** The numbers of one token. */
  protected abstract write(down: number, start: number, length: number, kind: number, modifiers: number): void;

  /** What the answer has for its data. */
  abstract data(): number[];
}

/** A usual rule has twelve to sixteen tokens. */
const NUMBERS_A_LINE = 16 * NUMBERS;
/** A larger array is no list to the engine any more. */
const MOST_PLACES = 20_000_000;

export class Numbers extends TokenList {
  private readonly numbers: number[];
  private size = 0;

  /** `lines`: of about so many lines. */
  constructor(before = 0, lines = 0) {
    super(before);
    // Six million numbers that are added one by one cost three times as much as those that have their place.
    this.numbers = new Array<number>(Math.min(lines * NUMBERS_A_LINE, MOST_PLACES));
  }

  protected write(down: number, start: number, length: number, kind: number, modifiers: number): void {
    const { numbers } = this;
    numbers[this.size++] = down;
    numbers[this.size++] = start;
    numbers[this.size++] = length;
    numbers[this.size++] = kind;
    numbers[this.size++] = modifiers;
  }

  data(): number[] {
    this.numbers.length = this.size;
    return this.numbers;
  }
}

const COMMA = 44;
const ZERO = 48;
/** Five numbers of ten digits, each with a comma. */
const MOST_BYTES_A_TOKEN = 55;
/** One piece of the text: small enough to be had in no time, and never copied. */
const BYTES_A_PIECE = 256 * 1024;

const texts = new WeakMap<readonly number[], readonly Uint8Array[]>();

/** The numbers of a list that `WrittenNumbers` stands for, in JSON, without brackets, in pieces one after the other. */
export function textOf(data: readonly number[]): readonly Uint8Array[] | undefined {
  return texts.get(data);
}

/**
 * The same in JSON from the start: six million numbers take a quarter of a second to be made and another to be written,
 * their text a tenth. Only for a door that writes what `textOf` has in the place of the data, which is empty.
 */
export class WrittenNumbers extends TokenList {
  private readonly full: Uint8Array[] = [];
  private bytes = new Uint8Array(BYTES_A_PIECE);
  private size = 0;

  protected write(down: number, start: number, length: number, kind: number, modifiers: number): void {
    if (this.size + MOST_BYTES_A_TOKEN > BYTES_A_PIECE) this.next();
    this.digits(down);
    this.digits(start);
    this.digits(length);
    this.digits(kind);
    this.digits(modifiers);
  }

  private next(): void {
    this.full.push(this.bytes.subarray(0, this.size));
    this.bytes = new Uint8Array(BYTES_A_PIECE);
    this.size = 0;
  }

  private digits(number: number): void {
    const { bytes } = this;
    if (number < 10) bytes[this.size++] = ZERO + number;
    else if (number < 100) {
      const tens = (number / 10) | 0;
      bytes[this.size++] = ZERO + tens;
      bytes[this.size++] = ZERO + number - 10 * tens;
    } else for (const digit of String(number)) bytes[this.size++] = digit.charCodeAt(0);
    bytes[this.size++] = COMMA;
  }

  data(): number[] {
    const data: number[] = [];
    // Without the last comma; the last piece has a token where any has.
    texts.set(data, [...this.full, this.bytes.subarray(0, Math.max(this.size - 1, 0))]);
    return data;
  }
}
