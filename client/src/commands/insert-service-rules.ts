// Insert Service Rules: which services, which direction, from where; the rules go above the LOG rules.

import { type QuickPickItem, window } from 'vscode';
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

const TITLE = 'Insert Service Rules';

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
    title: `${TITLE} (3/3)`,
    prompt: 'Restrict to an address or network; leave empty for any. In OUTPUT it restricts the destination.',
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
    title: `${TITLE} (1/3)`,
    placeHolder: 'Choose the services to let through',
    canPickMany: true,
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return picked?.map(({ service }) => service);
}

const ARROWS = { in: 'incoming', out: 'outgoing', both: 'both directions' } as const;

async function askDirection(chosen: readonly ServiceItem[]): Promise<DirectionChoice | undefined> {
  const usual = chosen.map(({ label, direction }) => `${label}: ${ARROWS[direction]}`).join(', ');
  const items: readonly (QuickPickItem & { readonly direction: DirectionChoice })[] = [
    { label: '$(star) As usual for each service', description: usual, direction: 'default' },
    { label: '$(arrow-down) Incoming', description: 'others connect to this machine (INPUT)', direction: 'in' },
    { label: '$(arrow-up) Outgoing', description: 'this machine connects to others (OUTPUT)', direction: 'out' },
    { label: '$(arrow-swap) Both', description: 'INPUT and OUTPUT', direction: 'both' },
  ];
  const picked = await window.showQuickPick(items, {
    title: `${TITLE} (2/3)`,
    placeHolder: 'Who opens the connections?',
    ignoreFocusOut: true,
  });
  return picked?.direction;
}
