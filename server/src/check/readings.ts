// Joins what is found of a file that loaders read differently: an error is what each of them refuses.

import type { RulesFile } from '../ruleset/rules-file.ts';
import { keepsTargets, TAKING } from '../ruleset/taken-names.ts';
import type { RefusedBy } from '../vocabulary/schema.ts';
import { type Finding, refuserName } from './finding.ts';

/** What some loaders make of a file. */
interface Reading {
  readonly by: RefusedBy;
  readonly findings: readonly Finding[];
}

/** What `find` finds under each reading of a file, joined; mostly there is but one. */
export function findInReadings(file: RulesFile, find: (file: RulesFile) => Finding[]): Finding[] {
  const { otherReadings, settings } = file;
  if (otherReadings.length === 0) return find(file);
  const own = settings.backend === 'both' ? TAKING : { ...TAKING, backend: settings.backend };
  const readings: Reading[] = keepsTargets(settings) ? [] : [{ by: own, findings: find(file) }];
  for (const other of otherReadings) {
    const { backend } = other.settings;
    const by: RefusedBy = { until: TAKING.since, ...(backend === 'both' ? {} : { backend }) };
    readings.push({ by, findings: find(other) });
  }
  return join(readings);
}

function join(readings: readonly Reading[]): Finding[] {
  const joined: Finding[] = [];
  for (const same of alike(readings).values()) {
    const [first] = same;
    if (!first) continue;
    const { finding } = same.find(({ finding: { severity } }) => severity !== 'error') ?? first;
    if (finding.severity !== 'error' || same.length === readings.length) joined.push(finding);
    else {
      const by = named(same.map((one) => one.by)).join(' and ');
      joined.push({ ...finding, severity: 'warning', message: `${finding.message} Refused by ${by}.` });
    }
  }
  const all = raised(joined, readings);
  return (refusedAnywhere(all, readings) ? asErrors(all, readings[0]) : all).sort(
    (a, b) => a.line - b.line || a.start - b.start,
  );
}

/** Those that refuse, for people; both back ends of a stretch of versions as one. */
function named(refusers: readonly RefusedBy[]): string[] {
  const older = refusers.filter(({ until }) => until !== undefined);
  const newer = refusers.filter(({ until }) => until === undefined);
  const { backend: _, ...both } = older[0] ?? {};
  return [...newer, ...(older.length === 2 ? [both] : older)].map(refuserName);
}

/** The same finding of several readings, by its code and place. */
function alike(readings: readonly Reading[]): Map<string, { by: RefusedBy; finding: Finding }[]> {
  const all = new Map<string, { by: RefusedBy; finding: Finding }[]>();
  for (const { by, findings } of readings) {
    for (const finding of findings) {
      const key = [finding.line, finding.start, finding.end, finding.code].join(' ');
      const same = all.get(key);
      if (!same) all.set(key, [{ by, finding }]);
      else if (same.at(-1)?.by !== by) same.push({ by, finding });
    }
  }
  return all;
}

/** A line that every loader refuses, each for a reason of its own, is an error all the same. */
function raised(joined: readonly Finding[], readings: readonly Reading[]): Finding[] {
  const done = new Set(joined.flatMap(({ line, severity }) => (severity === 'error' ? [line] : [])));
  const [first = new Set<number>(), ...others] = readings.map(
    ({ findings }) => new Set(findings.flatMap(({ line, severity }) => (severity === 'error' ? [line] : []))),
  );
  return joined.map((finding) => {
    const { line } = finding;
    if (done.has(line) || !first.has(line) || !others.every((lines) => lines.has(line))) return finding;
    done.add(line);
    return { ...finding, severity: 'error' };
  });
}

/** Every loader refuses the file, each at another line. */
function refusedAnywhere(all: readonly Finding[], readings: readonly Reading[]): boolean {
  const hasError = (findings: readonly Finding[]) => findings.some(({ severity }) => severity === 'error');
  return !hasError(all) && readings.every(({ findings }) => hasError(findings));
}

/** What the first reading refuses is an error then: most loaders stop there. */
function asErrors(all: readonly Finding[], first: Reading | undefined): Finding[] {
  const placeOf = ({ code, line, start }: Finding) => `${line} ${start} ${code}`;
  const errors = first?.findings.filter(({ severity }) => severity === 'error') ?? [];
  const places = new Set(errors.map(placeOf));
  return all.map((finding) => (places.has(placeOf(finding)) ? { ...finding, severity: 'error' } : finding));
}
