import {
  applyAboard,
  approveCharity,
  type CharityId,
  confirmAboard,
  declineCharity,
  listAboard,
  type OutputOf,
  platformId,
  type RequestOf,
  viewCharity,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ForgetOldAddresses } from '../people/forget-old-addresses.js';
import { GatewayOnStage, operatorToken } from '../rehearsal/gateway-on-stage.js';
import { AboardApplications } from './aboard-applications.js';

const hourMs = 3_600_000;
let gateway: GatewayOnStage;
beforeAll(async () => {
  gateway = await GatewayOnStage.open();
});
afterAll(() => gateway.close());
afterEach(() => gateway.database.shiftClock(0));

let count = 0;
type Asked = RequestOf<typeof applyAboard> & { charityId: CharityId };

/** An application like no other. */
function anApplication(more: Partial<Asked> = {}): Asked {
  count += 1;
  return {
    charityId: newId<CharityId>(),
    name: `Charity ${'abcdefghjkmnpqrtuvwxyz'[count % 22]} of ${count > 21 ? 'north' : 'south'}`,
    slug: `charity-${count}`,
    zone: 'Europe/London',
    registrationNumber: '1139257',
    contactEmail: `contact@charity-${count}.example`,
    ...more,
  };
}

const tokenIn = (text = ''): string => /\/aboard\/confirm\?token=(\S+)/.exec(text)?.[1] ?? '';
const confirm = (token: string) => gateway.call(confirmAboard, { token });
const approve = (charityId: CharityId, slug?: string) =>
  gateway.call(approveCharity, { charityId, ...(slug ? { slug } : {}) }, operatorToken);

/** Applies and reads the link's token from the mail. */
async function apply(asked: Asked): Promise<string> {
  expect(await gateway.call(applyAboard, asked)).toMatchObject({
    status: 200,
    body: { next: 'checkYourMail' },
  });
  return tokenIn((await gateway.post.textsFor(String(asked.contactEmail))).at(-1));
}
async function applyAndConfirm(asked: Asked): Promise<void> {
  expect(await confirm(await apply(asked))).toMatchObject({ body: { state: 'waiting' } });
}
type Waiting = OutputOf<typeof listAboard>['waiting'][number];
async function waiting(charityId: unknown): Promise<Waiting | undefined> {
  const { body } = await gateway.call(listAboard, {}, operatorToken);
  return listAboard.output.parse(body).waiting.find((each) => each.charityId === charityId);
}
const isAboard = async (charityId: CharityId) =>
  (await gateway.call(viewCharity, { charityId })).status === 200;

describe('coming aboard', () => {
  it('takes a link from the mail and a person who says yes; then the contact is the owner', async () => {
    const asked = anApplication();
    const token = await apply(asked);
    expect(await waiting(asked.charityId)).toBeUndefined();
    expect(await confirm(token)).toMatchObject({ status: 200, body: { name: asked.name, state: 'waiting' } });
    expect(await waiting(asked.charityId)).toMatchObject({
      contactEmail: asked.contactEmail,
      looksLike: [],
      numberLooksOdd: false,
    });
    expect(await isAboard(asked.charityId)).toBe(false);
    expect(await approve(asked.charityId)).toMatchObject({ status: 200, body: { slug: asked.slug } });
    expect(await isAboard(asked.charityId)).toBe(true);
    expect((await gateway.post.textsFor(String(asked.contactEmail), 2)).at(-1)).toContain('/sign-in');
    const team = await gateway.inCharity(asked.charityId, (tx) => tx.query('SELECT role FROM member'));
    expect(team).toEqual([{ role: 'owner' }]);
  });

  it('approved twice, by two people at once and again later, happens once', async () => {
    const asked = anApplication();
    await applyAndConfirm(asked);
    const answers = [
      ...(await Promise.all([approve(asked.charityId), approve(asked.charityId)])),
      await approve(asked.charityId),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const team = await gateway.inCharity(asked.charityId, (tx) => tx.query('SELECT role FROM member'));
    expect(team).toHaveLength(1);
  });

  it('approved and declined at once is one of the two, and nobody gets a no who is aboard', async () => {
    for (let round = 0; round < 5; round++) {
      const asked = anApplication();
      const { charityId } = asked;
      await applyAndConfirm(asked);
      const [yes, no] = await Promise.all([
        approve(charityId),
        gateway.call(declineCharity, { charityId, reason: 'Not this time, we are sorry.' }, operatorToken),
      ]);
      expect([yes.status, no.status].toSorted()).toEqual([200, 409]);
      expect(await isAboard(charityId)).toBe(yes.status === 200);
      const [, decision = ''] = await gateway.post.textsFor(String(asked.contactEmail), 2);
      expect(decision.includes('the answer is no')).toBe(no.status === 200);
    }
  });

  it('declined with a reason: it is in the mail, and what was asked for is forgotten', async () => {
    const asked = anApplication();
    await applyAndConfirm(asked);
    const reason = 'We take charities registered in the United Kingdom only.';
    const { charityId } = asked;
    for (const _ of ['once', 'again']) {
      const answer = await gateway.call(declineCharity, { charityId, reason }, operatorToken);
      expect(answer).toMatchObject({ status: 200 });
    }
    const texts = await gateway.post.textsFor(String(asked.contactEmail), 2);
    expect(texts.filter((text) => text.includes(reason))).toHaveLength(1);
    const rows = await gateway.inCharity(platformId, (tx) =>
      tx.query('SELECT contact_sealed FROM aboard_application WHERE application_id = $1', [charityId]),
    );
    expect(rows).toEqual([{ contact_sealed: null }]);
    expect(await approve(charityId)).toMatchObject({
      status: 409,
      body: { refusal: { code: 'decidedAlready' } },
    });
    expect(await isAboard(charityId)).toBe(false);
  });

  it('where the installation is the charity’s own, needs nobody, except for a name that looks like another’s', async () => {
    const own = await GatewayOnStage.open({ APPROVE_CHARITIES: 'at-once' });
    try {
      const first = anApplication({ name: 'Shine MS', slug: 'shine-ms' });
      const second = anApplication({ name: 'Shine M5', slug: 'other-one' });
      const states: unknown[] = [];
      for (const asked of [first, second]) {
        await own.call(applyAboard, asked);
        const [text] = await own.post.textsFor(String(asked.contactEmail));
        states.push((await own.call(confirmAboard, { token: tokenIn(text) })).body['state']);
      }
      expect(states).toEqual(['aboard', 'waiting']);
    } finally {
      await own.close();
    }
  });
});

describe('what an operator is told to look at twice', () => {
  it('two names that look the same and both wait', async () => {
    const [one, other] = [anApplication({ name: 'Morning Star' }), anApplication({ name: 'Mornlng 5tar' })];
    await applyAndConfirm(one);
    await applyAndConfirm(other);
    expect(await waiting(one.charityId)).toMatchObject({ looksLike: ['Mornlng 5tar'] });
  });

  it('a name that looks like a charity’s aboard', async () => {
    const { charityId, name } = anApplication();
    await gateway.aCharity('kindly');
    const asked = anApplication({ charityId, name: 'The Kind1y charity' });
    await applyAndConfirm(asked);
    expect(await waiting(charityId)).toMatchObject({ looksLike: ['The kindly charity'] });
    expect(name).not.toBe('');
  });

  it('a registration number of no shape its country knows', async () => {
    const asked = anApplication({ registrationNumber: 'ABC 12' });
    await applyAndConfirm(asked);
    expect(await waiting(asked.charityId)).toMatchObject({ numberLooksOdd: true });
  });
});

describe('a link to confirm', () => {
  const refused = { status: 410, body: { refusal: { code: 'wrongLink' } } };

  it('does nothing when it is only opened, as a mail scanner does', async () => {
    const asked = anApplication();
    const token = await apply(asked);
    for (const method of ['GET', 'HEAD']) {
      expect((await gateway.ask(`/aboard/confirm?token=${token}`, { method })).status).toBe(200);
    }
    expect(await waiting(asked.charityId)).toBeUndefined();
  });

  it('forged is refused in one sentence, and changes nothing', async () => {
    await apply(anApplication());
    expect(await confirm('A'.repeat(43))).toMatchObject(refused);
    expect(await gateway.call(confirmAboard, { token: 'short' })).toMatchObject({ status: 400 });
  });

  it('older than a day works no more, and what was typed is forgotten within the hour', async () => {
    const asked = anApplication();
    const token = await apply(asked);
    await gateway.database.shiftClock(24 * hourMs + 1_000);
    expect(await confirm(token)).toMatchObject(refused);
    await gateway.app.get(ForgetOldAddresses).forget();
    const rows = await gateway.inCharity(platformId, (tx) =>
      tx.query('SELECT FROM aboard_application WHERE application_id = $1', [asked.charityId]),
    );
    expect(rows).toEqual([]);
  });

  it('says the same again until somebody has decided, and nothing after', async () => {
    const asked = anApplication();
    const token = await apply(asked);
    await confirm(token);
    expect(await confirm(token)).toMatchObject({ status: 200, body: { state: 'waiting' } });
    await approve(asked.charityId);
    expect(await confirm(token)).toMatchObject(refused);
  });
});

describe('asking to come aboard', () => {
  it.each(['sign-in', 'baton', 'api'])('under Baton’s own name %s is refused', async (slug) => {
    const answer = await gateway.call(applyAboard, anApplication({ slug }));
    expect(answer).toMatchObject({ status: 409, body: { refusal: { code: 'slugTaken' } } });
  });

  it('under a short name that was taken meanwhile waits for the operator to choose another', async () => {
    const [one, other] = [anApplication(), anApplication()];
    const late = { ...other, slug: one.slug };
    await applyAndConfirm(one);
    await applyAndConfirm(late);
    await approve(one.charityId);
    expect(await approve(late.charityId)).toMatchObject({
      status: 409,
      body: { refusal: { code: 'slugTaken' } },
    });
    expect(await approve(late.charityId, 'another-name')).toMatchObject({ body: { slug: 'another-name' } });
  });

  it('A2: is answered the same, whether the address is a person’s already, or the application was sent before', async () => {
    const { ownerEmail } = await gateway.aCharity('known-address');
    const asked = anApplication();
    const answers = [
      await gateway.call(applyAboard, anApplication({ contactEmail: ownerEmail })),
      await gateway.call(applyAboard, asked),
      await gateway.call(applyAboard, { ...asked, name: 'Something else' }),
    ];
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(await gateway.post.textsFor(String(asked.contactEmail))).toHaveLength(1);
  });

  it('A3: mails one address three times a day, also if asked all at once, and answers as ever', async () => {
    const contactEmail = 'everybodys@target.example';
    const many = Array.from({ length: 8 }, () => anApplication({ contactEmail }));
    const answers = await Promise.all(many.map((asked) => gateway.call(applyAboard, asked)));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    const fingerprint = await gateway.app.get(AboardApplications).fingerprint(contactEmail);
    const rows = await gateway.inCharity(platformId, (tx) =>
      tx.query('SELECT FROM aboard_application WHERE contact_fingerprint = $1', [fingerprint]),
    );
    expect(rows).toHaveLength(3);
  });

  it('mails no word that a stranger typed to an address nobody has proved', async () => {
    const asked = anApplication({ name: 'Buy at cheap pills dot example' });
    await apply(asked);
    expect((await gateway.post.textsFor(String(asked.contactEmail))).join()).not.toContain('pills');
  });

  it.each(['Shine\nMS', 'Shine \u202eSM'])(
    'under a name with what cannot be seen in it (%j) is refused',
    async (name) => {
      expect(await gateway.call(applyAboard, anApplication({ name }))).toMatchObject({ status: 400 });
    },
  );

  it('by hand keeps all that was typed where something is wrong, and says what', async () => {
    const form = new URLSearchParams({
      name: '<b>Bold</b>',
      slug: 'Not A Slug',
      zone: 'Mars/Phobos',
      contactEmail: 'nowhere',
    });
    const answer = await gateway.ask('/aboard', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
      body: form,
    });
    expect(answer.status).toBe(422);
    for (const kept of [
      '&lt;b&gt;Bold&lt;/b&gt;',
      'Not A Slug',
      'nowhere',
      'must be a time zone',
      'e-mail address',
    ]) {
      expect(answer.text).toContain(kept);
    }
  });

  it('by hand works from the form to the confirmed address', async () => {
    const { text } = await gateway.ask('/aboard');
    const charityId = /name="charityId" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const asked = anApplication({ charityId: charityId as CharityId });
    const post = (path: string, form: Record<string, string>) =>
      gateway.ask(path, {
        method: 'POST',
        headers: { 'sec-fetch-site': 'same-origin' },
        body: new URLSearchParams(form),
      });
    expect((await post('/aboard', { ...asked } as Record<string, string>)).text).toContain(
      'Look in your mail',
    );
    const token = tokenIn((await gateway.post.textsFor(String(asked.contactEmail))).at(-1));
    expect((await post('/aboard/confirm', { token })).text).toContain('Your address is confirmed');
    expect(await waiting(charityId)).toMatchObject({ name: asked.name });
  });
});
