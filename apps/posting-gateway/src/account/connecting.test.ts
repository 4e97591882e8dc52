import { type AccountId, accountConnected, charityOfState, listScopes, viewAccount } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GatewayWithSandbox } from '../rehearsal/gateway-with-sandbox.js';
import { XAccount } from '../x/x-account.js';
import { AccountTokens } from './account-tokens.js';

const tenMinutesMs = 600_000;
const revocations = () =>
  gateway.sandbox.control.requests().filter(({ path }) => path === '/2/oauth2/revoke');
let gateway: GatewayWithSandbox;

beforeAll(async () => {
  gateway = await GatewayWithSandbox.start();
});

afterAll(async () => {
  await gateway.stop();
});

describe('connecting a charity’s account', () => {
  it('asks on X for what Baton needs, and never for direct messages', async () => {
    const { authorizeUrl, scopes } = await (await gateway.aCharity()).begin();
    const url = new URL(authorizeUrl);
    expect(url.origin).toBe(gateway.sandbox.origin);
    expect(url.searchParams.get('scope')?.split(' ')).toEqual(scopes);
    expect(url.searchParams.get('code_challenge_method')?.toLowerCase()).toBe('s256');
    expect(scopes.some((scope) => scope.startsWith('dm.'))).toBe(false);
  });

  it('shows whose account it is once X has said yes, and says so once', async () => {
    const charity = await gateway.aCharity();
    await charity.connect();
    const { account } = await charity.succeed(
      viewAccount,
      { charityId: charity.charityId },
      charity.asManager,
    );
    expect(account).toMatchObject({
      accountId: charity.accountId,
      handle: charity.handle,
      state: 'connected',
    });
    const facts = await gateway.service.stated(accountConnected);
    expect(facts.filter(({ charityid }) => charityid === charity.charityId)).toMatchObject([
      { subject: charity.accountId, revision: 1, data: { handle: charity.handle } },
    ]);
  });

  it('answers a second click like the first', async () => {
    const charity = await gateway.aCharity();
    const back = await charity.sayYes((await charity.begin()).authorizeUrl);
    const first = await charity.finish(back);
    expect(first.ok).toBe(true);
    expect(await charity.finish(back)).toEqual(first);
  });

  it('does not take an answer that belongs to nothing begun here, or to another charity', async () => {
    const [charity, stranger] = [await gateway.aCharity(), await gateway.aCharity()];
    const back = await charity.sayYes((await charity.begin()).authorizeUrl);
    const wrong = { ok: false, refusal: { code: 'wrongState' } };
    expect(await charity.finish({ ...back, state: 'made-up' })).toMatchObject(wrong);
    expect(await stranger.finish(back)).toMatchObject(wrong);
    expect((await charity.finish(back)).ok).toBe(true);
  });

  it('does not take an answer that is ten minutes old', async () => {
    const charity = await gateway.aCharity();
    const back = await charity.sayYes((await charity.begin()).authorizeUrl);
    await gateway.postgres.shiftClock(tenMinutesMs);
    expect(await charity.finish(back)).toMatchObject({ refusal: { code: 'wrongState' } });
    await gateway.postgres.shiftClock(0);
  });

  it('says so when X does not accept the code, and the same answer cannot be tried again', async () => {
    const charity = await gateway.aCharity();
    const back = await charity.sayYes((await charity.begin()).authorizeUrl);
    expect(await charity.finish({ ...back, code: 'made-up' })).toMatchObject({
      refusal: { code: 'refusedByX' },
    });
    expect(await charity.finish(back)).toMatchObject({ refusal: { code: 'wrongState' } });
  });

  it('can be finished later when X was asked too often, and must begin again when the answer was lost', async () => {
    const charity = await gateway.aCharity();
    const back = await charity.sayYes((await charity.begin()).authorizeUrl);
    gateway.sandbox.control.queueFault({ path: '/2/oauth2/token', status: 429 });
    expect(await charity.finish(back)).toMatchObject({ refusal: { code: 'tooOften' } });
    gateway.sandbox.control.queueFault({ path: '/2/oauth2/token', cut: 'after' });
    expect(await charity.finish(back)).toMatchObject({
      refusal: { code: 'unavailable', message: expect.stringContaining('begin the connection again') },
    });
    expect(await charity.finish(back)).toMatchObject({ refusal: { code: 'wrongState' } });
  });

  it('gives back a grant that lacks a scope', async () => {
    const charity = await gateway.aCharity();
    const { authorizeUrl } = await charity.begin();
    const less = authorizeUrl.replace('media.write', 'like.read');
    const before = revocations().length;
    expect(await charity.finish(await charity.sayYes(less))).toMatchObject({
      refusal: { code: 'missingScope' },
    });
    expect(revocations().length - before).toBe(2);
    expect(await charity.succeed(viewAccount, { charityId: charity.charityId }, charity.asManager)).toEqual({
      account: null,
    });
  });

  it('keeps the id of an account that is connected again, whatever id it is begun with', async () => {
    const charity = await gateway.aCharity();
    await charity.connect();
    await charity.connect(newId<AccountId>());
    expect(await charity.account()).toMatchObject({ accountId: charity.accountId, state: 'connected' });
  });

  it('does not take another account than before unless that was said, and gives its grant back', async () => {
    const charity = await gateway.aCharity();
    const other = { username: `o_${charity.handle.slice(2)}`, name: 'Somebody’s own account' };
    gateway.sandbox.control.createAccount(other);
    await charity.connect();
    const begun = await charity.begin(newId<AccountId>());
    const before = revocations().length;
    expect(await charity.finish(await charity.sayYes(begun.authorizeUrl, other.username))).toMatchObject({
      refusal: { code: 'anotherAccount' },
    });
    expect(revocations().length - before).toBe(2);
    expect(await charity.account()).toMatchObject({ handle: charity.handle, state: 'connected' });
  });

  it('takes another account that was said to be one, and nothing goes out through the first any more', async () => {
    const charity = await gateway.aCharity();
    const other = { username: `n_${charity.handle.slice(2)}`, name: 'The new account' };
    gateway.sandbox.control.createAccount(other);
    await charity.connect();
    const accountId = newId<AccountId>();
    const begun = await charity.begin(accountId, true);
    expect(await charity.finish(await charity.sayYes(begun.authorizeUrl, other.username))).toMatchObject({
      value: { accountId, handle: other.username },
    });
    const prepared = await gateway.service.app
      .get(XAccount)
      .prepare(charity.charityId, charity.accountId, { text: 'Through the old one', mediaIds: [] });
    expect(prepared).toEqual({ outcome: 'waitForAccount' });
  });

  it('names its charity in the state, for the page that X sends people back to, and believes no other', async () => {
    const [charity, stranger] = [await gateway.aCharity(), await gateway.aCharity()];
    const back = await charity.sayYes((await charity.begin()).authorizeUrl);
    expect(charityOfState(back.state)).toBe(charity.charityId);
    const forged = back.state.replace(charity.charityId, stranger.charityId);
    for (const state of [forged, `${forged}.`, charity.charityId, `${charity.charityId}.`]) {
      for (const one of [charity, stranger]) {
        expect(await one.finish({ ...back, state })).toMatchObject({ refusal: { code: 'wrongState' } });
      }
    }
    expect(charityOfState('made-up')).toBeUndefined();
    expect((await charity.finish(back)).ok).toBe(true);
  });

  it('sends people back to its own page, whatever a request says', async () => {
    const charity = await gateway.aCharity();
    const elsewhere = { redirectUri: 'https://elsewhere.example/steal' };
    const { authorizeUrl, redirectUri } = await charity.begin(charity.accountId, false, elsewhere);
    expect(redirectUri).toBe('http://127.0.0.1:4000/account/connected');
    expect(new URL(authorizeUrl).searchParams.get('redirect_uri')).toBe(redirectUri);
  });

  it('explains every scope it asks for, and that it never asks for direct messages', async () => {
    const charity = await gateway.aCharity();
    const { scopes, redirectUri } = await charity.begin();
    const shown = await charity.succeed(listScopes, {}, { kind: 'anyone' });
    expect(shown.asked.map(({ scope }) => scope)).toEqual(scopes);
    expect(shown.never.map(({ scope }) => scope)).toEqual(['dm.read', 'dm.write']);
    expect(shown.redirectUri).toBe(redirectUri);
  });

  it('gives back a grant that has direct messages in it, and connects nothing', async () => {
    const charity = await gateway.aCharity();
    const { authorizeUrl } = await charity.begin();
    const more = authorizeUrl.replace('media.write', 'media.write%20dm.read');
    const before = revocations().length;
    expect(await charity.finish(await charity.sayYes(more))).toMatchObject({
      refusal: { code: 'missingScope', message: expect.stringContaining('direct messages') },
    });
    expect(revocations().length - before).toBe(2);
    expect(await charity.account()).toBeNull();
  });

  it('C1: keeps nothing in any table with which somebody could post', async () => {
    const charity = await gateway.aCharity();
    const { state } = await charity.begin();
    await charity.connect();
    const found = await gateway.service.app.get(AccountTokens).fresh(charity.charityId, charity.accountId);
    const accessToken = 'token' in found ? found.token.accessToken : '';
    expect(accessToken).not.toBe('');
    const rows = await gateway.database.inCharity(charity.charityId, async (tx) => [
      ...(await tx.query('SELECT account::text AS row FROM account')),
      ...(await tx.query('SELECT connection_attempt::text AS row FROM connection_attempt')),
      ...(await tx.query('SELECT outbox::text AS row FROM outbox')),
    ]);
    const dump = JSON.stringify(rows);
    for (const secret of ['baton-local-secret', state, accessToken]) {
      expect(dump).not.toContain(secret);
      expect(dump).not.toContain(Buffer.from(secret).toString('hex'));
    }
  });
});
