import type { Operation, RequestOf, ResultOf } from '../define/define-operation.js';
import { isRefusal, refuse, universalRefusals } from '../define/refusal.js';
import { splitInput } from './split-input.js';

export interface ClientOptions {
  /** Scheme, host and port of the gateway: `http://127.0.0.1:4000`. */
  readonly origin: string;
  /** A session's token, or the operator's. Without it the call is made as anyone. */
  readonly token?: string;
  /**
   * How long to go on while the gateway or a service does not answer. Trying again is harmless:
   * every command is idempotent by the ids in its input. 0 tries once.
   */
  readonly patienceMs?: number;
}

export interface Client {
  /** Never throws for a refusal or an unreachable gateway; the latter is the refusal `unavailable`. */
  call<O extends Operation>(operation: O, input: RequestOf<O>): Promise<ResultOf<O>>;
}

const firstPauseMs = 100;
const longestPauseMs = 2_000;

/** A client of the HTTP API, typed by the contracts. Runs in browsers and in Node. */
export function createClient(options: ClientOptions): Client {
  return {
    async call(operation, input) {
      const giveUpAt = Date.now() + (options.patienceMs ?? 0);
      for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
        const result = await callOnce(options, operation, input);
        const worthAnotherTry = isRefusal(result) && result.refusal.code === 'unavailable';
        if (!worthAnotherTry || Date.now() + pauseMs > giveUpAt) return result;
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    },
  };
}

async function callOnce<O extends Operation>(
  { origin, token }: ClientOptions,
  operation: O,
  input: RequestOf<O>,
): Promise<ResultOf<O>> {
  const { path, query, body } = splitInput(operation, input as Record<string, unknown>);
  const search = query.size > 0 ? `?${query}` : '';
  try {
    const response = await fetch(`${origin}/api${path}${search}`, {
      method: operation.method,
      headers: {
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return (await readAnswer(response)) as ResultOf<O>;
  } catch {
    return refuse('unavailable', { message: universalRefusals.unavailable.message }) as ResultOf<O>;
  }
}

async function readAnswer(response: Response): Promise<unknown> {
  const answer: unknown = await response.json();
  if (response.ok) return { ok: true, value: answer };
  const refusal = { ok: false, ...(answer as object) };
  return isRefusal(refusal)
    ? refusal
    : refuse('unavailable', { message: universalRefusals.unavailable.message });
}
