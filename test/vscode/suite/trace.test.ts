// Owns tracing packets inside VS Code: the commands, what leads to them, and that an edit takes the trace away.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { poll } from '../../support/poll.ts';
import { closeAll, openUntitled } from '../workspace.ts';

interface Trace {
  readonly packet: string;
  readonly verdict: string;
  readonly sentence: string;
  readonly steps: readonly { readonly kind: string; readonly line?: number }[];
}

interface Answer {
  readonly answer: string;
  readonly sentence: string;
}

const TEXT = `*filter
:INPUT DROP [0:0]
-A INPUT -m conntrack --ctstate ESTABLISHED -j ACCEPT
-A INPUT -s 192.0.2.7/32 -p tcp -m tcp --dport 22 -j ACCEPT
COMMIT
`;
const LOGGED =
  '[12.3] IN=eth0 OUT= SRC=203.0.113.5 DST=192.0.2.1 LEN=60 TOS=0x00 PREC=0x00 TTL=64 PROTO=TCP SPT=4000 DPT=22 SYN URGP=0';

function run<T>(command: string, answers?: object): Thenable<T> {
  return vscode.commands.executeCommand<T>(`iptables.${command}`, answers);
}

/** Runs a command and accepts what its question says at first until it is done. */
async function accepting<T>(command: string, answers?: object): Promise<T> {
  let done = false;
  const running = Promise.resolve(run<T>(command, answers)).finally(() => {
    done = true;
  });
  const end = performance.now() + 15_000;
  while (!done && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    if (!done) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  }
  return running;
}

describe('a packet', () => {
  afterEach(closeAll);

  it('is traced, and what was traced last stands in the line the next time', async () => {
    await openUntitled(TEXT);
    const packet = 'in eth0 src 192.0.2.7 tcp dport 22';
    const trace = await run<Trace>('tracePacket', { packet });
    assert.equal(trace.verdict, 'accept');
    assert.equal(trace.steps.at(-1)?.line, 3);
    const again = await accepting<Trace>('tracePacket');
    assert.equal(again.packet, packet);
  });

  it('that a rule decides fills the line', async () => {
    const document = await openUntitled(TEXT);
    const uri = document.uri.toString();
    const trace = await accepting<Trace>('tracePacket', { uri, line: 3 });
    assert.deepEqual(
      trace.steps.filter(({ kind }) => kind === 'matches').map(({ line }) => line),
      [3],
    );
  });

  it('is not traced where the words say too little', async () => {
    await openUntitled(TEXT);
    assert.equal(await run('tracePacket', { packet: 'tcp dport 22' }), undefined);
  });

  it('is traced after an edit as the file is then, and the trace can be cleared', async () => {
    const document = await openUntitled(TEXT);
    const packet = 'in eth0 src 203.0.113.5 tcp dport 22';
    assert.equal((await run<Trace>('tracePacket', { packet })).verdict, 'drop');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(1, 7, 1, 11), 'ACCEPT');
    assert.equal(await vscode.workspace.applyEdit(edit), true);
    assert.equal((await run<Trace>('tracePacket', { packet })).verdict, 'accept');
    await run('clearTrace');
    await run('clearTrace');
  });

  it('is read out of a log line', async () => {
    await openUntitled(TEXT);
    const trace = await run<Trace>('tracePacket', { packet: LOGGED });
    assert.equal(trace.verdict, 'drop');
    assert.match(trace.packet, /^in eth0 path input src 203\.0\.113\.5 dst 192\.0\.2\.1 tcp /);
  });
});

describe('the question whether one is locked out', () => {
  afterEach(closeAll);

  it('is a lens over a chain that drops, and two clicks answer it', async () => {
    const document = await openUntitled(TEXT);
    const lens = await poll('the lens', async () => {
      const all = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        10,
      );
      return all.find(({ command }) => command?.command === 'iptables.lockedOut');
    });
    assert.equal(lens.range.start.line, 1);
    const [argument] = lens.command?.arguments ?? [];
    const first = await run<Answer>('lockedOut', { ...argument, from: '203.0.113.5' });
    assert.equal(first.answer, 'yes');
    assert.match(first.sentence, /^Locked out: .* dropped by the policy DROP of chain INPUT in table filter\.$/);
    const again = await accepting<Answer>('lockedOut', argument);
    assert.equal(again.sentence, first.sentence);
    assert.equal((await run<Answer>('lockedOut', { from: '192.0.2.7' })).answer, 'no');
  });

  it('is not answered for what is no address', async () => {
    await openUntitled(TEXT);
    assert.equal(await run('lockedOut', { from: 'home' }), undefined);
  });
});

it('the light bulb of a rule offers a packet that the rule decides', async () => {
  const document = await openUntitled(TEXT);
  const place = new vscode.Range(3, 0, 3, 0);
  const found = await poll('the action', async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      place,
    );
    return actions.find(({ title }) => title === 'Trace a packet that this rule decides');
  });
  assert.equal(found.command?.command, 'iptables.tracePacket');
  await closeAll();
});
