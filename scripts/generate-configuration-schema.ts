// Writes schemas/iptables-lint.schema.json: what may stand in a configuration file, for editors that help to write one.
// Run: node scripts/generate-configuration-schema.ts [--check]

import { CONFIGURATION_SCHEMA } from '../server/src/configuration/schema.ts';
import { writeOutputs } from './generate/outputs.ts';

const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Configuration of iptables-lint',
  ...CONFIGURATION_SCHEMA,
};

writeOutputs({ file: 'schemas/iptables-lint.schema.json', text: `${JSON.stringify(schema, undefined, 2)}\n` });
