import { expect, it } from '@jest/globals';
import { accepted } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

const people = 1_000;
const atOnce = 20;

it('a thousand people apply within a minute: each gets a clear answer, none is lost, none twice, and places hold', async () => {
  const stage = await Stage.open();
  const charity = await stage.aCharity();
  const { callId } = await charity.anotherCall({ capacity: 900 });
  const forms = Array.from({ length: people }, (_, at) =>
    charity.form({
      callId,
      penName: `Person ${at}`,
      about: `This is what person ${at} tells about themself.`,
    }),
  );
  const answers = new Map<string, Awaited<ReturnType<typeof charity.apply>>>();
  const waiting = forms.values();
  const began = Date.now();
  const workers = Array.from({ length: atOnce }, async () => {
    for (const form of waiting) answers.set(form.applicationId, await charity.apply(form));
  });
  await Promise.all(workers);
  expect(Date.now() - began).toBeLessThan(60_000);
  const codes = [...answers.values()].map((answer) => (answer.ok ? answer.value.state : answer.refusal.code));
  expect(codes.filter((code) => code === 'applied')).toHaveLength(900);
  expect(codes.filter((code) => code === 'callFull')).toHaveLength(100);
  const kept = await stage.inCharity(charity.charityId, (tx) =>
    tx.query<{ id: string }>('SELECT application_id AS id FROM application'),
  );
  const taken = forms.filter(({ applicationId }) => answers.get(applicationId)?.ok);
  expect(kept.map(({ id }) => id).sort()).toEqual(taken.map(({ applicationId }) => applicationId).sort());
  const { calls } = accepted(
    await stage.call('list-calls', { charityId: charity.charityId }, charity.manager),
  );
  expect(calls[0]).toMatchObject({ state: 'full', applications: 900, setAside: 0 });
  await stage.close();
}, 120_000);
