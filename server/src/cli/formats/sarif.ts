// SARIF 2.1.0, as code scanning services take it: rules with help, findings with places, fixes and fingerprints.

import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CODES, isCode } from '../../check/codes/index.ts';
import type { Fix } from '../../check/fix.ts';
import { type AnyFinding, allFixesFor } from '../../lint/lint-file.ts';
import { pageOf } from '../../lint/page.ts';
import { LINT_RULES } from '../../lint/registry.ts';
import { VERSION } from '../version.ts';
import { Fingerprints } from './fingerprints.ts';
import { type Entry, type Format, type ReportedFinding, type Result, separated } from './format.ts';

const LEVELS = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;
const HOME = 'https://github.com/vscode-iptables/vscode-iptables';
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
/** Fixes are worked out for so many findings of a file. */
const MOST_FIXED = 200;

/** How a result begins; what stands behind is made without knowing of other files. */
const begun = (code: string, index: number): string => `{"ruleId":${JSON.stringify(code)},"ruleIndex":${index},`;

export const sarif: Format = {
  entries(result) {
    if (!result.file) return result.findings.map(({ message, code }) => ({ text: message, code }));
    const prints = new Fingerprints(result);
    return result.findings.map((finding, i) => {
      const entry = {
        ...resultOf(result, finding, i < MOST_FIXED),
        partialFingerprints: { 'iptablesLint/v1': prints.of(finding) },
      };
      return { text: JSON.stringify(entry).slice(1), code: finding.code };
    });
  },
  output: () => {
    const used = new Map<string, number>();
    const failures: string[] = [];
    const joined = separated(',\n', '\n');
    const ruleIndex = (code: string): number => {
      const index = used.get(code) ?? used.size;
      used.set(code, index);
      return index;
    };
    return {
      start: `{"$schema":"${SCHEMA}","version":"2.1.0","runs":[{"columnKind":"utf16CodeUnits","results":[`,
      join(entries) {
        const results: Entry[] = [];
        for (const { text, code = '' } of entries) {
          if (code === 'unreadable') failures.push(text);
          else results.push({ text: begun(code, ruleIndex(code)) + text });
        }
        return joined(results);
      },
      end: () => {
        const rules = [...used.keys()].map(ruleOf);
        const driver = {
          name: 'iptables-lint',
          semanticVersion: VERSION,
          version: VERSION,
          informationUri: HOME,
          rules,
        };
        const toolExecutionNotifications = failures.map((message) => ({ level: 'error', message: { text: message } }));
        const invocations = [{ executionSuccessful: failures.length === 0, toolExecutionNotifications }];
        return `\n],"tool":${JSON.stringify({ driver })},"invocations":${JSON.stringify(invocations)}}]}\n`;
      },
    };
  },
};

function resultOf({ path, file }: Result, finding: ReportedFinding, withFixes: boolean): object {
  const { severity, message, related = [] } = finding;
  const location = locationOf(path);
  const known = withFixes && file && isOfRules(finding) ? allFixesFor(file, finding) : [];
  // Some are done by the editor alone, and change no text by themselves.
  const fixes = known.filter(({ edits }) => edits.length > 0);
  return {
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: location, region: regionOf(finding) } }],
    ...(related.length > 0 && {
      relatedLocations: related.map((one, id) => ({
        id,
        message: { text: one.message },
        physicalLocation: { artifactLocation: location, region: regionOf(one) },
      })),
    }),
    ...(fixes.length > 0 && { fixes: fixes.map((fix) => fixOf(fix, location)) }),
  };
}

function isOfRules(finding: ReportedFinding): finding is AnyFinding {
  return finding.code !== 'unreadable';
}

function fixOf({ title, edits }: Fix, artifactLocation: object): object {
  const replacements = edits.map(({ range: { start, end }, text }) => ({
    deletedRegion: {
      startLine: start.line + 1,
      startColumn: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
    },
    insertedContent: { text },
  }));
  return { description: { text: title }, artifactChanges: [{ artifactLocation, replacements }] };
}

function regionOf({
  line,
  start,
  end,
}: {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}): object {
  return { startLine: line + 1, startColumn: start + 1, endLine: line + 1, endColumn: end + 1 };
}

/** Paths as they were given: below the folder that is looked at, and absolute ones as addresses. */
function locationOf(path: string): { readonly uri: string } {
  if (isAbsolute(path)) return { uri: pathToFileURL(path).href };
  const parts = path
    .replaceAll('\\', '/')
    .replace(/^(\.\/)+/, '')
    .split('/');
  return { uri: parts.map(encodeURIComponent).join('/') };
}

function ruleOf(code: string): object {
  const rule = LINT_RULES.find(({ name }) => name === code);
  const page = pageOf(code);
  if (rule)
    return {
      id: code,
      shortDescription: { text: rule.finds },
      help: { text: `${rule.finds} See ${page}`, markdown: `${rule.finds} [${code}](${page})` },
      helpUri: page,
      defaultConfiguration: { level: LEVELS[rule.severity] },
      properties: { tags: [rule.category] },
    };
  const means = isCode(code) ? CODES[code].means : code;
  const address = `${HOME}/blob/main/docs/codes.md`;
  return {
    id: code,
    shortDescription: { text: means },
    help: { text: `${means} See ${address}`, markdown: `${means} [${code}](${address})` },
    helpUri: address,
    defaultConfiguration: { level: 'error' },
    properties: { tags: ['loading'] },
  };
}
