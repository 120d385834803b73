// Reads the rules of a file as steps. Most rules have the words of one that was read before, but for their values: then
// these are all that is read.

import { RulePlans } from '../../ruleset/rule-plans.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import { countersEnd } from '../../syntax/line.ts';
import { splitWords, Words } from '../../syntax/words.ts';
import type { Backend } from '../../vocabulary/schema.ts';
import type { Changes } from './changes.ts';
import { type Step, type StepPlan, stepIn, stepOf, stepPlanOf } from './step.ts';

/** `own`: each rule of these words is read by itself. */
type Plan = StepPlan | 'own';

/** What was learnt in any file serves all that are read under the same settings. */
const plans = new Map<string, RulePlans<Plan>>();

const words = new Words();

/** Longer lines may not fit the loader's buffer. */
const LONGEST = 3000;

function plansFor({ settings }: RulesFile): RulePlans<Plan> {
  const { family, backend, extensions } = settings;
  const key = [family, backend, ...extensions].join(' ');
  let known = plans.get(key);
  if (!known) {
    known = new RulePlans(settings, (rule) => stepPlanOf(rule, backend) ?? 'own');
    plans.set(key, known);
  }
  return known;
}

export class StepReader {
  private readonly file: RulesFile;
  private readonly plans: RulePlans<Plan>;
  private readonly backend: Backend | 'both';
  private readonly chains: { has(name: string): boolean };
  private readonly changes: Changes;

  /** For rules of a table with these chains, some of whose targets change what other rules ask for. */
  constructor(file: RulesFile, chains: { has(name: string): boolean }, changes: Changes) {
    this.file = file;
    this.plans = plansFor(file);
    this.backend = file.settings.backend;
    this.chains = chains;
    this.changes = changes;
  }

  /** The step of the rule in a line. */
  read(line: number): Step {
    const { file, chains, changes } = this;
    const text = this.plainText(line);
    if (text === undefined) return stepOf(file.freshRule(line), chains, this.backend, changes);
    const plan = this.plans.find(splitWords(text, countersEnd(text), words));
    const step = plan === undefined || plan === 'own' ? undefined : stepIn(plan, words.text, chains, changes);
    if (step) return step;
    const rule = file.freshRule(line);
    if (plan === undefined) this.plans.learn(rule);
    return stepOf(rule, chains, this.backend, changes);
  }

  /** The text of a rule that every loader reads as it looks, by its words alone. */
  private plainText(line: number): string | undefined {
    const { file } = this;
    const entry = file.entry(line);
    if (entry.kind !== 'command' || entry.letter !== 'A' || entry.faults.length > 0) return undefined;
    if (entry.skipped || entry.ends || file.settings.template || file.taken.any) return undefined;
    const text = file.lines.line(line);
    if (text.length > LONGEST || (file.lines.mayHaveNuls && text.includes('\0'))) return undefined;
    return text;
  }
}
