// How messages leave over stdio: each in one piece, head and all, and the numbers of long lists as they are written already.

import { Buffer } from 'node:buffer';
import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-languageserver/node';
import { textOf } from '../features/tokens/token-list.ts';

/** What stands in JSON for the list that `textOf` knows. */
const EMPTY = '"data":[]';

export class AnswerWriter extends AbstractMessageWriter implements MessageWriter {
  private readonly stream: NodeJS.WritableStream;
  private failures = 0;

  constructor(stream: NodeJS.WritableStream) {
    super();
    this.stream = stream;
    stream.on('error', (error) => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  async write(message: Message): Promise<void> {
    const frame = frameOf(message);
    return new Promise((resolve, reject) => {
      this.stream.write(frame, (error) => {
        if (!error) return resolve();
        this.fireError(error, message, ++this.failures);
        reject(error);
      });
    });
  }

  end(): void {
    this.stream.end();
  }
}

/** One write of head and body costs half of two. */
function frameOf(message: Message): string | Uint8Array {
  const json = JSON.stringify(message);
  const numbers = numbersOf(message);
  const at = numbers ? json.lastIndexOf(EMPTY) : -1;
  const length = Buffer.byteLength(json);
  if (!numbers || at < 0) return `${headOf(length)}${json}`;
  const inside = at + EMPTY.length - 1;
  const before = `${headOf(length + numbers.length)}${json.slice(0, inside)}`;
  return Buffer.concat([Buffer.from(before), numbers, Buffer.from(json.slice(inside))]);
}

function headOf(length: number): string {
  return `Content-Length: ${length}\r\n\r\n`;
}

function numbersOf(message: Message): Uint8Array | undefined {
  const result: unknown = Reflect.get(message, 'result');
  const data: unknown = typeof result === 'object' && result !== null ? Reflect.get(result, 'data') : undefined;
  return Array.isArray(data) ? textOf(data) : undefined;
}
