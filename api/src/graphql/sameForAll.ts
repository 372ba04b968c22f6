import {
  createSourceEventStream,
  execute,
  getOperationAST,
  Kind,
  visit,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
} from 'graphql';
import { isAsyncIterable, mapAsyncIterator, mapMaybePromise, type Plugin } from 'graphql-yoga';
import type { WebSocket } from 'ws';
import type { Context } from './context.js';

/**
 * Put it into the `extensions` of a subscription whose events say the same to everybody who may get them. Then an event is
 * executed once for all who ask for it in the same words, as it would be for a visitor: nothing that only one person may
 * see can reach another that way. Whether somebody may get it at all is asked in `subscribe`, for each.
 */
export const SAME_FOR_ALL = { sameForAll: true };

function isSameForAll({ schema, document, operationName }: ExecutionArgs): boolean {
  const [field] = getOperationAST(document, operationName)?.selectionSet.selections ?? [];
  if (field?.kind !== Kind.FIELD) return false;
  return schema.getSubscriptionType()?.getFields()[field.name.value]?.extensions.sameForAll === true;
}

const below = new WeakMap<DocumentNode, string[]>();

/** Names of the variables on which the answer to an event depends: those of arguments of the subscription itself choose events. */
function variablesBelow(document: DocumentNode): string[] {
  let names = below.get(document);
  if (!names) {
    const found = new Set<string>();
    for (const definition of document.definitions) {
      if (definition.kind !== Kind.OPERATION_DEFINITION) {
        visit(definition, { Variable: ({ name }) => void found.add(name.value) });
        continue;
      }
      for (const field of definition.selectionSet.selections) {
        const without = field.kind === Kind.FIELD ? { ...field, arguments: [] } : field;
        visit(without, { Variable: ({ name }) => void found.add(name.value) });
      }
    }
    below.set(document, (names = [...found]));
  }
  return names;
}

type Answer = ExecutionResult | Promise<ExecutionResult>;
/** Of an event, and of a document: answers by the rest that they depend on. Forgotten together with the event. */
const answers = new WeakMap<object, WeakMap<DocumentNode, Map<string, Answer>>>();

function answerTo(event: object, args: ExecutionArgs): Answer {
  const { document, operationName, variableValues, contextValue } = args;
  const ofEvent = answers.get(event) ?? new WeakMap<DocumentNode, Map<string, Answer>>();
  answers.set(event, ofEvent);
  const known = ofEvent.get(document) ?? new Map<string, Answer>();
  ofEvent.set(document, known);
  const values = variablesBelow(document).map((name) => variableValues?.[name]);
  const key = JSON.stringify([operationName, values]);
  const answer =
    known.get(key) ??
    mapMaybePromise(
      execute({
        ...args,
        rootValue: event,
        contextValue: { ...(contextValue as Context), viewer: null, locales: [] } satisfies Context,
      }),
      (result) => {
        shared.add(result);
        return result;
      },
    );
  known.set(key, answer);
  return answer;
}

/** Answers that many get. */
const shared = new WeakSet<ExecutionResult>();
/** The JSON of answers that many get, in UTF-8, made as the first of them is sent. */
const jsons = new WeakMap<ExecutionResult, Buffer>();

function jsonOf(answer: ExecutionResult): Buffer {
  const json = jsons.get(answer) ?? Buffer.from(JSON.stringify(answer));
  jsons.set(answer, json);
  return json;
}

export const executedOnce: Plugin<Context> = {
  onSubscribe: ({ args, setSubscribeFn }) => {
    if (!isSameForAll(args)) return;
    setSubscribeFn(async (args: ExecutionArgs) => {
      const events = await createSourceEventStream(args);
      if (!isAsyncIterable<object>(events)) return events;
      return mapAsyncIterator(events, (event) => answerTo(event, args));
    });
  },
};

/**
 * Sends the answers of a subscription that many get over a WebSocket, as graphql-ws would: each is written as JSON once for
 * all, and only the id before it is one's own. Those that are one's own are left to graphql-ws.
 */
export function sendingOnce(
  socket: WebSocket,
  id: string,
  answers: AsyncIterableIterator<ExecutionResult>,
): AsyncIterableIterator<ExecutionResult> {
  const before = Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`);
  return {
    async next() {
      for (;;) {
        const step = await answers.next();
        if (step.done || !shared.has(step.value)) return step;
        await sent(socket, Buffer.concat([before, jsonOf(step.value), AFTER]));
      }
    },
    return: (value) => answers.return!(value),
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
const AFTER = Buffer.from('}');

/** Done once the text has left this process: a client that reads slowly is not sent the next one before. */
const sent = (socket: WebSocket, text: Buffer) =>
  new Promise<void>((done, failed) => {
    if (socket.readyState !== socket.OPEN) return done();
    socket.send(text, { binary: false }, (error) => (error ? failed(error) : done()));
  });
