// A comment that suppresses findings and does not say why.

import { lintRule } from '../rule.ts';

export const suppressionWithoutReason = lintRule({
  name: 'suppression-without-reason',
  severity: 'information',
  category: 'suppressions',
  finds: 'A comment that suppresses findings without a reason.',
  looksAt: 'suppressions',
  checkDirective({ line, directive }, _known, report) {
    const { kind, word, names, reason, strays } = directive;
    if (!kind || kind === 'enable' || names.length === 0 || reason !== '' || strays.length > 0) return;
    const message = 'This does not say why findings are suppressed. Add the reason at the end, after "--".';
    report({ message, line, start: word.start, end: word.end });
  },
});
