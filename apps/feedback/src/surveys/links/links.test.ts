import { createHash, randomBytes } from 'node:crypto';
import type { Caller } from '@baton/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  accepted,
  type CharityOnStage,
  type CuratorOnStage,
  type Survey,
} from '../../rehearsal/charity-on-stage.js';
import { Stage } from '../../rehearsal/stage.js';

const anyone: Caller = { kind: 'anyone' };
const linkOver = { refusal: { code: 'linkOver' } };
const dayMs = 86_400_000;

describe('a link to a survey', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity();
  });
  afterEach(() => stage.database.shiftClock(0));
  afterAll(() => stage.close());

  const mailed = async (survey: Survey, curator: CuratorOnStage): Promise<string> => {
    const token = randomBytes(32).toString('base64url');
    await charity.isMailed(curator, survey, createHash('sha256').update(token).digest('hex'));
    return token;
  };
  const aLink = async () => {
    const { curator, survey } = await charity.anAskedCurator();
    return { curator, survey, token: await mailed(survey, curator) };
  };
  const view = (token: string, where = charity) =>
    stage.call('view-survey-by-link', { charityId: where.charityId, token }, anyone);
  const save = (token: string, key: string, answer: string | null, where = charity) =>
    stage.call('save-survey-answer-by-link', { charityId: where.charityId, token, key, answer }, anyone);
  const finish = (token: string, where = charity) =>
    stage.call('finish-survey-by-link', { charityId: where.charityId, token }, anyone);

  it('opens it, saves and sends it off without signing in; both ways in lead to the same survey', async () => {
    const { curator, survey, token } = await aLink();
    accepted(await save(token, 'direct', 'hardlyEver'));
    expect(accepted(await charity.view(survey, curator)).given).toMatchObject([{ answer: 'hardlyEver' }]);
    expect(accepted(await view(token)).given).toHaveLength(1);
    const first = await finish(token);
    expect(first).toMatchObject({ ok: true, value: { survey: { state: 'answered' } } });
    expect(await finish(token)).toEqual(first);
    expect(await charity.finish(survey, curator)).toEqual(first);
  });

  it('offers help to whoever sends it off, and tells nobody who comes later that there was a reason', async () => {
    const { curator, survey, token } = await aLink();
    accepted(await save(token, 'words', 'I want to kill myself tonight.'));
    expect(await finish(token)).toMatchObject({ value: { needsHelp: true } });
    expect(await finish(token)).toMatchObject({ value: { needsHelp: false } });
    expect(await charity.finish(survey, curator)).toMatchObject({ value: { needsHelp: false } });
  });

  it('shows nothing of who they are, and nothing of what was answered once it is sent off', async () => {
    const { curator, token } = await aLink();
    accepted(await save(token, 'words', 'Only between us.'));
    accepted(await finish(token));
    const shown = JSON.stringify(accepted(await view(token)));
    expect(shown).not.toContain('Only between us');
    expect(shown).not.toContain(curator.curatorId);
  });

  it('opens one survey alone: not that of somebody else, nor of another charity, in the same words as one that never was', async () => {
    const { token } = await aLink();
    const never = await view('A'.repeat(43));
    expect(never).toMatchObject(linkOver);
    expect(await view(token, await stage.aCharity())).toEqual(never);
    expect(await save('A'.repeat(43), 'direct', 'never')).toMatchObject(linkOver);
    expect(await finish('A'.repeat(43))).toMatchObject(linkOver);
    const other = await charity.anAskedCurator();
    expect(await view(await mailed(other.survey, charity.aCurator()))).toEqual(never);
  });

  it('says kindly that its time is over, and opens nothing once its curator has taken back their consent', async () => {
    const { curator, token } = await aLink();
    await stage.database.shiftClock(29 * dayMs);
    expect(accepted(await view(token))).toMatchObject({ survey: { state: 'over' }, given: [] });
    expect(await save(token, 'direct', 'never')).toMatchObject({
      refusal: { code: 'surveyOver', message: expect.stringContaining('nothing you need to do') },
    });
    await stage.database.shiftClock(0);
    await charity.takesBack(curator, 'posting');
    expect(await view(token)).toMatchObject(linkOver);
  });

  it('is kept as a hash alone', async () => {
    const { token } = await aLink();
    const stored = await stage.inCharity(charity.charityId, (tx) =>
      tx.query('SELECT l::text FROM survey_link l'),
    );
    expect(JSON.stringify(stored)).not.toContain(token);
    expect(JSON.stringify(stored)).not.toContain(Buffer.from(token).toString('hex'));
  });
});
