// The settings of the extension as the manifest declares them, and where a choice is written.

import { ConfigurationTarget, type Extension, type Uri, workspace } from 'vscode';

/** One value of a setting that has a list of them, with its texts in the user's language. */
export interface SettingChoice {
  readonly value: string;
  readonly label: string;
  readonly description: string;
}

/** The values of `iptables.<name>`; empty where the manifest has no list for it. */
export function choicesOf({ packageJSON }: Extension<unknown>, name: string): SettingChoice[] {
  const setting = member(packageJSON, 'contributes', 'configuration', 'properties', `iptables.${name}`);
  const labels = texts(setting, 'enumItemLabels');
  const descriptions = texts(setting, 'enumDescriptions');
  return texts(setting, 'enum').map((value, i) => ({
    value,
    label: labels[i] ?? value,
    description: (descriptions[i] ?? '').replaceAll('`', ''),
  }));
}

function texts(setting: unknown, name: string): string[] {
  const list = member(setting, name);
  return Array.isArray(list) ? list.map(String) : [];
}

/** What stands at a path of names in a value of any shape. */
function member(value: unknown, ...names: readonly string[]): unknown {
  return names.reduce<unknown>(
    (inner, name) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, name) : undefined),
    value,
  );
}

/**
 * Writes `iptables.<name>` where it takes effect for the document: where it is set already, else for the workspace, or
 * for the user where none is open. What would hold without being written is taken out instead.
 */
export async function choose(uri: Uri, name: string, value: string): Promise<void> {
  const section = workspace.getConfiguration('iptables', uri);
  const set = section.inspect<string>(name);
  const inFolder = set?.workspaceFolderValue !== undefined && workspace.workspaceFile !== undefined;
  const target = inFolder
    ? ConfigurationTarget.WorkspaceFolder
    : workspace.workspaceFolders
      ? ConfigurationTarget.Workspace
      : ConfigurationTarget.Global;
  const wider = [
    ...(inFolder ? [set.workspaceValue] : []),
    ...(target === ConfigurationTarget.Global ? [] : [set?.globalValue]),
    set?.defaultValue,
  ];
  const without = wider.find((one) => one !== undefined);
  await section.update(name, value === without ? undefined : value, target);
}
