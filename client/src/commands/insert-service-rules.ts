// Insert Service Rules: which services, which direction, from where; the rules go above the LOG rules.

import { l10n, type QuickPickItem, window } from 'vscode';
import type { DirectionChoice, ServiceItem, ServiceSelection } from '../../../server/src/features/edits/protocol.ts';
import { askAddress } from '../prompts.ts';
import { activeOrNewRules, applyAnswer, documentParams } from '../rules-editor.ts';
import type { Session } from '../session.ts';

/**
 * Answers that spare the questions: `{ services: [{ id: 'http' }], direction: 'in', source: '192.0.2.0/24' }`.
 * With `services` given nothing is asked: `direction` is `default` and the source any where they are missing.
 */
export interface InsertServiceRulesAnswers {
  readonly services?: readonly ServiceSelection[];
  readonly direction?: DirectionChoice;
  readonly source?: string;
}

/** True where the document was changed. */
export async function insertServiceRules(session: Session, given: InsertServiceRulesAnswers = {}): Promise<boolean> {
  const document = await activeOrNewRules();
  if (!document) return false;
  const { family, services } = await session.ask('iptables/services', documentParams(document));
  const answers = given.services ? given : await askAll(services, family);
  if (!answers?.services) return false;
  const { source } = answers;
  const asked = documentParams(document);
  const answer = await session.ask('iptables/insertServiceRules', {
    ...asked,
    services: answers.services,
    direction: answers.direction ?? 'default',
    ...(source === undefined || source === '' ? {} : { source }),
  });
  return applyAnswer(session, document, asked, answer);
}

async function askAll(services: readonly ServiceItem[], family: 4 | 6): Promise<InsertServiceRulesAnswers | undefined> {
  const chosen = await askServices(services);
  if (!chosen || chosen.length === 0) return undefined;
  const direction = await askDirection(chosen);
  if (!direction) return undefined;
  const source = await askAddress({
    title: l10n.t('Insert Service Rules ({0}/{1})', 3, 3),
    prompt: l10n.t('Restrict to an address or network; leave empty for any. In OUTPUT it restricts the destination.'),
    family,
    optional: true,
  });
  return source === undefined ? undefined : { services: chosen.map(({ id }) => ({ id })), direction, source };
}

async function askServices(services: readonly ServiceItem[]): Promise<readonly ServiceItem[] | undefined> {
  const items = services.map((service): QuickPickItem & { readonly service: ServiceItem } => ({
    label: service.label,
    description: service.description,
    ...(service.note === undefined ? {} : { detail: service.note }),
    service,
  }));
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Insert Service Rules ({0}/{1})', 1, 3),
    placeHolder: l10n.t('Choose the services to let through'),
    canPickMany: true,
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return picked?.map(({ service }) => service);
}

async function askDirection(chosen: readonly ServiceItem[]): Promise<DirectionChoice | undefined> {
  const arrows = { in: l10n.t('incoming'), out: l10n.t('outgoing'), both: l10n.t('both directions') } as const;
  const usual = chosen.map(({ label, direction }) => `${label}: ${arrows[direction]}`).join(', ');
  const items: readonly (QuickPickItem & { readonly direction: DirectionChoice })[] = [
    { label: `$(star) ${l10n.t('As usual for each service')}`, description: usual, direction: 'default' },
    {
      label: `$(arrow-down) ${l10n.t('Incoming')}`,
      description: l10n.t('others connect to this machine (INPUT)'),
      direction: 'in',
    },
    {
      label: `$(arrow-up) ${l10n.t('Outgoing')}`,
      description: l10n.t('this machine connects to others (OUTPUT)'),
      direction: 'out',
    },
    { label: `$(arrow-swap) ${l10n.t('Both')}`, description: l10n.t('INPUT and OUTPUT'), direction: 'both' },
  ];
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Insert Service Rules ({0}/{1})', 2, 3),
    placeHolder: l10n.t('Who opens the connections?'),
    ignoreFocusOut: true,
  });
  return picked?.direction;
}
