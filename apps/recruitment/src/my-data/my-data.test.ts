import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  accepted,
  anybody,
  type CharityOnStage,
  type CuratorOnStage,
} from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

describe('a person’s own page', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity();
  });
  afterAll(() => stage.close());

  const own = () => ({ charityId: charity.charityId });
  const view = async ({ caller }: CuratorOnStage) =>
    accepted(await stage.call('view-my-data', own(), caller));
  const correct = (curator: CuratorOnStage, to: { name?: string; phone?: string; email?: string }) =>
    stage.call('correct-my-data', { ...own(), ...to }, curator.caller);
  const confirm = ({ caller }: CuratorOnStage, code: string) =>
    stage.call('confirm-my-address', { ...own(), code }, caller);
  const codeAt = async (email: string) =>
    (await charity.mailsTo(email)).flatMap(({ text }) => /^ {4}(\d{8})$/m.exec(text)?.[1] ?? []).at(-1) ?? '';

  it('shows who they are, and what is held, why and for how long; looking is written down', async () => {
    const person = { ...anybody(), phone: '07700 900473' };
    const curator = await charity.aCurator({ person });
    const page = await view(curator);
    expect(page).toMatchObject({ person, penName: 'Robin', state: 'accepted' });
    expect(page.held.map(({ kind }) => kind)).toContain('identity');
    const { openings } = accepted(await stage.call('list-vault-openings', own(), curator.caller));
    // Among them: a mail that is written at this moment is an opening as well.
    expect(openings).toContainEqual(
      expect.objectContaining({ by: `curator ${curator.curatorId}`, purpose: 'own page' }),
    );
  });

  it('can be downloaded with everything in it, and the audit knows that it was', async () => {
    const curator = await charity.aCurator({ about: 'Green smoothies.' });
    const agreement = await charity.agreement();
    await charity.agree(curator, agreement);
    const all = accepted(await stage.call('download-my-data', own(), curator.caller));
    expect(all).toMatchObject({
      person: { email: curator.email },
      application: { about: 'Green smoothies.', curatorId: curator.curatorId },
      agreements: [{ version: 1, text: agreement.text }],
      consents: [{ channel: 'posting', said: 'yes', text: 'We keep you safe.' }],
    });
    expect(all.mails.map(({ letter }) => letter)).toEqual([
      'applicationReceived',
      'applicationAccepted',
      'notBegunYet',
      'listIsOpen',
      'youAreReady',
    ]);
    expect(all.openings.length).toBeGreaterThan(0);
    expect(await charity.audited('identity.downloaded')).toHaveLength(1);
  });

  it('lets name and phone be put right at once', async () => {
    const curator = await charity.aCurator({ person: { ...anybody(), phone: '1' } });
    expect(await correct(curator, { name: 'Ada King', phone: '' })).toMatchObject({
      value: { next: 'done' },
    });
    expect((await view(curator)).person).toEqual({ name: 'Ada King', email: curator.email, phone: null });
  });

  it('takes a new address only by the code that was mailed there, and signs in by it from then on', async () => {
    const curator = await charity.aCurator();
    const { email } = anybody();
    expect(await correct(curator, { email })).toMatchObject({ value: { next: 'confirmAddress' } });
    const code = await codeAt(email);
    expect((await view(curator)).person.email).toBe(curator.email);
    expect(await confirm(curator, '00000000')).toMatchObject({ refusal: { code: 'wrongCode' } });
    expect(await confirm(curator, code)).toMatchObject({ value: { next: 'done' } });
    expect((await view(curator)).person.email).toBe(email);
    const { curatorId } = curator;
    expect(await charity.signIn(email, await charity.codeFor(email))).toMatchObject({ value: { curatorId } });
    expect(await confirm(curator, code)).toMatchObject({ refusal: { code: 'wrongCode' } });
  });

  it('does not take the address of somebody else, and does not tell that it is one', async () => {
    const [robin, kim] = [await charity.aCurator(), await charity.aCurator()];
    expect(await correct(robin, { email: kim.email })).toMatchObject({ value: { next: 'confirmAddress' } });
    expect(await confirm(robin, await codeAt(kim.email))).toMatchObject({ refusal: { code: 'wrongCode' } });
    expect((await view(robin)).person.email).toBe(robin.email);
  });

  it('ends a code for a new address after five wrong tries', async () => {
    const curator = await charity.aCurator();
    const { email } = anybody();
    await correct(curator, { email });
    const code = await codeAt(email);
    const wrong = String((Number(code) + 1) % 100_000_000).padStart(8, '0');
    for (let tries = 0; tries < 5; tries += 1) await confirm(curator, wrong);
    expect(await confirm(curator, code)).toMatchObject({ refusal: { code: 'wrongCode' } });
  });
});
