// Show References: what a code lens of the server calls, since a server knows neither the editor's command nor its types.

import { commands } from 'vscode';
import type { Location, Position } from 'vscode-languageserver-types';
import type { Session } from '../session.ts';

/** Opens the editor's list of `locations` at a place of the document `uri`; all in the protocol's own form. */
export async function showReferences(
  session: Session,
  uri: string,
  position: Position,
  locations: readonly Location[],
): Promise<void> {
  const { protocol2CodeConverter: code } = await session.ready();
  await commands.executeCommand(
    'editor.action.showReferences',
    code.asUri(uri),
    code.asPosition(position),
    locations.map((location) => code.asLocation(location)),
  );
}
