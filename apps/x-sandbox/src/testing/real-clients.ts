import { createHash, randomBytes } from 'node:crypto';
import http from 'node:http';
import { Client } from '@xdevplatform/xdk';
import { type ITwitterApiClientPlugin, TwitterApi } from 'twitter-api-v2';
import type { Scope } from '../oauth/scopes.js';
import type { XSandbox } from '../start.js';

/** Points the library, which knows only api.x.com, at the sandbox, with a deadline of its own. */
export function pointAt(origin: string, deadlineMs = 5_000): ITwitterApiClientPlugin {
  const { protocol, host } = new URL(origin);
  return {
    onBeforeRequest({ computedParams, requestOptions }) {
      computedParams.url.protocol = protocol;
      computedParams.url.host = host;
      requestOptions.agent = new http.Agent();
      requestOptions.signal = AbortSignal.timeout(deadlineMs);
    },
  };
}

export const charity = 'our_ms_weekend';
export const appKeys = { clientId: 'baton-local-app', clientSecret: 'baton-local-secret' };
export const callbackUrl = 'http://127.0.0.1:4000/connected';

/** twitter-api-v2 with tokens that were issued behind the scenes. */
export function twitterApiClient(
  sandbox: XSandbox,
  scopes?: readonly Scope[],
  username = charity,
): TwitterApi {
  const { access_token } = sandbox.control.issueTokens({ username, scopes });
  return new TwitterApi(access_token, { plugins: [pointAt(sandbox.origin)] });
}

/** X's own SDK, the second client, written by other people. */
export function xdkClient(sandbox: XSandbox, username = charity): Client {
  const { access_token } = sandbox.control.issueTokens({ username });
  return new Client({ accessToken: access_token, baseUrl: sandbox.origin });
}

/** Presses Allow (or not) on the authorize page as a script does; returns the address X sends the person back to. */
export async function pressOnAuthorizePage(
  sandbox: XSandbox,
  authorizeUrl: string,
  decision: 'allow' | 'deny' = 'allow',
): Promise<URL> {
  const { pathname, search } = new URL(authorizeUrl);
  const answer = await fetch(`${sandbox.origin}${pathname}${search}`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ decision, username: charity }),
  });
  const location = answer.headers.get('location');
  if (answer.status !== 302 || location === null) throw new Error(`not sent back: ${await answer.text()}`);
  return new URL(location);
}

export function pkcePair(): { verifier: string; challenge: string } {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

/** What a promise rejects with, typed by the test that expects it. */
export async function rejectionOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error('was expected to be refused');
}

/** The smallest thing that begins like a PNG of this size. */
export function pngOf(width: number, height: number, totalBytes = 64): Buffer {
  const bytes = Buffer.alloc(totalBytes);
  Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1').copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  for (let index = 24; index < totalBytes; index += 1) bytes[index] = index % 256;
  return bytes;
}
