// A configuration file: what it says of each file below its folder, or what is wrong with it.

import { type Grade, gradesOf, type Preset } from '../lint/grades.ts';
import type { Chosen, FileSettings, KnownHost, Management } from '../ruleset/file-settings.ts';
import type { ConfigurationFormat } from '../vocabulary/file-names.ts';
import type { Family } from '../vocabulary/schema.ts';
import { nearestVersion } from '../vocabulary/versions.ts';
import { fits } from './glob.ts';
import { parse } from './parse.ts';
import { CONFIGURATION_SCHEMA } from './schema.ts';
import { misfits } from './validate.ts';

/** What is wrong at a place, counted from 0. */
export interface ConfigurationFault {
  readonly message: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** A part of the file that is for some paths. */
interface Part {
  readonly files?: string | readonly string[];
  readonly preset?: Preset;
  readonly rules?: Readonly<Record<string, Grade>>;
  readonly backend?: FileSettings['backend'];
  readonly version?: string;
  readonly family?: 'auto' | Family;
  readonly management?: readonly { readonly port: number; readonly from?: readonly string[] }[];
  readonly interfaces?: KnownHost['interfaces'];
  readonly addresses?: KnownHost['addresses'];
  readonly sets?: KnownHost['sets'];
  readonly published?: readonly { readonly port: number; readonly protocol?: 'tcp' | 'udp' }[];
  readonly extensions?: readonly string[];
  readonly template?: boolean;
  readonly fragment?: boolean;
  readonly overrides?: readonly Part[];
}

export class Configuration {
  private readonly parts: readonly Part[];

  private constructor(whole: Part) {
    this.parts = [whole, ...(whole.overrides ?? [])];
  }

  /** Reads a configuration file. */
  static read(
    text: string,
    format: ConfigurationFormat,
  ): Configuration | { readonly faults: readonly ConfigurationFault[] } {
    const parsed = parse(text.replace(/^\uFEFF/, ' '), format);
    if ('flaws' in parsed)
      return { faults: parsed.flaws.map((flaw) => ({ message: flaw.message, ...spot(text, flaw) })) };
    const wrong = misfits(parsed.value, CONFIGURATION_SCHEMA);
    if (wrong.length === 0 && isPart(parsed.value)) return new Configuration(parsed.value);
    return {
      faults: wrong.map(({ message, path, isKey }) => ({ message, ...spot(text, parsed.placeOf(path, isKey)) })),
    };
  }

  /** What holds for the file at a path from the configuration's folder on, slashes between the names. */
  of(path: string): Chosen {
    const own = this.parts.filter(({ files }) => files === undefined || [files].flat().some((one) => fits(one, path)));
    const last = <K extends keyof Part>(key: K): Part[K] | undefined =>
      own.findLast((part) => part[key] !== undefined)?.[key];
    const [backend, version, family, management] = [
      last('backend'),
      last('version'),
      last('family'),
      last('management'),
    ];
    const host = asHost(last('interfaces'), last('addresses'), last('sets'), last('published'));
    const [extensions, template, fragment] = [last('extensions'), last('template'), last('fragment')];
    return {
      grades: gradesOf(last('preset') ?? 'recommended', Object.assign({}, ...own.map(({ rules }) => rules))),
      ...(backend && { backend }),
      ...(version !== undefined && { version: nearestVersion(version) }),
      ...(family !== undefined && { family: family === 'auto' ? undefined : family }),
      ...(management && management.length > 0 && { management: asManagement(management) }),
      ...(host && { host }),
      ...(extensions && { extensions }),
      ...(template !== undefined && { template }),
      ...(fragment !== undefined && { fragment }),
    };
  }
}

/** The schema has seen to it. */
function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null;
}

/** One of the ports must let in one of those who manage: where one of them may come from anywhere, that is enough. */
function asManagement(entries: NonNullable<Part['management']>): Management {
  const sources = entries.some(({ from = [] }) => from.length === 0) ? [] : entries.flatMap(({ from = [] }) => from);
  return { ports: [...new Set(entries.map(({ port }) => port))], sources: [...new Set(sources)] };
}

/** What is known of the machine; undefined where nothing is said of it. */
function asHost(
  interfaces: Part['interfaces'],
  addresses: Part['addresses'],
  sets: Part['sets'],
  published: Part['published'],
): KnownHost | undefined {
  if (!interfaces && !addresses && !sets && !published) return undefined;
  return {
    ...(interfaces && { interfaces }),
    ...(addresses && { addresses }),
    ...(sets && { sets }),
    ...(published && { published: published.map(({ port, protocol = 'tcp' }) => ({ port, protocol })) }),
  };
}

/** Where offsets are, counted from 0; what goes over several lines ends with the first. */
function spot(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): Omit<ConfigurationFault, 'message'> {
  const before = text.slice(0, start).split(/\r\n|\n|\r/);
  const first = before.at(-1)?.length ?? 0;
  const marked = text.slice(start, end).split(/[\r\n]/, 1)[0]?.length ?? 0;
  return { line: before.length - 1, start: first, end: first + marked };
}
