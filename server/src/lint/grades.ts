// How grave findings are: as their rules say, as a preset has them, as a configuration asks for it. Never of an error.

import type { Finding } from '../check/finding.ts';
import { LINT_RULES } from './registry.ts';
import type { Grade, Preset } from './rule.ts';

export type { Grade, Preset } from './rule.ts';

/** By rule or code; what is missing is as grave as it says itself. */
export type Grades = Readonly<Record<string, Grade>>;

const GRAVER = { hint: 'information', information: 'warning', warning: 'warning' } as const;

/** The grades of a preset, with some of them set otherwise. */
export function gradesOf(preset: Preset, others: Grades = {}): Grades {
  const grades: Record<string, Grade> = {};
  for (const { name, severity, presets } of LINT_RULES) {
    const grade = presets?.[preset] ?? (preset === 'strict' ? GRAVER[severity] : presets?.recommended);
    if (grade !== undefined) grades[name] = grade;
  }
  return { ...grades, ...others };
}

const RECOMMENDED = gradesOf('recommended');

/** Whether anything is to be said under this name. */
export function isOn(name: string, grades: Grades = RECOMMENDED): boolean {
  return grades[name] !== 'off';
}

/** The findings that are left, each as grave as it is to be. */
export function withGrades<C extends string>(findings: Finding<C>[], grades: Grades = RECOMMENDED): Finding<C>[] {
  if (Object.keys(grades).length === 0) return findings;
  return findings.flatMap((finding) => {
    const grade = finding.severity === 'error' ? undefined : grades[finding.code];
    if (grade === undefined || grade === finding.severity) return finding;
    return grade === 'off' ? [] : { ...finding, severity: grade };
  });
}
