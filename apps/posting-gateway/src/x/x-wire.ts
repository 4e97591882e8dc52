import type { ClientRequestArgs, IncomingHttpHeaders } from 'node:http';
import {
  type ApiResponseError,
  type ITwitterApiBeforeRequestHookArgs,
  type ITwitterApiClientPlugin,
  type ITwitterApiRequestErrorHookArgs,
  type ITwitterApiResponseErrorHookArgs,
  TwitterApi,
} from 'twitter-api-v2';
import { waitMsAfter429 } from './wait-for-x.js';
import { whatXSays } from './what-x-says.js';
import { agentFor, wasSent } from './x-agent.js';
import { XFailure } from './x-failure.js';

export interface XWireOptions {
  /** Where the API is: https://api.x.com, or the sandbox. */
  readonly apiOrigin: string;
  /** Where people say yes: https://x.com, or the sandbox. */
  readonly authorizeOrigin: string;
  /** The longest one call may take, unless it says otherwise. */
  readonly callMs: number;
}

/** The charity's own developer app. */
export interface XApp {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Told the headers of X's answer, whatever it was. */
export type HearsHeaders = (headers: IncomingHttpHeaders) => void;

/** The way to X: clients of twitter-api-v2 that go to our origin, end in time and throw only `XFailure`. */
export class XWire {
  readonly authorizeOrigin: string;
  private readonly apiOrigin: URL;
  private readonly agent;

  constructor(private readonly options: XWireOptions) {
    this.authorizeOrigin = options.authorizeOrigin;
    this.apiOrigin = new URL(options.apiOrigin);
    this.agent = agentFor(this.apiOrigin);
  }

  asUser(accessToken: string, callMs = this.options.callMs, hear: HearsHeaders = () => {}): TwitterApi {
    return new TwitterApi(accessToken, { plugins: [this.pluginFor(callMs, hear)] });
  }

  asApp(app: XApp, callMs = this.options.callMs): TwitterApi {
    return new TwitterApi({ ...app }, { plugins: [this.pluginFor(callMs)] });
  }

  /** Lets go of idle connections. */
  onApplicationShutdown(): void {
    this.agent.destroy();
  }

  private pluginFor(callMs: number, hear: HearsHeaders = () => {}): ITwitterApiClientPlugin {
    return {
      onBeforeRequest: ({ computedParams, requestOptions }: ITwitterApiBeforeRequestHookArgs) => {
        computedParams.url.protocol = this.apiOrigin.protocol;
        computedParams.url.host = this.apiOrigin.host;
        requestOptions.agent = this.agent;
        // The library's own `timeout` watches for idleness only, so that a trickling answer could last for ever.
        requestOptions.signal = AbortSignal.timeout(callMs);
      },
      onAfterRequest: ({ response }) => {
        if (response.headers) hear(response.headers);
      },
      onRequestError: (failed) => Promise.reject(failureOfRequest(failed)),
      onResponseError: (failed) => {
        hear(failed.error.headers);
        return Promise.reject(failureOfResponse(failed));
      },
    };
  }
}

function failureOfRequest({ error, requestOptions }: ITwitterApiRequestErrorHookArgs): XFailure {
  if (!wasSent(error.request)) return new XFailure({ kind: 'notSent' });
  if (isOver(requestOptions)) return new XFailure({ kind: 'deadline' });
  if (!('response' in error)) return new XFailure({ kind: 'cut' });
  const { statusCode: status = 0, headers, complete } = error.response;
  // The status line of an error says no, however mangled what follows it is.
  if (status >= 400) return refusal(status, '', headers);
  return new XFailure({ kind: complete ? 'oddAnswer' : 'cut' });
}

const failureOfResponse = ({ error }: ITwitterApiResponseErrorHookArgs): XFailure =>
  refusal(error.code, whatXSays(error.data), error.headers);

function refusal(status: number, says: string, headers: ApiResponseError['headers']): XFailure {
  const wait = status === 429 ? { waitMs: waitMsAfter429(headers, new Date()) } : {};
  return new XFailure({ kind: 'refused', status, says, ...wait });
}

const isOver = ({ signal }: Partial<ClientRequestArgs>): boolean => signal?.aborted === true;
