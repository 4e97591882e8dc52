import { mkdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import type { PastPosts } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  accepted,
  anybody,
  type CharityOnStage,
  type CuratorOnStage,
} from '../rehearsal/charity-on-stage.js';
import { holdsAny, searchEverywhere } from '../rehearsal/search-everywhere.js';
import { Stage } from '../rehearsal/stage.js';

describe('leaving', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity();
  });
  afterAll(() => stage.close());

  const leave = ({ caller }: CuratorOnStage, pastPosts: PastPosts = 'keep') =>
    stage.call('leave', { charityId: charity.charityId, pastPosts }, caller);
  const keysOf = ({ applicationId }: { applicationId: string }) =>
    stage.inCharity(charity.charityId, (tx) =>
      tx.query('SELECT owner FROM data_key WHERE owner = $1', [`person:${applicationId}`]),
    );
  const farewells = async ({ curatorId }: CuratorOnStage) =>
    (await charity.facts()).filter(
      ({ type, subject }) => type === 'baton.curator.left.v1' && subject === curatorId,
    );

  it('P5, C3: erases at once: the key is shredded, and nothing that was sealed opens for anybody', async () => {
    const curator = await charity.aCurator({ about: 'My relapse began on a night bus.' });
    expect(await leave(curator, 'delete')).toEqual({ ok: true, value: { state: 'left' } });
    expect(await keysOf(curator)).toEqual([]);
    const input = { charityId: charity.charityId, curatorId: curator.curatorId };
    const reveal = { ...input, reason: 'contact', purpose: 'To send a card.' } as const;
    for (const asked of [
      stage.call('reveal-identity', reveal, charity.manager),
      stage.call('view-my-data', input, curator.caller),
      stage.call('download-my-data', input, curator.caller),
      stage.call('view-me', input, curator.caller),
    ])
      expect(await asked).toMatchObject({ refusal: { code: 'notFound' } });
    expect((await charity.applications()).map(({ applicationId }) => applicationId)).not.toContain(
      curator.applicationId,
    );
  });

  it('P5: leaves no name, address or word in any table or fact, and no person in the ledger', async () => {
    const person = { ...anybody(), name: 'Adelheid Zwetschgenbaum', phone: '07700 900473' };
    const curator = await charity.aCurator({ person, about: 'Green smoothies.' });
    await leave(curator);
    const secrets = [person.name, person.email, person.phone, 'Green smoothies.'];
    expect((await searchEverywhere(stage, secrets)).foundIn).toEqual([]);
    const ledger = await readFile(stage.ledger, 'utf8');
    expect(ledger).toContain(curator.applicationId);
    expect(holdsAny([...secrets, 'Robin'])(ledger)).toBe(false);
  });

  it('tells the other services once, with the wish for past posts, and the audit by pseudonym', async () => {
    const curator = await charity.aCurator();
    await Promise.all([leave(curator, 'delete'), leave(curator, 'delete')]);
    expect((await farewells(curator)).map(({ data }) => data)).toEqual([
      { curatorId: curator.curatorId, pastPosts: 'delete' },
    ]);
    expect(await charity.audited('person.erased')).toContainEqual(
      expect.objectContaining({
        actor: `curator ${curator.curatorId}`,
        about: curator.curatorId,
        details: { pastPosts: 'delete' },
      }),
    );
  });

  it('ends the way in: a code that was mailed before does not work any more, and none is mailed', async () => {
    const curator = await charity.aCurator();
    const code = await charity.codeFor(curator.email);
    await leave(curator);
    expect(await charity.signIn(curator.email, code)).toMatchObject({ refusal: { code: 'wrongCode' } });
    const before = (await charity.mailsTo(curator.email)).length;
    await charity.askToSignIn(curator.email);
    expect(await charity.mailsTo(curator.email)).toHaveLength(before);
  });

  it('sends nothing that was still to be mailed, and makes no new key for somebody who is gone', async () => {
    const form = charity.form();
    accepted(await charity.apply(form));
    const erase = {
      charityId: charity.charityId,
      applicationId: form.applicationId,
      pastPosts: 'keep',
    } as const;
    accepted(await stage.call('erase-person', erase, charity.manager));
    await stage.sendMail();
    expect(await keysOf(form)).toEqual([]);
  });

  it('lets the same person apply anew, as somebody new', async () => {
    const person = anybody();
    await leave(await charity.aCurator({ person }));
    const again = charity.form({ person });
    await charity.apply(again);
    expect((await charity.applications()).map(({ applicationId }) => applicationId)).toContain(
      again.applicationId,
    );
  });

  it('P5: is for applicants too, who ask the charity: a manager erases them, after a step-up', async () => {
    const form = charity.form();
    await charity.apply(form);
    const input = {
      charityId: charity.charityId,
      applicationId: form.applicationId,
      pastPosts: 'keep',
    } as const;
    const { steppedUpUntil: _, ...unproved } = charity.manager as typeof charity.manager & {
      steppedUpUntil: string;
    };
    expect(await stage.call('erase-person', input, unproved)).toMatchObject({
      refusal: { code: 'stepUpNeeded' },
    });
    expect(await keysOf(form)).toHaveLength(1);
    for (const _again of [1, 2])
      expect(await stage.call('erase-person', input, charity.manager)).toEqual({
        ok: true,
        value: { state: 'withdrawn' },
      });
    expect(await keysOf(form)).toEqual([]);
    expect(await charity.accept(form.applicationId)).toMatchObject({ refusal: { code: 'alreadyDecided' } });
  });

  it('P5: erases nobody where it could not be written in the ledger first', async () => {
    const curator = await charity.aCurator();
    const ledger = await readFile(stage.ledger, 'utf8');
    await rm(stage.ledger);
    await mkdir(stage.ledger);
    expect(await leave(curator)).toMatchObject({ refusal: { code: 'unavailable' } });
    await rmdir(stage.ledger);
    await writeFile(stage.ledger, ledger);
    expect(await keysOf(curator)).toHaveLength(1);
  });
});
