// The page about what a firewall lets in: made from the rules as they are whenever it is shown, and again when they change.

import { type Disposable, EventEmitter, l10n, type TextDocument, Uri, workspace } from 'vscode';
import { documentParams } from './rules-editor.ts';
import type { Session } from './session.ts';

const SCHEME = 'iptables-explain';
/** Milliseconds without a change before the page follows. */
const REST = 500;

/** The address of the page about a document. */
export function pageOf({ uri }: TextDocument): Uri {
  return Uri.from({ scheme: SCHEME, path: `${uri.path}.md`, query: uri.toString() });
}

/** Makes the pages. They are no files: nothing asks to save them. */
export function registerExplanationPages(session: Session): Disposable[] {
  const changed = new EventEmitter<Uri>();
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const follow = (document: TextDocument): void => {
    const page = pageOf(document);
    const isShown = workspace.textDocuments.some(({ uri }) => uri.toString() === page.toString());
    if (document.languageId !== 'iptables' || !isShown) return;
    clearTimeout(waiting.get(page.query));
    waiting.set(
      page.query,
      setTimeout(() => changed.fire(page), REST),
    );
  };
  const provideTextDocumentContent = async ({ query }: Uri): Promise<string> => {
    const document = workspace.textDocuments.find(({ uri }) => uri.toString() === query);
    const answer = document && (await session.ask('iptables/explain', documentParams(document)));
    return answer?.markdown ?? l10n.t('The rules file of this page is not open any more.');
  };
  return [
    changed,
    workspace.registerTextDocumentContentProvider(SCHEME, { onDidChange: changed.event, provideTextDocumentContent }),
    workspace.onDidChangeTextDocument(({ document }) => follow(document)),
    {
      dispose: () => {
        for (const timer of waiting.values()) clearTimeout(timer);
      },
    },
  ];
}
