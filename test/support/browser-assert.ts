// Owns node:assert/strict where there is no Node: the part that the suites inside VS Code use, with the same verdicts.

function fail(message: string): never {
  throw new Error(message);
}

function show(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value) : (JSON.stringify(value) ?? String(value));
}

export function ok(value: unknown, message?: string): asserts value {
  if (!value) fail(message ?? `Expected something true, got ${show(value)}.`);
}

export function equal<T>(actual: unknown, expected: T, message?: string): asserts actual is T {
  if (!Object.is(actual, expected)) fail(message ?? `Expected ${show(expected)}, got ${show(actual)}.`);
}

export function notEqual(actual: unknown, expected: unknown, message?: string): void {
  if (Object.is(actual, expected)) fail(message ?? `Expected anything but ${show(actual)}.`);
}

export function deepEqual<T>(actual: unknown, expected: T, message?: string): asserts actual is T {
  if (!same(actual, expected)) fail(message ?? `Expected ${show(expected)}, got ${show(actual)}.`);
}

export function match(text: string, pattern: RegExp, message?: string): void {
  if (!pattern.test(text)) fail(message ?? `Expected ${pattern}, got ${show(text)}.`);
}

export function doesNotMatch(text: string, pattern: RegExp, message?: string): void {
  if (pattern.test(text)) fail(message ?? `Expected nothing like ${pattern}, got ${show(text)}.`);
}

/** Of plain data: what no JSON could hold is the same only as itself. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  const [mine, others] = [Object.entries(a), Object.entries(b)];
  if (mine.length !== others.length) return false;
  if (Array.isArray(a) && Array.isArray(b) && a.length !== b.length) return false;
  return mine.every(([key, value]) => Object.hasOwn(b, key) && same(value, Reflect.get(b, key)));
}
