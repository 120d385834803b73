// Asks for a packet in one line, with what was asked before and the lines of a kernel log; checked while typing.

import { Disposable, env, type InputBox, l10n, type TextDocument, ThemeIcon, window } from 'vscode';
import type { ReadPacketAnswer } from '../../../server/src/features/trace/protocol.ts';
import { documentParams } from '../rules-editor.ts';
import type { Session } from '../session.ts';

export interface PacketQuestion {
  readonly document: TextDocument;
  /** What stands in the line at first. */
  readonly value: string;
  readonly history: readonly string[];
}

/** The packet in words; undefined when the user gives up. */
export function askPacket(session: Session, question: PacketQuestion): Promise<string | undefined> {
  return new PacketInput(session, question).ask();
}

class PacketInput {
  private readonly session: Session;
  private readonly document: TextDocument;
  private readonly history: readonly string[];
  private readonly box: InputBox;
  /** How many times the line has changed: an answer about an older one is of no use. */
  private edition = 0;
  private isAway = false;
  /** The last log line that was read: what it leaves open is told as long as its packet stands there. */
  private logged: ReadPacketAnswer | undefined;

  constructor(session: Session, { document, value, history }: PacketQuestion) {
    this.session = session;
    this.document = document;
    this.history = history;
    this.box = window.createInputBox();
    this.box.title = l10n.t('Trace a Packet');
    this.box.placeholder = 'in eth0 src 203.0.113.5 tcp dport 22';
    this.box.ignoreFocusOut = true;
    this.box.value = value;
    this.box.valueSelection = [0, value.length];
  }

  ask(): Promise<string | undefined> {
    const { box } = this;
    const paste = { iconPath: new ThemeIcon('clippy'), tooltip: l10n.t('Paste a log line of LOG, TRACE or NFLOG') };
    const last = { iconPath: new ThemeIcon('history'), tooltip: l10n.t('Packets that were traced before') };
    box.buttons = this.history.length > 0 ? [last, paste] : [paste];
    return new Promise((resolve) => {
      const done = (packet: string | undefined): void => {
        listeners.dispose();
        box.dispose();
        resolve(packet);
      };
      const listeners = Disposable.from(
        box.onDidChangeValue(() => void this.look()),
        box.onDidTriggerButton((button) => void (button === last ? this.choose() : this.paste())),
        box.onDidHide(() => this.isAway || done(undefined)),
        box.onDidAccept(async () => {
          const read = await this.look();
          if (read && read.wrong === undefined) done(read.packet);
        }),
      );
      box.show();
      void this.look();
    });
  }

  /** Has the server read the line. A log line gives way to the words of its packet. */
  private async look(): Promise<ReadPacketAnswer | undefined> {
    const { box } = this;
    const edition = ++this.edition;
    const asked = { ...documentParams(this.document), packet: box.value };
    const read = await this.session.ask('iptables/readPacket', asked).catch(() => undefined);
    if (!read || edition !== this.edition) return undefined;
    if (read.isLogLine && read.wrong === undefined) {
      this.logged = read;
      box.value = read.packet;
    }
    const notes = (read.packet === this.logged?.packet && this.logged.notes) || [];
    box.validationMessage = read.wrong;
    box.prompt = [read.title, ...notes].filter((one) => one !== undefined).join(' · ');
    return read;
  }

  private async paste(): Promise<void> {
    const text = await env.clipboard.readText().then(undefined, () => '');
    if (text.trim() !== '') this.box.value = text.trim();
    await this.look();
  }

  private async choose(): Promise<void> {
    this.isAway = true;
    const picked = await window.showQuickPick([...this.history], { title: l10n.t('Packets that were traced before') });
    this.isAway = false;
    if (picked !== undefined) this.box.value = picked;
    this.box.show();
    await this.look();
  }
}
