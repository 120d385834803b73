// The trace that is shown: along its file and as a tree, until the file is edited or the user has seen enough.

import { commands, Disposable, type Memento, type TextDocument, type TreeView, window, workspace } from 'vscode';
import type { PacketTrace } from '../../../server/src/features/trace/protocol.ts';
import { TraceDecorations } from './decorations.ts';
import { History } from './history.ts';
import type { TraceNode } from './nodes.ts';
import { TraceTree } from './tree.ts';

const VIEW = 'iptablesPacketTrace';
/** What the manifest asks for where a command or the view is of use while a trace is shown. */
const CONTEXT = 'iptables.hasTrace';

export class Traces implements Disposable {
  /** Packets that were traced, in words. */
  readonly packets: History;
  /** Who asked whether they are locked out. */
  readonly knocks: History;
  private readonly tree = new TraceTree();
  private readonly decorations = new TraceDecorations();
  private readonly view: TreeView<TraceNode>;
  private readonly all: Disposable;
  private shown: { readonly document: TextDocument; readonly trace: PacketTrace } | undefined;

  constructor(state: Memento) {
    this.packets = new History(state, 'iptables.packets');
    this.knocks = new History(state, 'iptables.knocks');
    this.view = window.createTreeView(VIEW, { treeDataProvider: this.tree });
    this.all = Disposable.from(
      this.view,
      this.decorations,
      window.onDidChangeVisibleTextEditors(() => this.decorate()),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document === this.shown?.document && contentChanges.length > 0) this.clear();
      }),
      workspace.onDidCloseTextDocument((document) => {
        if (document === this.shown?.document) this.clear();
      }),
    );
  }

  dispose(): void {
    this.all.dispose();
  }

  /** What is shown now. */
  get current(): PacketTrace | undefined {
    return this.shown?.trace;
  }

  show(document: TextDocument, trace: PacketTrace): void {
    this.clear();
    this.shown = { document, trace };
    this.tree.show(document.uri, trace);
    this.view.description = trace.title;
    this.view.message = trace.sentence;
    void commands.executeCommand('setContext', CONTEXT, true);
    this.decorate();
  }

  /** Brings the tree in front. */
  async focus(): Promise<void> {
    await commands.executeCommand(`${VIEW}.focus`);
  }

  clear(): void {
    if (!this.shown) return;
    for (const editor of this.editors()) this.decorations.clear(editor);
    this.shown = undefined;
    this.tree.show();
    void commands.executeCommand('setContext', CONTEXT, false);
  }

  private decorate(): void {
    if (!this.shown) return;
    for (const editor of this.editors()) this.decorations.show(editor, this.shown.trace);
  }

  private editors() {
    return window.visibleTextEditors.filter(({ document }) => document === this.shown?.document);
  }
}
