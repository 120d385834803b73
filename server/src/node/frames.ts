// What comes in over stdio, without frames that are broken: one of them would leave the server deaf to all that follow.

import { Transform, type TransformCallback } from 'node:stream';

const HEAD_END = '\r\n\r\n';
/** A head that is longer than this is none. */
const LONGEST_HEAD = 4096;
const LENGTH = /^content-length: *(\d+)$/i;
/** The head that nearly every client writes, and as much as it may take. */
const PLAIN_HEAD = /^Content-Length: (\d{1,9})\r\n\r\n/;
const LONGEST_PLAIN = 32;

/** Passes whole frames on; of anything else it drops what stands before the next `Content-Length:` and says so. */
export class Frames extends Transform {
  private readonly report: (text: string) => void;
  /** The beginning of a head that is not whole yet. */
  private head: Buffer = Buffer.alloc(0);
  /** Bytes of a body that are still to come. */
  private left = 0;

  constructor(report: (text: string) => void) {
    super();
    this.report = report;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    // Mostly a chunk is whole frames: they are passed on in one piece.
    const whole = this.left === 0 && this.head.length === 0 ? wholeFrames(chunk) : 0;
    if (whole > 0) this.push(chunk.subarray(0, whole));
    let rest = chunk.subarray(whole);
    while (rest.length > 0) {
      if (this.left > 0) {
        const body = rest.subarray(0, this.left);
        this.push(body);
        this.left -= body.length;
        rest = rest.subarray(body.length);
      } else rest = this.takeHead(rest);
    }
    done();
  }

  /** Adds bytes to the head; answers those behind it. */
  private takeHead(bytes: Buffer): Buffer {
    const all = this.head.length === 0 ? bytes : Buffer.concat([this.head, bytes]);
    const end = all.indexOf(HEAD_END);
    if (end < 0 && all.length <= LONGEST_HEAD) {
      this.head = all;
      return Buffer.alloc(0);
    }
    const lines = all.toString('latin1', 0, Math.max(end, 0)).split('\r\n');
    const length = lines.map((line) => LENGTH.exec(line)?.[1]).find((found) => found !== undefined);
    if (end < 0 || length === undefined || !lines.every((line) => line.includes(':'))) return this.skip(all);
    this.push(all.subarray(0, end + HEAD_END.length));
    this.head = Buffer.alloc(0);
    this.left = Number(length);
    return all.subarray(end + HEAD_END.length);
  }

  private skip(all: Buffer): Buffer {
    const text = all.toString('latin1');
    const next = text.toLowerCase().indexOf('content-length:', 1);
    const end = next > 0 ? next : Math.max(text.length - 'content-length:'.length, 1);
    this.report(`Skipped bytes that are not a message: ${JSON.stringify(text.slice(0, Math.min(end, 80)))}`);
    this.head = Buffer.alloc(0);
    if (next > 0) return all.subarray(next);
    // The end may be the beginning of a head.
    this.head = all.subarray(end);
    return Buffer.alloc(0);
  }
}

/** How many bytes at the beginning are whole frames with the plainest of heads. */
function wholeFrames(bytes: Buffer): number {
  let at = 0;
  while (at < bytes.length) {
    const [head = '', length = ''] = PLAIN_HEAD.exec(bytes.toString('latin1', at, at + LONGEST_PLAIN)) ?? [];
    const end = at + head.length + Number(length);
    if (head === '' || end > bytes.length) break;
    at = end;
  }
  return at;
}
