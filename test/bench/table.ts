// Owns the rows of the bench: what was measured, how much is allowed, and how they are printed.

export interface Row {
  readonly what: string;
  readonly value: number;
  /** `ms`, `s`, `MB` or nothing for a ratio. */
  readonly unit: string;
  /** The most that is allowed; undefined for a row that is only told. */
  readonly most?: number | undefined;
  readonly note?: string;
}

/** The value below which `share` of all are; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** True where the row stands; rows that are only told always do. */
export function holds({ value, most }: Row): boolean {
  return most === undefined || value <= most;
}

const shown = (value: number, unit: string): string =>
  `${value >= 100 ? value.toFixed(0) : value.toFixed(2)}${unit ? ` ${unit}` : ''}`;

/** The rows as a Markdown table. */
export function render(rows: readonly Row[]): string {
  const body = rows.map((row) => {
    const { what, value, unit, most, note = '' } = row;
    return `| ${what} | ${shown(value, unit)} | ${most === undefined ? '' : shown(most, unit)} | ${most === undefined ? '' : holds(row) ? 'yes' : 'NO'} | ${note} |`;
  });
  return ['| what | measured | to reach | reached | |', '|---|---|---|---|---|', ...body].join('\n');
}
