import { type ApplicationId, applicationMoves } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage, type CuratorOnStage } from '../rehearsal/charity-on-stage.js';
import { takeoverClosedOf, takeoverOpenedOf, takeoverScheduledTo } from '../rehearsal/facts-of-others.js';
import { Stage } from '../rehearsal/stage.js';
import { findApplication } from './application-row.js';
import { moveApplication } from './move-application.js';

describe('the way of an application', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity();
  });
  afterAll(() => stage.close());

  const stateOf = async (applicationId: ApplicationId) =>
    (await stage.inCharity(charity.charityId, (tx) => findApplication(tx, applicationId)))?.state;
  const movesOf = async (applicationId: ApplicationId) =>
    (await charity.facts())
      .filter(({ type, subject }) => type === 'baton.application.moved.v1' && subject === applicationId)
      .map(({ data }) => `${data['from']} → ${data['to']}`);
  const aReadyCurator = async (): Promise<CuratorOnStage> => {
    const curator = await charity.aCurator();
    accepted(await charity.agree(curator, await charity.agreement()));
    return curator;
  };

  it('is in the database what the contracts declare', async () => {
    const held = await stage.inCharity(charity.charityId, (tx) =>
      tx.query<{ move: string }>(`SELECT before || ' → ' || after AS move FROM declared_application_moves()`),
    );
    const declared = new Set(applicationMoves.map(({ from, to }) => `${from} → ${to}`));
    expect(new Set(held.map(({ move }) => move))).toEqual(declared);
  });

  it('cannot be left, whichever line of code tries', async () => {
    const form = charity.form();
    accepted(await charity.apply(form));
    const jump = stage.inCharity(charity.charityId, async (tx) => {
      const application = await findApplication(tx, form.applicationId, 'FOR UPDATE');
      if (application) await moveApplication(tx, application, 'alumni', { by: 'recruitment' });
    });
    await expect(jump).rejects.toMatchObject({ constraint: 'application_from_applied_to_alumni' });
    expect(await stateOf(form.applicationId)).toBe('applied');
  });

  it('goes from accepted to preparing when they first sign in, and tells each step once', async () => {
    const curator = await charity.aCurator();
    expect(await stateOf(curator.applicationId)).toBe('accepted');
    accepted(await charity.signIn(curator.email, await charity.codeFor(curator.email)));
    accepted(await charity.signIn(curator.email, await charity.codeFor(curator.email)));
    expect(await movesOf(curator.applicationId)).toEqual(['applied → accepted', 'accepted → preparing']);
  });

  it('follows the takeover: live while it is open, alumni afterwards, ready again when they book again', async () => {
    const { applicationId, curatorId } = await aReadyCurator();
    const takeoverId = newId<never>();
    await stage.hears(...takeoverOpenedOf(charity.charityId, curatorId, takeoverId));
    expect(await stateOf(applicationId)).toBe('live');
    await stage.hears(...takeoverClosedOf(charity.charityId, curatorId, takeoverId));
    expect(await stateOf(applicationId)).toBe('alumni');
    await stage.hears(
      ...takeoverScheduledTo(charity.charityId, curatorId, new Date(Date.now() + 86_400_000)),
    );
    expect(await stateOf(applicationId)).toBe('ready');
    const moves = await movesOf(applicationId);
    expect(moves.slice(-3)).toEqual(['ready → live', 'live → alumni', 'alumni → ready']);
  });

  it('leaves an alumnus who agrees to a new agreement an alumnus, and says so; without their consent they prepare', async () => {
    const curator = await aReadyCurator();
    const { applicationId, curatorId, caller } = curator;
    const takeoverId = newId<never>();
    await stage.hears(...takeoverOpenedOf(charity.charityId, curatorId, takeoverId));
    await stage.hears(...takeoverClosedOf(charity.charityId, curatorId, takeoverId));
    const { charityId } = charity;
    const newer = { charityId, text: 'A newer agreement, said in other words.' };
    const published = accepted(await stage.call('publish-agreement', newer, charity.manager));
    expect(await charity.agree(curator, published)).toMatchObject({ value: { state: 'alumni' } });
    const no = { charityId, channel: 'posting', pastPosts: 'keep' } as const;
    accepted(await stage.call('withdraw-consent', no, caller));
    expect(await stateOf(applicationId)).toBe('preparing');
  });

  it('counts each fact about an application on from the last', async () => {
    const { applicationId } = await aReadyCurator();
    const facts = (await charity.facts()).filter(({ subject }) => subject === applicationId);
    expect(facts.map(({ revision }) => revision)).toEqual(facts.map((_, at) => at + 1));
  });

  it('leaves whoever left where they are, whatever is heard of them afterwards', async () => {
    const curator = await aReadyCurator();
    const input = { charityId: charity.charityId, pastPosts: 'keep' } as const;
    accepted(await stage.call('leave', input, curator.caller));
    await stage.hears(...takeoverOpenedOf(charity.charityId, curator.curatorId, newId<never>()));
    expect(await stateOf(curator.applicationId)).toBe('left');
  });
});
