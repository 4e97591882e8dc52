import { AuditEntry } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { PublishingStage } from '../rehearsal/publishing-stage.js';

let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

const auditOf = async (charity: CharityOnStage) =>
  (await charity.facts())
    .filter(({ type }) => type === 'baton.posting.audited.v1')
    .map(({ data }) => AuditEntry.parse(data));

describe('what the posting gateway notes in the audit', () => {
  it('tells who threw the switch, how far, and who released it; never why', async () => {
    const charity = await stage.aCharity();
    const before = (await auditOf(charity)).length;
    await charity.submit('Waiting');
    await charity.setSwitch('takenBack', 'Robin is not well');
    await charity.setSwitch('takenBack', 'Said again');
    await charity.release();
    const actor = expect.stringMatching(/^manager [0-9a-f-]{36}$/);
    const noted = (await auditOf(charity)).slice(before);
    expect(noted).toMatchObject([
      { actor, action: 'takeover.ended', about: charity.takeoverId },
      { actor, action: 'switch.thrown', details: { mode: 'takenBack', stopped: 1 } },
      { actor, action: 'switch.released', details: { mode: 'off', stopped: 0 } },
    ]);
    expect(JSON.stringify(noted)).not.toContain('Robin');
  });

  it('tells who decided about a held post and which way; neither its words nor the reason', async () => {
    const charity = await stage.aCharity();
    const [postId] = await charity.submit('Call me on 07700 900123');
    if (!postId) throw new Error('no post');
    await charity.decide(postId, 'decline', 'Please leave the number out');
    await charity.decide(postId, 'decline', 'Please leave the number out');
    const noted = (await auditOf(charity)).filter(({ action }) => action === 'post.decided');
    expect(noted).toMatchObject([{ about: postId, details: { verdict: 'decline' } }]);
    expect(JSON.stringify(noted)).not.toMatch(/900123|leave/);
  });

  it('tells who decided about a post of unknown outcome', async () => {
    const charity = await stage.aCharity();
    charity.account.turns.push('failsWithoutApplying');
    const [postId] = await charity.submit('Perhaps out');
    await stage.publish();
    await stage.pass(120_000);
    await stage.reconcile();
    if (!postId) throw new Error('no post');
    await charity.resolve(postId, 'letItGo');
    expect(await auditOf(charity)).toContainEqual(
      expect.objectContaining({ action: 'post.resolved', about: postId, details: { verdict: 'letItGo' } }),
    );
  });

  it('tells who changed the policy, and to which version; nothing where nothing changed', async () => {
    const charity = await stage.aCharity();
    expect((await auditOf(charity)).filter(({ action }) => action === 'policy.set')).toMatchObject([
      { details: { version: 2, preset: 'own' } },
    ]);
  });
});
