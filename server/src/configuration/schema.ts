// What may stand in a configuration file, as data: a JSON schema, from which the published one is generated.

import { FINDING_NAMES } from '../lint/lint-file.ts';
import { LINT_RULES } from '../lint/registry.ts';
import { VERSIONS } from '../vocabulary/schema.ts';

/** The part of JSON Schema that the configuration needs. */
export interface Schema {
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'boolean';
  readonly description?: string;
  readonly enum?: readonly (string | number)[];
  readonly pattern?: string;
  /** What a text must be, for the message where `pattern` does not fit. */
  readonly patternErrorMessage?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  /** What entries with any other name hold; false: there are no others. */
  readonly additionalProperties?: false | Schema;
  readonly default?: unknown;
}

export const PRESETS = ['recommended', 'strict', 'cis'] as const;
export const GRADES = ['off', 'hint', 'information', 'warning'] as const;

const names = (description: string): Schema => ({
  type: 'array',
  description,
  items: { type: 'string', pattern: '^\\S+$', patternErrorMessage: 'a word without spaces' },
});

const FINDS = new Map(LINT_RULES.map(({ name, finds }) => [name as string, finds]));

const rules: Schema = {
  type: 'object',
  description: 'How grave a finding is, by the name of its rule or its code. Errors stay errors, whatever stands here.',
  properties: Object.fromEntries(
    [...FINDING_NAMES].sort().map((name): [string, Schema] => {
      const description = FINDS.get(name);
      return [name, { enum: GRADES, ...(description !== undefined && { description }) }];
    }),
  ),
  additionalProperties: false,
};

const management: Schema = {
  type: 'array',
  description: 'How the machine is managed: a firewall that lets none of this in locks you out.',
  items: {
    type: 'object',
    properties: {
      port: { type: 'integer', minimum: 1, maximum: 65535, description: 'A TCP port, such as 22.' },
      from: names('Addresses and networks; from anywhere when missing.'),
    },
    required: ['port'],
    additionalProperties: false,
  },
};

/** An address of IPv4 or IPv6; `length`: whether that of its network may, or must, follow. */
const address = (length: '' | '?', description?: string): Schema => ({
  type: 'string',
  pattern: `^(\\d{1,3}(\\.\\d{1,3}){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*)(/\\d{1,3})${length}$`,
  patternErrorMessage:
    length === ''
      ? 'an address with the length of its network, such as "10.0.0.1/24"'
      : 'an address or a network, such as "10.0.0.0/8"',
  ...(description !== undefined && { description }),
});

const INTERFACE = '^[^\\s/]{1,15}$';

const addresses: Schema = {
  type: 'object',
  description: 'The addresses of the machine by interface, each with the length of its network.',
  properties: {},
  additionalProperties: { type: 'array', items: address('') },
};

const sets: Schema = {
  type: 'object',
  description: 'The sets that the machine has when the rules are loaded, and what is in them.',
  properties: {},
  additionalProperties: { type: 'array', items: address('?') },
};

const published: Schema = {
  type: 'array',
  description: 'The ports that Docker publishes on the machine.',
  items: {
    type: 'object',
    properties: {
      port: { type: 'integer', minimum: 1, maximum: 65535, description: 'The port of the machine, such as 8080.' },
      protocol: { enum: ['tcp', 'udp'], description: 'tcp when missing.' },
    },
    required: ['port'],
    additionalProperties: false,
  },
};

const forFiles: Readonly<Record<string, Schema>> = {
  preset: {
    enum: PRESETS,
    description:
      'recommended: as each rule says; strict: each a step graver; cis: what the CIS benchmarks ask for is a warning.',
    default: 'recommended',
  },
  rules,
  backend: { enum: ['both', 'nft', 'legacy'], description: 'Whose refusals are errors.', default: 'both' },
  version: {
    type: 'string',
    pattern: '^(any|\\d+\\.\\d+(\\.\\d+)?)$',
    patternErrorMessage: `any or a version in quotes, such as "${VERSIONS.at(-1)}"`,
    description: `Whose refusals are errors: any, or one of ${VERSIONS.join(', ')}; another counts as the nearest.`,
    default: 'any',
  },
  family: { enum: ['auto', 4, 6], description: 'iptables or ip6tables; auto: each file tells.', default: 'auto' },
  management,
  interfaces: {
    type: 'array',
    description: 'All interfaces that the machine has or will have; "veth+" stands for all that begin so.',
    items: { type: 'string', pattern: INTERFACE, patternErrorMessage: 'the name of an interface, such as "eth0"' },
  },
  addresses,
  sets,
  published,
  extensions: names('Matches and targets that your machines have beyond those of iptables.'),
  template: { type: 'boolean', description: 'The files are templates.', default: false },
  fragment: { type: 'boolean', description: 'The files are made for "iptables-restore -n".', default: false },
};

const globs: Schema = { type: 'string', pattern: '\\S', patternErrorMessage: 'a pattern such as "**/*.v6"' };

export const CONFIGURATION_SCHEMA: Schema = {
  type: 'object',
  properties: {
    $schema: { type: 'string', description: 'The address of this schema.' },
    ...forFiles,
    overrides: {
      type: 'array',
      description: 'What holds for some files; of several that fit a file the last counts.',
      items: {
        type: 'object',
        properties: {
          files: {
            anyOf: [globs, { type: 'array', minItems: 1, items: globs }],
            description: 'Patterns of paths from this file on; one without a slash is for names in every folder.',
          },
          ...forFiles,
        },
        required: ['files'],
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
};
