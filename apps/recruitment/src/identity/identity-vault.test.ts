import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  accepted,
  anybody,
  type CharityOnStage,
  type CuratorOnStage,
} from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

const purpose = 'She fell ill and her buddy wants to send flowers.';

describe('the identity vault', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity();
  });
  afterAll(() => stage.close());

  const reveal = ({ curatorId }: CuratorOnStage, by = charity.manager, why = purpose) =>
    stage.call(
      'reveal-identity',
      { charityId: charity.charityId, curatorId, reason: 'wellbeing', purpose: why },
      by,
    );
  const openings = async ({ caller }: CuratorOnStage) =>
    accepted(await stage.call('list-vault-openings', { charityId: charity.charityId }, caller)).openings;

  it('opens for a manager with a purpose, and the person sees who and why', async () => {
    const person = { ...anybody(), phone: '07700 900473' };
    const curator = await charity.aCurator({ person });
    expect(await reveal(curator)).toEqual({ ok: true, value: person });
    const { memberId } = charity.manager as { memberId: string };
    // Their mails open it too, at their own moment.
    expect(await openings(curator)).toContainEqual({
      by: `manager ${memberId}`,
      purpose: `wellbeing: ${purpose}`,
      at: expect.any(String),
    });
  });

  it('tells of a person without a phone that there is none', async () => {
    expect(await reveal(await charity.aCurator())).toMatchObject({ value: { phone: null } });
  });

  it('writes the machine’s own openings down as well, one for each mail', async () => {
    const curator = await charity.aCurator();
    await charity.mailsTo(curator.email);
    expect((await openings(curator)).map(({ by, purpose: why }) => `${by} ${why}`).sort()).toEqual([
      'recruitment mail: applicationAccepted',
      'recruitment mail: applicationReceived',
    ]);
  });

  it('stays shut where the opening cannot be written down', async () => {
    const curator = await charity.aCurator();
    await stage.asOwner(
      'ALTER TABLE recruitment.vault_opening ADD CONSTRAINT out_of_paper CHECK (false) NOT VALID',
    );
    expect(await reveal(curator)).toMatchObject({ ok: false, refusal: { code: 'unavailable' } });
    await stage.asOwner('ALTER TABLE recruitment.vault_opening DROP CONSTRAINT out_of_paper');
  });

  it('asks for a purpose in words', async () => {
    const curator = await charity.aCurator();
    expect(await reveal(curator, charity.manager, 'because')).toMatchObject({
      refusal: { code: 'badInput' },
    });
    expect(await openings(curator)).toEqual([]);
  });

  it('asks staff to prove again who they are, and opens nothing before', async () => {
    const curator = await charity.aCurator();
    const { steppedUpUntil: _, ...unproved } = charity.manager as typeof charity.manager & {
      steppedUpUntil: string;
    };
    expect(await reveal(curator, unproved)).toMatchObject({ refusal: { code: 'stepUpNeeded' } });
    const long = { ...unproved, steppedUpUntil: '2020-01-01T00:00:00.000Z' };
    expect(await reveal(curator, long)).toMatchObject({ refusal: { code: 'stepUpNeeded' } });
    expect(await openings(curator)).toEqual([]);
  });

  it('P3: tells the audit who looked and for which kind of reason, by pseudonym', async () => {
    const curator = await charity.aCurator();
    await reveal(curator);
    expect(await charity.audited('identity.revealed')).toContainEqual(
      expect.objectContaining({ about: curator.curatorId, details: { reason: 'wellbeing' } }),
    );
  });

  it.each(['moderator', 'trustee', 'analyst'] as const)('stays shut for a %s', async (role) => {
    const curator = await charity.aCurator();
    const caller = { ...charity.manager, role } as typeof charity.manager;
    expect(await reveal(curator, caller)).toMatchObject({ refusal: { code: 'forbidden' } });
    expect(await openings(curator)).toEqual([]);
  });

  it('stays shut for another charity’s manager, and knows nobody of another charity', async () => {
    const neighbour = await stage.aCharity();
    const curator = await charity.aCurator();
    expect(await reveal(curator, neighbour.manager)).toMatchObject({ refusal: { code: 'forbidden' } });
    const input = {
      charityId: neighbour.charityId,
      curatorId: curator.curatorId,
      reason: 'wellbeing',
      purpose,
    } as const;
    const asked = await stage.call('reveal-identity', input, neighbour.manager);
    expect(asked).toMatchObject({ refusal: { code: 'notFound' } });
  });

  it('shows a curator their own openings and no one else’s', async () => {
    const [robin, kim] = [await charity.aCurator(), await charity.aCurator()];
    await reveal(kim);
    expect(await openings(robin)).toEqual([]);
  });

  it('keeps what was opened for good: the service itself cannot change or delete it', async () => {
    const curator = await charity.aCurator();
    await reveal(curator);
    for (const attempt of ["UPDATE vault_opening SET purpose_sealed = ''", 'DELETE FROM vault_opening']) {
      const tried = stage.inCharity(charity.charityId, (tx) => tx.query(attempt));
      await expect(tried).rejects.toThrow('42501');
    }
    expect(await openings(curator)).toHaveLength(1);
  });

  it('C3: is shut for ever once the person’s key is shredded', async () => {
    const curator = await charity.aCurator();
    await stage.inCharity(charity.charityId, (tx) =>
      tx.query('DELETE FROM data_key WHERE owner = $1', [`person:${curator.applicationId}`]),
    );
    expect(await reveal(curator)).toMatchObject({ refusal: { code: 'unavailable' } });
  });
});
