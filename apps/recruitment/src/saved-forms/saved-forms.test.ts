import { type RequestOf, type SavedFormId, savedFormDays, type saveForm } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { searchEverywhere } from '../rehearsal/search-everywhere.js';
import { Stage } from '../rehearsal/stage.js';

const anyone = { kind: 'anyone' } as const;
const content = { about: 'My relapse began on a Tuesday', 'a.pets': ['cat', 'dog'] };

describe('a form that is saved', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity();
  });
  afterAll(() => stage.close());

  const save = (more: Partial<RequestOf<typeof saveForm>> = {}) => {
    const { charityId, callId } = charity;
    const form = { charityId, callId, savedFormId: newId<SavedFormId>(), content, ...more };
    return stage.call('save-form', form, anyone);
  };
  const open = (token: string, charityId = charity.charityId) =>
    stage.call('open-saved-form', { charityId, token }, anyone);

  it('is there again for whoever has its link, and for nobody else', async () => {
    const { token } = accepted(await save());
    expect(accepted(await open(token))).toMatchObject({ content, callId: charity.callId });
    const other = await stage.aCharity();
    for (const answer of [await open('x'.repeat(43)), await open(token, other.charityId)])
      expect(answer).toMatchObject({ refusal: { code: 'linkGone' } });
  });

  it('is the same form when it is saved again, and is written over only by whoever has its token', async () => {
    const savedFormId = newId<SavedFormId>();
    const { token } = accepted(await save({ savedFormId }));
    expect(accepted(await save({ savedFormId })).token).toBe(token);
    const other = { ...content, about: 'It was a Wednesday' };
    expect(await save({ savedFormId, content: other })).toMatchObject({ refusal: { code: 'idReused' } });
    expect(accepted(await save({ savedFormId, content: other, token })).token).toBe(token);
    expect(accepted(await open(token)).content).toEqual(other);
  });

  it('is gone once it was sent, thrown away, or left for 30 days, and each says the same', async () => {
    const [sent, thrown, left] = [accepted(await save()), accepted(await save()), accepted(await save())];
    accepted(await charity.apply(charity.form({ savedForm: sent.token })));
    const { charityId } = charity;
    const discard = { charityId, token: thrown.token };
    accepted(await stage.call('discard-saved-form', discard, anyone));
    accepted(await stage.call('discard-saved-form', discard, anyone));
    await stage.database.shiftClock(savedFormDays * 86_400_000 + 1000);
    const answers = await Promise.all([sent, thrown, left].map(({ token }) => open(token)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ refusal: { code: 'linkGone' } });
    await stage.carryOutRetention();
    const keys = await stage.inCharity(charityId, (tx) =>
      tx.query(`SELECT owner FROM data_key WHERE charity_id = $1 AND owner LIKE 'savedForm:%'`, [charityId]),
    );
    const rows = await stage.inCharity(charityId, (tx) => tx.query('SELECT saved_form_id FROM saved_form'));
    expect([keys, rows]).toEqual([[], []]);
  });

  it('is gone when its person turns out to be too young: nothing they typed is kept', async () => {
    const { token } = accepted(await save());
    const tooYoung = await charity.apply(charity.form({ savedForm: token, ofAge: false }));
    expect(tooYoung).toMatchObject({ refusal: { code: 'tooYoung' } });
    expect(await open(token)).toMatchObject({ refusal: { code: 'linkGone' } });
  });

  it('is thrown away by its own id as well, by the page that saved it', async () => {
    const { savedFormId, token } = accepted(await save());
    const { charityId } = charity;
    accepted(await stage.call('discard-saved-form', { charityId, savedFormId }, anyone));
    expect(await open(token)).toMatchObject({ refusal: { code: 'linkGone' } });
  });

  it('mails its link to an address that nobody has proved, without a word that was typed, and no more than three times a day', async () => {
    const email = `save.${newId()}@example.org`;
    const answers = [];
    for (let at = 0; at < 5; at += 1) answers.push(accepted(await save({ email })));
    expect(new Set(answers.map((answer) => Object.keys(answer).join())).size).toBe(1);
    const mails = await charity.mailsTo(email);
    expect(mails).toHaveLength(3);
    expect(mails[0]?.text).not.toMatch(/relapse|Tuesday|cat/);
    const token = /saved\?token=(\S+)/.exec(mails[0]?.text ?? '')?.[1] ?? '';
    expect(accepted(await open(token)).content).toEqual(content);
    await stage.database.shiftClock(savedFormDays * 86_400_000 + 90_000_000);
    accepted(await save({ email }));
    expect(await charity.mailsTo(email)).toHaveLength(4);
  });

  it('mails nothing once it was thrown away', async () => {
    const email = `thrown.${newId()}@example.org`;
    const { token } = accepted(await save({ email }));
    accepted(await stage.call('discard-saved-form', { charityId: charity.charityId, token }, anyone));
    expect(await charity.mailsTo(email)).toEqual([]);
  });

  it('P3: lies where nobody can read it, and neither can its address or its link', async () => {
    const email = `secret.${newId()}@example.org`;
    const { token } = accepted(await save({ email, content: { about: 'Adelheid and the steroids' } }));
    const { foundIn } = await searchEverywhere(stage, [email, token, 'Adelheid and the steroids']);
    expect(foundIn).toEqual([]);
  });

  it('that is larger than 120 kB is told so', async () => {
    const long = await save({ content: { about: 'x'.repeat(130_000) } });
    expect(long).toMatchObject({ refusal: { code: 'badInput', details: [{ field: 'content' }] } });
  });
});
