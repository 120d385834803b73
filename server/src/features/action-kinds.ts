// Kinds of code actions that are this server's own.

import { CodeActionKind } from 'vscode-languageserver-types';

/** As editors name it in their settings for actions on save. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.iptables`;
