// Owns the door in front of the embedded editor: lets in who has the secret of its address, from the editor's own pages,
// and nobody else. The editor reads and runs what it is told to, and any web page can send requests to 127.0.0.1.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import {
  createServer,
  request as forward,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

const hosts = /^(?:127\.0\.0\.1|localhost)(?::(\d{1,5}))?$/;

/** The part of the address that holds the secret; not VS Code's `tkn`, which its pages send with a value of their own. */
export const secretName = 'secret';

/** A secret for one start. */
export function newSecret(): string {
  return randomBytes(24).toString('hex');
}

/** What is asked for: the path with its query, and the headers. */
export interface Asked {
  readonly url?: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

/** Refused for a reason; led on to a path, with a cookie, since the address has the secret; or passed on. */
export type Verdict =
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'welcome'; readonly to: string }
  | { readonly kind: 'passed' };

const refused = (why: string): Verdict => ({ kind: 'refused', why });

function same(given: string | undefined, secret: string): boolean {
  const [one, other] = [Buffer.from(given ?? ''), Buffer.from(secret)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** The port is in its name: browsers keep one jar for all ports of a host. */
function cookieName({ headers }: Asked): string {
  return `iptables-editor-${hosts.exec(headers.host ?? '')?.[1] ?? 80}`;
}

function cookieOf(asked: Asked): string | undefined {
  const start = `${cookieName(asked)}=`;
  const pairs = (asked.headers.cookie ?? '').split(/; */);
  return pairs.find((pair) => pair.startsWith(start))?.slice(start.length);
}

/** The path without the secret, and the secret; undefined for what is no path. */
function readPath(url: string): { readonly clean: string; readonly secret: string | null } | undefined {
  // Two slashes would name a host.
  if (!/^\/(?![/\\])/.test(url)) return undefined;
  const address = new URL(url, 'http://127.0.0.1');
  const secret = address.searchParams.get(secretName);
  address.searchParams.delete(secretName);
  return { clean: address.pathname + address.search, secret };
}

/** What is to be done with a request, which comes from anybody. */
export function judge(asked: Asked, secret: string): Verdict {
  const { host = '', origin, 'sec-fetch-site': from = 'none' } = asked.headers;
  // A foreign name that leads here is how a web page gets around the rule that it sees its own origin only.
  if (!hosts.test(host)) return refused('It answers at 127.0.0.1 and localhost only.');
  if (origin !== undefined && origin !== `http://${host}`) return refused('It answers its own pages only.');
  const path = readPath(asked.url ?? '');
  if (path === undefined) return refused('It takes paths only.');
  if (path.secret !== null) {
    return same(path.secret, secret)
      ? { kind: 'welcome', to: path.clean }
      : refused('The secret in the address is wrong.');
  }
  // A browser sends the cookie along for everybody on this host, also for a page of another port that links here.
  if (from !== 'none' && from !== 'same-origin') return refused('It answers its own pages only.');
  return same(cookieOf(asked), secret) ? { kind: 'passed' } : refused('The address lacks its secret.');
}

const advice = 'This is the editor that `npm start` serves. Open it by the whole address that `npm start` printed.';

function refuse(response: ServerResponse, why: string): void {
  response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`${why}\n${advice}\n`);
}

/** Gives the cookie and leads on from a page of our own: behind a redirect, a strict cookie would stay at home. */
function welcome(asked: Asked, response: ServerResponse, secret: string, to: string): void {
  const target = to.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'set-cookie': `${cookieName(asked)}=${secret}; Path=/; HttpOnly; SameSite=Strict`,
  });
  response.end(`<!DOCTYPE html><meta http-equiv="refresh" content="0;url=${target}"><title>iptables</title>`);
}

function passOn(request: IncomingMessage, response: ServerResponse, inner: string): void {
  const { method, url, headers } = request;
  const onward = forward({ socketPath: inner, method, path: url, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => {
    if (response.headersSent) response.destroy();
    else response.writeHead(502).end('The editor does not answer.\n');
  });
  response.on('close', () => onward.destroy());
  request.pipe(onward);
}

function passOnSocket({ method, url, rawHeaders }: IncomingMessage, socket: Duplex, head: Buffer, inner: string): void {
  const headers = rawHeaders.map((word, index) => (index % 2 === 0 ? `\r\n${word}: ` : word)).join('');
  const onward = connect(inner, () => {
    onward.write(`${method} ${url} HTTP/1.1${headers}\r\n\r\n`);
    onward.write(head);
    onward.pipe(socket).pipe(onward);
  });
  for (const stream of [socket, onward]) {
    const both = (): void => {
      socket.destroy();
      onward.destroy();
    };
    stream.on('error', both).on('close', both);
  }
}

export interface Guard {
  readonly port: number;
  /** Ends all connections, too. */
  readonly close: () => void;
}

export interface Guarded {
  /** Where the editor's server listens: the path of a socket, on Windows the name of a pipe. */
  readonly inner: string;
  readonly secret: string;
  /** 0 takes a free one. */
  readonly port: number;
}

/** Listens on 127.0.0.1 and passes on what may pass. Rejects with the code EADDRINUSE where the port is taken. */
export function guard({ inner, secret, port: wanted }: Guarded): Promise<Guard> {
  const open = new Set<Socket>();
  const server = createServer((request, response) => {
    const verdict = judge(request, secret);
    if (verdict.kind === 'refused') refuse(response, verdict.why);
    else if (verdict.kind === 'welcome') welcome(request, response, secret, verdict.to);
    else passOn(request, response, inner);
  });
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  server.on('upgrade', (request, socket, head) => {
    if (judge(request, secret).kind === 'passed') passOnSocket(request, socket, head, inner);
    else socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
  });
  const close = (): void => {
    server.close();
    for (const socket of open) socket.destroy();
  };
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      resolve({ port: typeof address === 'object' && address !== null ? address.port : wanted, close });
    });
  });
}
