// Prints how far our errors agree with the real tools. Run: node test/oracle/conformance.ts [--all] [FILTER]

import { CASE_FILES, casesOf, disagreement, oracleIsThere, realDisagreements, versionDisagreements } from './cases.ts';

const all = process.argv.includes('--all');
const filter = process.argv.slice(2).find((word) => !word.startsWith('--'));

if (!oracleIsThere()) console.log('Conformance: the labelled cases are not beside the project; nothing was compared.');
else {
  for (const name of CASE_FILES) {
    const cases = casesOf(name).filter((one) => !filter || JSON.stringify(one).includes(filter));
    const wrong = cases.flatMap((one) => {
      const what = disagreement(one);
      return what === undefined ? [] : [{ one, what }];
    });
    for (const kind of ['error', 'ok', 'differs'] as const) {
      const of = cases.filter((one) => one.expect === kind).length;
      const bad = wrong.filter(({ one }) => one.expect === kind).length;
      console.log(
        `${name} ${kind}: ${of - bad} of ${of} agree (${of === 0 ? 100 : ((100 * (of - bad)) / of).toFixed(2)} %)`,
      );
    }
    for (const { one, what } of all ? wrong : wrong.slice(0, 20)) {
      console.log(
        `  ${one.id} v${one.family} ${one.expect}@${one.line}: ${what}\n    ${JSON.stringify(one.text)}\n    tool: ${one.message}`,
      );
    }
  }
  const versions = versionDisagreements();
  console.log(
    `cases that versions differ about, each tool for itself: ${versions.cases}, disagreements: ${versions.wrong.length}`,
  );
  for (const what of versions.wrong) console.log(`  ${what}`);
  const real = realDisagreements();
  console.log(`real files: ${real.files}, disagreements: ${real.wrong.length}`);
  for (const what of all ? real.wrong : real.wrong.slice(0, 20)) console.log(`  ${what.slice(0, 300)}`);
}
