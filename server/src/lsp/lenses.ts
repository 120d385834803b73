// Has the client ask for its code lenses again, where it can.

import { attempt } from './attempt.ts';
import type { Session } from './handler.ts';

export function refreshLenses({ connection, client }: Pick<Session, 'connection' | 'client'>): void {
  if (!client.workspace?.codeLens?.refreshSupport) return;
  void attempt(async () => connection.sendRequest('workspace/codeLens/refresh'));
}
