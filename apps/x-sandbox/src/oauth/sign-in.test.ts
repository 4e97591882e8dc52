import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { OAuth2 } from '@xdevplatform/xdk';
import { ApiResponseError, TwitterApi } from 'twitter-api-v2';
import { startXSandbox, type XSandbox } from '../start.js';
import {
  appKeys,
  callbackUrl,
  charity,
  pkcePair,
  pointAt,
  pressOnAuthorizePage,
  rejectionOf,
} from '../testing/real-clients.js';

let now = Date.now();
let sandbox: XSandbox;
let app: TwitterApi;

beforeAll(async () => {
  sandbox = await startXSandbox({ now: () => new Date(now) });
});
beforeEach(() => {
  sandbox.control.reset();
  app = new TwitterApi(appKeys, { plugins: [pointAt(sandbox.origin)] });
});
afterAll(() => sandbox.close());

async function signIn(scope = ['tweet.read', 'users.read', 'offline.access']) {
  const link = app.generateOAuth2AuthLink(callbackUrl, { scope });
  const back = await pressOnAuthorizePage(sandbox, link.url);
  const code = back.searchParams.get('code') ?? '';
  return { link, back, code };
}

describe('signing in with twitter-api-v2', () => {
  it('goes from the authorize page to the account and its tokens, with the state handed back', async () => {
    const { link, back, code } = await signIn();
    expect(`${back.origin}${back.pathname}`).toBe(callbackUrl);
    expect(back.searchParams.get('state')).toBe(link.state);
    const signedIn = await app.loginWithOAuth2({
      code,
      codeVerifier: link.codeVerifier,
      redirectUri: callbackUrl,
    });
    expect(signedIn.expiresIn).toBe(7_200);
    expect(signedIn.scope).toEqual(['tweet.read', 'users.read', 'offline.access']);
    expect((await signedIn.client.v2.me()).data.username).toBe(charity);
  });

  it('gives no refresh token to who did not ask for offline access', async () => {
    const { link, code } = await signIn(['tweet.read', 'users.read']);
    const signedIn = await app.loginWithOAuth2({
      code,
      codeVerifier: link.codeVerifier,
      redirectUri: callbackUrl,
    });
    expect(signedIn.refreshToken).toBeUndefined();
  });

  it('refuses a wrong verifier, another callback and a code used or 30 seconds old', async () => {
    const attempt = async (change: object, wait = 0) => {
      const { link, code } = await signIn();
      now += wait;
      const honest = { code, codeVerifier: link.codeVerifier, redirectUri: callbackUrl };
      const error = await rejectionOf(app.loginWithOAuth2({ ...honest, ...change }));
      return error instanceof ApiResponseError ? [error.code, error.data] : error;
    };
    const invalid = [400, expect.objectContaining({ error: 'invalid_request' })];
    expect(await attempt({ codeVerifier: 'x'.repeat(43) })).toEqual(invalid);
    expect(await attempt({ redirectUri: 'http://127.0.0.1:4000/elsewhere' })).toEqual(invalid);
    expect(await attempt({}, 30_000)).toEqual(invalid);
    const { link, code } = await signIn();
    const login = { code, codeVerifier: link.codeVerifier, redirectUri: callbackUrl };
    await app.loginWithOAuth2(login);
    expect(await rejectionOf(app.loginWithOAuth2(login))).toMatchObject({ code: 400 });
  });

  it('takes each refresh token once: the spent one is a 400', async () => {
    const first = sandbox.control.issueTokens({ username: charity });
    const second = await app.refreshOAuth2Token(first.refresh_token ?? '');
    expect((await second.client.v2.me()).data.username).toBe(charity);
    expect(await rejectionOf(app.refreshOAuth2Token(first.refresh_token ?? ''))).toMatchObject({
      code: 400,
      data: { error: 'invalid_request', error_description: 'Value passed for the token was invalid.' },
    });
    await app.refreshOAuth2Token(second.refreshToken ?? '');
  });

  it('ends an access token when its time is over, when it is revoked, and when the owner disconnects the app', async () => {
    const client = () => {
      const { access_token } = sandbox.control.issueTokens({ username: charity });
      return {
        token: access_token,
        api: new TwitterApi(access_token, { plugins: [pointAt(sandbox.origin)] }),
      };
    };
    const [late, revoked, disconnected] = [client(), client(), client()];
    await app.revokeOAuth2Token(revoked.token);
    expect(await rejectionOf(revoked.api.v2.me())).toMatchObject({
      code: 401,
      data: { title: 'Unauthorized' },
    });
    now += 7_200_000;
    expect(await rejectionOf(late.api.v2.me())).toMatchObject({ code: 401 });
    sandbox.control.revokeTokens(charity);
    expect(await rejectionOf(disconnected.api.v2.me())).toMatchObject({ code: 401 });
  });

  it('refuses an app with a wrong secret', async () => {
    const impostor = new TwitterApi(
      { clientId: appKeys.clientId, clientSecret: 'guess' },
      { plugins: [pointAt(sandbox.origin)] },
    );
    const { refresh_token } = sandbox.control.issueTokens({ username: charity });
    expect(await rejectionOf(impostor.refreshOAuth2Token(refresh_token ?? ''))).toMatchObject({ code: 401 });
  });

  it('tells the app when the person does not allow it', async () => {
    const link = app.generateOAuth2AuthLink(callbackUrl, { scope: ['tweet.read'] });
    const back = await pressOnAuthorizePage(sandbox, link.url, 'deny');
    expect(back.searchParams.get('error')).toBe('access_denied');
    expect(back.searchParams.get('state')).toBe(link.state);
    expect(back.searchParams.get('code')).toBeNull();
  });
});

describe('signing in with the xdk, which sends forms and Basic credentials', () => {
  const realFetch = globalThis.fetch;

  /** Its token address is fixed, so the one way to point it elsewhere is under its feet. */
  beforeAll(() => {
    globalThis.fetch = (input, init) =>
      realFetch(String(input).replace('https://api.x.com', sandbox.origin), init);
  });
  afterAll(() => {
    globalThis.fetch = realFetch;
  });

  it('signs in with S256 and refreshes once', async () => {
    const oauth = new OAuth2({
      ...appKeys,
      redirectUri: callbackUrl,
      scope: ['users.read', 'offline.access'],
    });
    const { verifier, challenge } = pkcePair();
    await oauth.setPkceParameters(verifier, challenge);
    const back = await pressOnAuthorizePage(sandbox, await oauth.getAuthorizationUrl('a-state'));
    const token = await oauth.exchangeCode(back.searchParams.get('code') ?? '', verifier);
    expect(token.scope).toBe('users.read offline.access');
    const next = await oauth.refreshToken();
    expect(next.access_token).not.toBe(token.access_token);
    await expect(oauth.refreshToken(token.refresh_token)).rejects.toThrow(/400.*invalid_request/);
  });

  it('lets a public client in by its verifier alone', async () => {
    const { clientId } = sandbox.control.createApp({ name: 'Public', clientSecret: null });
    const oauth = new OAuth2({ clientId, redirectUri: callbackUrl, scope: ['users.read'] });
    const { verifier, challenge } = pkcePair();
    await oauth.setPkceParameters(verifier, challenge);
    const back = await pressOnAuthorizePage(sandbox, await oauth.getAuthorizationUrl('a-state'));
    expect((await oauth.exchangeCode(back.searchParams.get('code') ?? '', verifier)).token_type).toBe(
      'bearer',
    );
  });
});

describe('the authorize page', () => {
  const open = (parameters: Record<string, string>) =>
    fetch(`${sandbox.origin}/i/oauth2/authorize?${new URLSearchParams(parameters)}`);
  const honest = {
    response_type: 'code',
    client_id: appKeys.clientId,
    redirect_uri: callbackUrl,
    state: 's',
    scope: 'tweet.read',
    code_challenge: 'c',
    code_challenge_method: 's256',
  };

  it('shows the app, the accounts and what it asks for', async () => {
    const shown = await open(honest);
    const html = await shown.text();
    expect(shown.status).toBe(200);
    expect(html).toContain('Baton on this computer');
    expect(html).toContain('@our_ms_weekend');
    expect(html).toContain('tweet.read');
  });

  it.each([
    ['client_id', 'nobody', 'names no app'],
    ['redirect_uri', 'https://evil.example/', 'callback addresses'],
    ['scope', 'tweet.read everything', 'scope'],
    ['response_type', 'token', 'response_type'],
    ['code_challenge_method', 'none', 'code_challenge_method'],
  ])('says what is wrong with %s and sends nobody anywhere', async (name, value, reason) => {
    const shown = await open({ ...honest, [name]: value });
    expect(shown.status).toBe(400);
    expect(shown.redirected).toBe(false);
    expect(await shown.text()).toContain(reason);
  });
});
