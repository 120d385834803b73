// The questions that commands ask: ports and addresses, checked while typing.

import { window } from 'vscode';
import { isSourceAddress, tidyAddresses } from '../../server/src/features/edits/source-address.ts';

/** Asks for a port from 1 to 65535; undefined when the user gives up. */
export async function askPort(title: string): Promise<number | undefined> {
  const text = await window.showInputBox({
    title,
    prompt: 'The port that the SSH server listens on',
    placeHolder: '2222',
    ignoreFocusOut: true,
    validateInput: portProblem,
  });
  return text === undefined ? undefined : Number(text);
}

function portProblem(text: string): string | undefined {
  const port = /^\d+$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65535 ? undefined : 'A port is a number from 1 to 65535.';
}

export interface AddressQuestion {
  readonly title: string;
  readonly prompt: string;
  readonly family: 4 | 6;
  readonly value?: string;
  /** An empty answer is allowed and means any address. */
  readonly optional: boolean;
}

/** Asks for addresses with commas between them, which come without blanks; undefined when the user gives up. */
export async function askAddress({
  title,
  prompt,
  family,
  value,
  optional,
}: AddressQuestion): Promise<string | undefined> {
  const text = await window.showInputBox({
    title,
    prompt,
    placeHolder:
      family === 4
        ? '192.0.2.7, or a network 192.0.2.0/24; several separated by commas'
        : '2001:db8::7, or a network 2001:db8::/32; several separated by commas',
    ...(value === undefined ? {} : { value }),
    ignoreFocusOut: true,
    validateInput: (typed) =>
      optional && typed.trim() === '' ? undefined : isSourceAddress(tidyAddresses(typed), family),
  });
  return text === undefined ? undefined : tidyAddresses(text);
}
