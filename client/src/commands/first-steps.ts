// First Steps: opens the walkthrough of the extension.

import { commands } from 'vscode';
import type { Session } from '../session.ts';

export async function firstSteps({ extension }: Session): Promise<void> {
  await commands.executeCommand('workbench.action.openWalkthrough', `${extension.id}#firstSteps`, false);
}
