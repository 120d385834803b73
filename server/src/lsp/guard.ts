// Stands between the connection and the handlers: what goes wrong in one of them costs that answer and is logged once.

import { type Connection, ErrorCodes, type MessageConnection, ResponseError } from 'vscode-languageserver';
import { attempt } from './attempt.ts';
import { hearRequest } from './slices.ts';

/** Parameters are logged up to so many characters. */
const LONGEST_LOGGED = 300;

/** What registers a handler of requests; the connection itself logs where one of notifications fails. */
const REGISTERS = /^on(?!Did|Initialized|Notification|Progress)/;

type Handler = (params: unknown, ...rest: unknown[]) => unknown;

/** Whether the client has said hello, and whether it has said goodbye. */
export interface Manners {
  initialized: boolean;
  shutDown: boolean;
  /** It has opened a document. */
  opened: boolean;
}

/**
 * The same connection for those who register handlers: a handler that throws is logged with its request and answered
 * with a sentence, one whose parameters are missing is told which, and none is asked after the shutdown.
 */
export function guarded(connection: Connection, manners: Manners): Connection {
  const report = (text: string) => void attempt(async () => connection.console.error(text));
  return guard(connection, manners, report);
}

/** Answers what nobody serves: before `initialize` nothing is. */
export function answerTheRest(connection: Connection, manners: Manners): void {
  const refuse: Parameters<MessageConnection['onRequest']>[0] = (method: string) => {
    if (!manners.initialized)
      throw new ResponseError(ErrorCodes.ServerNotInitialized, `${method} came before the request "initialize".`);
    throw new ResponseError(ErrorCodes.MethodNotFound, `This server does not know ${method}.`);
  };
  connection.onRequest(refuse);
}

function guard<T extends object>(target: T, manners: Manners, report: (text: string) => void): T {
  return new Proxy(target, {
    get(own, name) {
      const value: unknown = Reflect.get(own, name, own);
      if (typeof value === 'object' && value !== null) return guard(value, manners, report);
      if (typeof value !== 'function') return value;
      if (typeof name !== 'string' || !REGISTERS.test(name)) return value.bind(own);
      return (...args: readonly unknown[]) => {
        const called = args.find((arg) => typeof arg === 'string') ?? name;
        const wrapped = args.map((arg) => (isHandler(arg) ? watched(arg, String(called), manners, report) : arg));
        return Reflect.apply(value, own, wrapped);
      };
    },
  });
}

function isHandler(value: unknown): value is Handler {
  return typeof value === 'function';
}

function watched(handler: Handler, name: string, manners: Manners, report: (text: string) => void): Handler {
  return async (params, ...rest) => {
    hearRequest();
    if (manners.shutDown) throw new ResponseError(ErrorCodes.InvalidRequest, 'The server was asked to shut down.');
    try {
      return await handler(params, ...rest);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      const missing = missingIn(params, error);
      if (missing !== undefined) throw new ResponseError(ErrorCodes.InvalidParams, `The request has no "${missing}".`);
      report(`${name} failed with ${shown(params)}: ${error instanceof Error ? error.stack : String(error)}`);
      const reason = error instanceof Error ? error.message : String(error);
      throw new ResponseError(ErrorCodes.InternalError, `The server failed: ${reason}`);
    }
  };
}

/** What a handler reads of the parameters that tell a document and a place in it. */
const PARAMETERS: Readonly<Record<string, string>> = {
  uri: 'textDocument',
  line: 'position',
  character: 'position',
  start: 'range',
  end: 'range',
};

/** The parameter that a request lacks and its handler ran into; undefined where the fault is the handler's own. */
function missingIn(params: unknown, error: unknown): string | undefined {
  if (!(error instanceof TypeError)) return undefined;
  const read = /(?:reading|property) '(\w+)'/.exec(error.message)?.[1] ?? '';
  const name = Object.hasOwn(PARAMETERS, read) ? PARAMETERS[read] : undefined;
  if (name === undefined || field(params, name) !== undefined) return undefined;
  // What asks at a place has one in one of these forms; then the fault lies elsewhere.
  const hasPlace = ['position', 'range', 'positions'].some((form) => field(params, form) !== undefined);
  return name !== 'textDocument' && hasPlace ? undefined : name;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function shown(params: unknown): string {
  const text = JSON.stringify(params) ?? 'nothing';
  return text.length > LONGEST_LOGGED ? `${text.slice(0, LONGEST_LOGGED)}…` : text;
}
