import {
  type CharityId,
  type InvitationId,
  inviteMember,
  listSlots,
  requestStaffSignIn,
  submitPosts,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, GatewayOnStage, operatorToken } from '../rehearsal/gateway-on-stage.js';

let gateway: GatewayOnStage;
let charityId: CharityId;
beforeAll(async () => {
  gateway = await GatewayOnStage.open();
  ({ charityId } = await gateway.aCharity('door'));
});
afterAll(() => gateway.close());

const post = (body: string | Buffer, type = 'application/json') =>
  gateway.ask(`/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': type },
    body,
  });

/** One refusal in words a person can act on, and nothing of the machine behind it. */
function expectPlainWords(answer: Answer, status: number, code: string): void {
  expect(answer).toMatchObject({ status, body: { refusal: { code } } });
  expect(answer.body.refusal?.message).toMatch(/^[A-Z].*\.$/s);
  expect(answer.text).not.toMatch(/\bat .*:\d+|node_modules|Error\b|FST_|stack/);
}

describe('what cannot be read is refused in plain words', () => {
  it.each([
    ['JSON that breaks off', '{"email":'],
    ['an array', '[{"email":"ada@example.org"}]'],
    ['a bare string', '"ada@example.org"'],
    ['a number', '7'],
    ['nothing at all', ''],
    ['a key that would reach a prototype', '{"__proto__":{"role":"owner"}}'],
    ['no address where one belongs', '{"email":{"$ne":null}}'],
  ])('%s', async (_, body) => expectPlainWords(await post(body), 400, 'badInput'));

  it('bytes that are no UTF-8, instead of changing them silently', async () => {
    const halfOfACharacter = Buffer.from([0xed, 0xa0, 0x80]);
    const body = Buffer.concat([
      Buffer.from('{"email":"ada'),
      halfOfACharacter,
      Buffer.from('@example.org"}'),
    ]);
    const answer = await post(body);
    expectPlainWords(answer, 400, 'badInput');
    expect(answer.body.refusal?.message).toMatch(/broken character/);
  });

  it('half of a character, told by its number, is carried on as it is for the service to refuse', async () => {
    const token = await gateway.aCuratorsSession(charityId);
    const path = submitPosts.path.replace('{charityId}', charityId).replace('{takeoverId}', newId());
    gateway.asked.length = 0;
    await gateway.ask(`/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: '{"posts":[{"text":"\\ud800"}]}',
    });
    expect(gateway.asked).toMatchObject([{ posts: [{ text: '\ud800' }] }]);
  });

  it('a body of two megabytes', async () => {
    expectPlainWords(await post(JSON.stringify({ email: 'x'.repeat(2_000_000) })), 413, 'tooLarge');
  });

  it.each(['application/xml', 'text/plain', 'multipart/form-data; boundary=x', 'nonsense'])(
    'a body of the type %s',
    async (type) => expectPlainWords(await post('{"email":"ada@example.org"}', type), 400, 'badInput'),
  );

  it.each(['/api/charities/%2e%2e/on-air', '/api/charities/not-a-uuid', '/api/..%2fmanager'])(
    'the address %s',
    async (path) => {
      const answer = await gateway.ask(path);
      expect([400, 404, 503]).toContain(answer.status);
      expect(answer.body.refusal?.message).toMatch(/\.$/);
    },
  );

  it.each(['/%zz', '/api/charities/%c0%ae', '/api/%E0%A4%A'])('the address %s, which is none', async (path) =>
    expectPlainWords(await gateway.ask(path), 400, 'badInput'),
  );

  it.each([
    ['arrays', '[', ']'],
    ['objects', '{"a":', '}'],
  ])('a body of %s a hundred thousand deep', async (_, open, close) => {
    const deep = `${open.repeat(100_000)}1${close.repeat(100_000)}`;
    expectPlainWords(await post(`{"email":${deep}}`), 400, 'badInput');
  });

  it('a body with a hundred thousand fields nobody asked for, next to the right one, is only its right one', async () => {
    const fields = Array.from({ length: 50_000 }, (_, at) => `"f${at}":1`).join();
    expect(await post(`{"email":"ada@example.org",${fields}}`)).toMatchObject({ status: 200 });
  });

  it('a field is named with what is wrong about it', async () => {
    const answer = await gateway.call(requestStaffSignIn, { charityId, email: 'ada' });
    expectPlainWords(answer, 400, 'badInput');
    expect(answer.body.refusal?.details).toEqual([
      { field: 'email', problem: expect.stringMatching(/e-mail address/) },
    ]);
  });
});

describe('what the guard has judged is what the service gets', () => {
  it('the charity of the path wins over one in the body', async () => {
    const theirs = await gateway.aCharity('door-two');
    const invitationId = newId<InvitationId>();
    const path = `/api${inviteMember.path.replace('{charityId}', charityId)}`;
    const email = 'hanya@door.example';
    const { status } = await gateway.ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${operatorToken}` },
      body: JSON.stringify({ charityId: theirs.charityId, invitationId, email, role: 'manager' }),
    });
    expect(status).toBe(200);
    const find = (where: CharityId) =>
      gateway.inCharity(where, (tx) =>
        tx.query('SELECT FROM invitation WHERE invitation_id = $1', [invitationId]),
      );
    expect([await find(charityId), await find(theirs.charityId)].map(({ length }) => length)).toEqual([1, 0]);
  });

  it('the charity of the path wins over any in the query, and a key given twice is judged as what it is', async () => {
    const token = await gateway.aCuratorsSession(charityId);
    const theirs = newId<CharityId>();
    const path = listSlots.path.replace('{charityId}', charityId);
    const query = `?charityId=${theirs}&charityId=${theirs}&state=free&state=booked`;
    gateway.asked.length = 0;
    await gateway.ask(`/api${path}${query}`, { headers: { authorization: `Bearer ${token}` } });
    expect(gateway.asked).toEqual([{ charityId, state: ['free', 'booked'] }]);
    expect(listSlots.input.safeParse(gateway.asked[0]).success).toBe(false);
  });
});
