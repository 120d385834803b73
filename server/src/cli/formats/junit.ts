// JUnit's XML: a suite for each file, and in it a test that fails for each error and warning.

import type { Format } from './format.ts';
import { attributes, xml } from './xml.ts';

export const junit: Format = {
  entries({ path, findings }) {
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    const grave = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
    const tests = grave.map(({ line, start, severity, message, code }) => {
      const test = { name: `${code} ${line + 1}:${start + 1}`, classname: path, file: path, line: line + 1 };
      const place = `${path}:${line + 1}:${start + 1}`;
      const said = `<failure${attributes({ type: severity, message })}>${xml(`${place}: ${message}`)}</failure>`;
      return `    <testcase${attributes(test)}>${said}</testcase>\n`;
    });
    if (tests.length === 0)
      tests.push(`    <testcase${attributes({ name: 'loads', classname: path, file: path })}/>\n`);
    const suite = { name: path, tests: tests.length, failures: grave.length, errors: 0, skipped: 0 };
    const count = grave.length - errors;
    const note =
      count > 0 ? `    <properties><property${attributes({ name: 'warnings', value: count })}/></properties>\n` : '';
    return [{ text: `  <testsuite${attributes(suite)}>\n${note}${tests.join('')}  </testsuite>\n` }];
  },
  output: () => ({
    start: '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="iptables-lint">\n',
    end: () => '</testsuites>\n',
  }),
};
