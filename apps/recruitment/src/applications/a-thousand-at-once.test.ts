import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { accepted } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

const people = 1_000;
const atOnce = 20;

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close(), 30_000);

it('a thousand people apply within a minute: each gets a clear answer, and none is lost or taken twice', async () => {
  const charity = await stage.aCharity();
  const forms = Array.from({ length: people }, (_, at) =>
    charity.form({ penName: `Person ${at}`, about: `This is what person ${at} tells about themself.` }),
  );
  const answers = new Map<string, string>();
  const waiting = forms.values();
  const began = Date.now();
  const workers = Array.from({ length: atOnce }, async () => {
    for (const form of waiting) {
      const answer = await charity.apply(form);
      answers.set(form.applicationId, answer.ok ? answer.value.state : answer.refusal.code);
    }
  });
  await Promise.all(workers);
  expect(Date.now() - began).toBeLessThan(60_000);
  expect(new Set(answers.values())).toEqual(new Set(['applied']));
  const kept = await stage.inCharity(charity.charityId, (tx) =>
    tx.query<{ id: string }>('SELECT application_id AS id FROM application'),
  );
  expect(kept.map(({ id }) => id).sort()).toEqual(forms.map(({ applicationId }) => applicationId).sort());
  const { calls } = accepted(
    await stage.call('list-calls', { charityId: charity.charityId }, charity.manager),
  );
  expect(calls[0]).toMatchObject({ applications: people, setAside: 0 });
}, 120_000);
