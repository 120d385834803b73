// Owns making a disagreement small: lines, words and characters go while the tools and we still disagree in the same way.
import { likeness } from './groups.ts';
import { type Disagreement, judge } from './judge.ts';
import { rawWords } from './rule.ts';
import type { Loader, Question } from './tools.ts';

const MOST_ROUNDS = 40;

/** Smaller texts, the boldest cuts first. */
function* smaller(text: string): Generator<string> {
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    if (lines[at] === '' || /^(\*|COMMIT)/.test(lines[at] ?? '')) continue;
    yield lines.toSpliced(at, 1).join('\n');
  }
  for (const [at, line] of lines.entries()) {
    if (!/-/.test(line) || line.startsWith(':')) continue;
    const words = rawWords(line);
    for (let size = Math.min(3, words.length); size > 0; size--) {
      for (let first = words[0] === '-A' ? 2 : 0; first + size <= words.length; first++) {
        const rest = words.toSpliced(first, size).join(' ');
        if (rest !== '' && rest !== line) yield lines.with(at, rest).join('\n');
      }
    }
  }
}

/** The smallest text that was found to be disagreed about in the same way, and what is said of it. */
export async function shrink(
  question: Question,
  found: Disagreement,
  loader: Loader,
): Promise<{ text: string; found: Disagreement }> {
  let best = { text: question.text, found };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = await smallerDisagreement({ ...question, text: best.text }, best.found, loader);
    if (!next) break;
    best = next;
  }
  return best;
}

async function smallerDisagreement(
  question: Question,
  before: Disagreement,
  loader: Loader,
): Promise<{ text: string; found: Disagreement } | undefined> {
  const texts = [...new Set(smaller(question.text))];
  for (let from = 0; from < texts.length; from += 10) {
    const asked = texts.slice(from, from + 10).map((text) => ({ family: question.family, text }));
    const answers = await loader.ask(asked);
    for (const [index, answer] of answers.entries()) {
      const one = asked[index];
      const found = one && judge(one, answer);
      if (one && found && found !== 'machine' && likeness(found) === likeness(before)) return { text: one.text, found };
    }
  }
  return undefined;
}
