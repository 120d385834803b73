// Writes the man page of iptables-lint and its completions into the server's package, from what the commands take.
// Run: node scripts/generate-command-line.ts [--check]

import { PROGRAM, SUBCOMMANDS } from '../server/src/cli/commands.ts';
import { COMPLETIONS } from '../server/src/cli/completions/index.ts';
import { manPage, roff, type Section } from './generate/man-page.ts';
import { writeOutputs } from './generate/outputs.ts';

const example = (what: string, command: string): readonly string[] => ['.TP', roff(what), `.B ${roff(command)}`];

const sections: readonly Section[] = [
  {
    title: 'FILES',
    lines: [
      '.TP',
      '.B iptables\\-lint.json, iptables\\-lint.jsonc, iptables\\-lint.yaml',
      'Which rules count and how files are read, for the files of its folder and below; the nearest one alone counts.',
    ],
  },
  {
    title: 'EXAMPLES',
    lines: [
      ...example('The rules of this machine:', 'iptables-lint /etc/iptables/rules.v4 /etc/iptables/rules.v6'),
      ...example('What the kernel has now:', 'iptables-save | iptables-lint -'),
      ...example('All rules files of a repository, and warnings fail, too:', 'iptables-lint --max-warnings 0 .'),
      ...example('Whether a packet gets in:', 'iptables-lint trace rules.v4 --in eth0 --src 192.0.2.7 --dport 22'),
    ],
  },
  {
    title: 'SEE ALSO',
    lines: ['.BR iptables (8),', '.BR iptables\\-save (8),', '.BR iptables\\-restore (8),', '.BR ip6tables (8)'],
  },
];

/** What each shell looks for. */
const FILES: Readonly<Record<string, string>> = {
  bash: 'iptables-lint.bash',
  zsh: '_iptables-lint',
  fish: 'iptables-lint.fish',
};

writeOutputs(
  {
    file: 'server/man/iptables-lint.1',
    text: manPage(PROGRAM, Object.values(SUBCOMMANDS), sections, 'iptables-lint'),
  },
  ...[...COMPLETIONS].map(([shell, make]) => ({
    file: `server/completions/${FILES[shell]}`,
    text: make(),
  })),
);
