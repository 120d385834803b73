// What the baseline asks: who administers the machine, what becomes of an open port, what it serves and may reach.

import { l10n, type QuickPickItem, type TextDocument, window } from 'vscode';
import type { Administration, ServiceItem, ServiceSelection } from '../../server/src/features/edits/protocol.ts';
import { askAddress, askPort } from './prompts.ts';
import { documentParams } from './rules-editor.ts';
import type { Session } from './session.ts';

const titleOf = (): string => l10n.t('Insert Restrictive Baseline');

type Way = QuickPickItem & { readonly ask: () => Promise<Administration | undefined> };

/** How the machine is reached; undefined when the user gives up, as with all of these. */
export async function askAdministration(family: 4 | 6): Promise<Administration | undefined> {
  const ways: readonly Way[] = [
    {
      label: `$(terminal) ${l10n.t('SSH on port 22')}`,
      description: l10n.t('from any address'),
      ask: async () => ({ kind: 'ssh', port: 22, sources: [] }),
    },
    {
      label: `$(settings) ${l10n.t('SSH on another port…')}`,
      description: l10n.t('from any address'),
      ask: askOtherPort,
    },
    {
      label: `$(shield) ${l10n.t('SSH only from certain addresses…')}`,
      description: l10n.t('your own address or network'),
      ask: () => askSources(family),
    },
    {
      label: `$(device-desktop) ${l10n.t('Console only')}`,
      description: l10n.t('keyboard, serial line, the provider’s console'),
      detail: `$(warning) ${l10n.t('The baseline opens no remote access: loading it over SSH may lock you out.')}`,
      ask: askConsole,
    },
  ];
  const way = await window.showQuickPick(ways, {
    title: titleOf(),
    placeHolder: l10n.t('How is this machine administered? Everything that is not allowed will be dropped.'),
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return way?.ask();
}

async function askOtherPort(): Promise<Administration | undefined> {
  const port = await askPort(titleOf());
  return port === undefined ? undefined : { kind: 'ssh', port, sources: [] };
}

async function askSources(family: 4 | 6): Promise<Administration | undefined> {
  const source = await askAddress({
    title: titleOf(),
    prompt: l10n.t('The addresses that may connect by SSH, on port 22'),
    family,
    optional: false,
  });
  return source === undefined ? undefined : { kind: 'ssh', port: 22, sources: source.split(',') };
}

async function askConsole(): Promise<Administration | undefined> {
  const close = l10n.t('Open No Remote Access');
  const answer = await window.showWarningMessage(
    l10n.t('The baseline opens no remote access, not even SSH.'),
    {
      modal: true,
      detail: l10n.t('Once it is loaded, the console of the machine leads in, and what your own rules allow.'),
    },
    close,
  );
  return answer === close ? { kind: 'console' } : undefined;
}

/** Where the file lets SSH in on port 22 and the answer is another port or none: what becomes of that. */
export async function askFormerPort(
  session: Session,
  document: TextDocument,
  administration: Administration,
): Promise<Administration | undefined> {
  if (administration.kind === 'ssh' && administration.port === 22) return administration;
  const { rules } = await session.ask('iptables/sshRules', documentParams(document));
  if (rules.length === 0) return administration;
  const detail = rules.join('  ');
  const picked = await window.showQuickPick(
    [
      { label: `$(lock) ${l10n.t('Close port 22')}`, detail, former: 'close' as const },
      { label: `$(unlock) ${l10n.t('Leave port 22 open, too')}`, detail, former: 'keep' as const },
    ],
    {
      title: titleOf(),
      placeHolder: l10n.t('This file lets SSH in on port 22. What becomes of that?'),
      ignoreFocusOut: true,
    },
  );
  return picked && { ...administration, former: picked.former };
}

/** What others may reach on this machine. */
export async function askServes(services: readonly ServiceItem[]): Promise<readonly ServiceSelection[] | undefined> {
  const items = services
    .filter(({ id, direction }) => direction !== 'out' && id !== 'ssh')
    .map(({ id, label, description }) => ({ label, description, id }));
  const picked = await window.showQuickPick(items, {
    title: titleOf(),
    placeHolder: l10n.t('What does this machine serve? Choose what others may reach, or nothing.'),
    canPickMany: true,
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return picked?.map(({ id }) => ({ id }));
}

type Reach = QuickPickItem & { readonly ids: readonly string[] };

function reaches(): readonly Reach[] {
  return [
    { label: l10n.t('DNS'), description: l10n.t('looks names up'), ids: ['dns-client'], picked: true },
    { label: l10n.t('HTTP and HTTPS'), description: l10n.t('fetches updates and pages'), ids: ['http'], picked: true },
    { label: l10n.t('NTP'), description: l10n.t('sets its clock'), ids: ['ntp'], picked: true },
    { label: l10n.t('Mail'), description: l10n.t('sends mail, by ports 25, 465 and 587'), ids: ['smtp', 'submission'] },
    { label: l10n.t('SSH'), description: l10n.t('connects to other machines'), ids: ['ssh'] },
    { label: l10n.t('Ping'), description: l10n.t('asks whether others are there'), ids: ['ping'] },
    { label: l10n.t('DHCP'), description: l10n.t('gets its address by broadcast'), ids: ['dhcp'] },
  ];
}

/** What this machine may reach. */
export async function askReaches(): Promise<readonly ServiceSelection[] | undefined> {
  const picked = await window.showQuickPick(reaches(), {
    title: titleOf(),
    placeHolder: l10n.t('What may this machine reach? With nothing chosen it gets no updates, no names and no time.'),
    canPickMany: true,
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return picked?.flatMap(({ ids }) => ids).map((id) => ({ id }));
}

/** The same administration for the other family, whose addresses are others. */
export async function askTwinSources(
  administration: Administration,
  family: 4 | 6,
): Promise<Administration | undefined> {
  if (administration.kind === 'console' || administration.sources.length === 0) return administration;
  const source = await askAddress({
    title: l10n.t('Baseline for IPv{0}', family),
    prompt: l10n.t('The IPv{0} addresses that may connect by SSH; leave empty for none', family),
    family,
    optional: true,
  });
  if (source === undefined) return undefined;
  return source === '' ? { kind: 'console' } : { ...administration, sources: source.split(',') };
}
