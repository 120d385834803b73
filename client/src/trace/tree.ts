// The way of a packet as a tree: hooks, tables, chains, rules; each leads to its line.

import {
  EventEmitter,
  l10n,
  Range,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type Uri,
} from 'vscode';
import type { PacketTrace } from '../../../server/src/features/trace/protocol.ts';
import { nodesOf, type TraceNode } from './nodes.ts';

export class TraceTree implements TreeDataProvider<TraceNode> {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private roots: readonly TraceNode[] = [];
  private uri: Uri | undefined;

  /** Shows a trace of a document; nothing without. */
  show(uri?: Uri, trace?: PacketTrace): void {
    this.uri = uri;
    this.roots = trace ? nodesOf(trace) : [];
    this.changed.fire();
  }

  getChildren(node?: TraceNode): TraceNode[] {
    return node ? node.children : [...this.roots];
  }

  getTreeItem({ text, detail, icon, line, children }: TraceNode): TreeItem {
    const state = children.length > 0 ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.None;
    const item = new TreeItem(text, state);
    item.iconPath = new ThemeIcon(icon);
    item.tooltip = detail === undefined ? text : `${text}\n${detail}`;
    if (detail !== undefined) item.description = detail;
    if (line === undefined || !this.uri) return item;
    item.description ??= l10n.t('line {0}', line + 1);
    const selection = new Range(line, 0, line, 0);
    item.command = {
      command: 'vscode.open',
      title: l10n.t('Go to Line'),
      arguments: [this.uri, { selection, preserveFocus: true }],
    };
    return item;
  }
}
