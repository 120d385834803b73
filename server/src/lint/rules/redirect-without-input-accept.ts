// A port that is redirected to another one of this machine, by REDIRECT or DNAT, or given to a program by TPROXY, which INPUT drops.

import { getsTo } from '../../analysis/reach/admission.ts';
import { ofSteps } from '../../analysis/reach/of-steps.ts';
import { isTo } from '../common/targets.ts';
import { divertedOf, isLoopback, translationsOf } from '../common/translated.ts';
import type { PacketTable } from '../packets.ts';
import { lintRule, type Report } from '../rule.ts';

export const redirectWithoutInputAccept = lintRule({
  name: 'redirect-without-input-accept',
  severity: 'warning',
  category: 'packets',
  finds: 'A REDIRECT, a DNAT to 127.0.0.1 or a TPROXY whose connections INPUT drops.',
  looksAt: 'packets',
  checkFile(tables, report) {
    const tableOf = (name: string) => tables.find(({ block }) => block.table === name);
    const [nat, mangle, filter] = [tableOf('nat'), tableOf('mangle'), tableOf('filter')];
    if (!filter || filter.mayUntrack) return;
    if (nat) checkRedirects(nat, filter, report);
    if (mangle && !(nat && [...nat.chains].some(translates))) checkDiversions(mangle, filter, report);
  },
});

function checkRedirects(nat: PacketTable, filter: PacketTable, report: Report): void {
  const forwarded = translationsOf(nat, 'DNAT').filter(
    ({ writes: { addresses } }) => addresses && isLoopback(addresses.first),
  );
  for (const { admission, writes, boxes } of [...translationsOf(nat, 'REDIRECT'), ...forwarded]) {
    if (boxes.length === 0 || boxes.some((box) => filter.mayPass('INPUT', box))) continue;
    if (!getsTo(nat.reach, admission, admission.boxes)) continue;
    const port = writes.ports ? `port ${writes.ports.first}` : 'their port';
    const seen = writes.addresses
      ? `their new address${writes.ports ? ` and ${port}` : ''}, not with those that were asked for. Accept them there.`
      : `${port}, not with the one that was asked for. Accept that one there.`;
    report({
      message: `"INPUT" drops the connections that this rule redirects: it sees them with ${seen}`,
      ...nat.placeOf(admission.step.line),
    });
  }
}

/** What TPROXY gives to a program still has the address and the port that were asked for. */
function checkDiversions(mangle: PacketTable, filter: PacketTable, report: Report): void {
  const told = new Set<number>();
  for (const { admission, boxes } of divertedOf(mangle)) {
    const { line } = admission.step;
    if (told.has(line) || boxes.length === 0 || boxes.some((box) => filter.mayPass('INPUT', box))) continue;
    if (!getsTo(mangle.reach, admission, admission.boxes)) continue;
    told.add(line);
    report({
      message:
        '"INPUT" drops the connections that this rule gives to a program: it sees them with the address and port that were asked for, not with those of the program. Accept these there, or the mark that TPROXY sets.',
      ...mangle.placeOf(line),
    });
  }
}

/** Some rule may give packets another destination. */
const translates = ofSteps((steps) => steps.some((step) => isTo(step, ['DNAT', 'REDIRECT', 'NETMAP'])));
