// Owns what SARIF 2.1.0 requires of the parts that we write: which properties there are, which must be there, of what kind.

type Check = (value: unknown, path: string) => string[];

const fault = (path: string, what: string): string[] => [`${path}: ${what}`];

const text: Check = (value, path) => (typeof value === 'string' ? [] : fault(path, 'must be a text'));
const yesNo: Check = (value, path) => (typeof value === 'boolean' ? [] : fault(path, 'must be true or false'));
const index: Check = (value, path) =>
  Number.isInteger(value) && Number(value) >= 0 ? [] : fault(path, 'must be a number from 0 on');
const count: Check = (value, path) =>
  Number.isInteger(value) && Number(value) >= 1 ? [] : fault(path, 'must be a number from 1 on');
const level: Check = (value, path) =>
  ['none', 'note', 'warning', 'error'].includes(String(value)) ? [] : fault(path, 'must be a level');
/** A reference as RFC 3986 has it. */
const uri: Check = (value, path) =>
  typeof value === 'string' && /^(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*$/.test(value)
    ? []
    : fault(path, 'must be an address');
const same =
  (wanted: string): Check =>
  (value, path) =>
    value === wanted ? [] : fault(path, `must be ${wanted}`);

const list =
  (each: Check, least = 0): Check =>
  (value, path) => {
    if (!Array.isArray(value)) return fault(path, 'must be a list');
    const short = value.length < least ? fault(path, `must have ${least} or more`) : [];
    return [...short, ...value.flatMap((one, i) => each(one, `${path}[${i}]`))];
  };

const texts: Check = (value, path) =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, one]) => text(one, `${path}.${name}`))
    : fault(path, 'must be texts by name');

/** An object with these properties and no other; those with an exclamation mark must be there. */
function object(shape: Readonly<Record<string, Check>>): Check {
  const checks = new Map(Object.entries(shape).map(([name, check]) => [name.replace('!', ''), check]));
  const required = Object.keys(shape)
    .filter((name) => name.endsWith('!'))
    .map((name) => name.slice(0, -1));
  return (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return fault(path, 'must be an object');
    const missing = required
      .filter((name) => !Object.hasOwn(value, name))
      .flatMap((name) => fault(path, `lacks ${name}`));
    const others = Object.entries(value).flatMap(([name, one]) => {
      const check = checks.get(name);
      return check ? check(one, `${path}.${name}`) : fault(path, `has ${name}`);
    });
    return [...missing, ...others];
  };
}

const message = object({ 'text!': text, markdown: text });
const artifactLocation = object({ 'uri!': uri, uriBaseId: text });
const region = object({ 'startLine!': count, startColumn: count, endLine: count, endColumn: count });
const physicalLocation = object({ 'artifactLocation!': artifactLocation, region });
const location = object({ id: index, physicalLocation, message });
const replacement = object({ 'deletedRegion!': region, insertedContent: object({ text }) });
const fix = object({
  description: message,
  'artifactChanges!': list(object({ 'artifactLocation!': artifactLocation, 'replacements!': list(replacement, 1) }), 1),
});
const result = object({
  ruleId: text,
  ruleIndex: index,
  level,
  'message!': message,
  locations: list(location),
  relatedLocations: list(location),
  partialFingerprints: texts,
  fixes: list(fix),
});
const rule = object({
  'id!': text,
  shortDescription: message,
  help: message,
  helpUri: uri,
  defaultConfiguration: object({ level }),
  properties: object({ tags: list(text) }),
});
const invocation = object({
  'executionSuccessful!': yesNo,
  toolExecutionNotifications: list(object({ level, 'message!': message })),
});
const driver = object({ 'name!': text, version: text, semanticVersion: text, informationUri: uri, rules: list(rule) });
const run = object({
  'tool!': object({ 'driver!': driver }),
  invocations: list(invocation),
  columnKind: same('utf16CodeUnits'),
  results: list(result),
});

/** What is wrong with a SARIF log; empty where it is valid. */
export function sarifFaults(log: unknown): string[] {
  return object({ $schema: uri, 'version!': same('2.1.0'), 'runs!': list(run) })(log, 'log');
}
