// A port that is redirected to another one of this machine, which INPUT drops.

import { getsTo } from '../../analysis/reach/admission.ts';
import { translationsOf } from '../common/translated.ts';
import { lintRule } from '../rule.ts';

export const redirectWithoutInputAccept = lintRule({
  name: 'redirect-without-input-accept',
  severity: 'warning',
  category: 'packets',
  finds: 'A REDIRECT whose connections INPUT drops.',
  looksAt: 'packets',
  checkFile(tables, report) {
    const nat = tables.find(({ block }) => block.table === 'nat');
    const filter = tables.find(({ block }) => block.table === 'filter');
    if (!nat || !filter || filter.mayUntrack) return;
    for (const { admission, writes, boxes } of translationsOf(nat, 'REDIRECT')) {
      if (boxes.length === 0 || boxes.some((box) => filter.mayPass('INPUT', box))) continue;
      if (!getsTo(nat.reach, admission, admission.boxes)) continue;
      const port = writes.ports ? `port ${writes.ports.first}` : 'their port';
      report({
        message: `"INPUT" drops the connections that this rule redirects: it sees them with ${port}, not with the one that was asked for. Accept that one there.`,
        ...nat.placeOf(admission.step.line),
      });
    }
  },
});
