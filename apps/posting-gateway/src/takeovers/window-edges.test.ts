import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { lastCallMs } from '../publishing/decide-attempt.js';
import { signOffWithinMs } from '../publishing/last-moment.js';
import { windowMs } from '../rehearsal/charity-on-stage.js';
import { leaseMs, PublishingStage } from '../rehearsal/publishing-stage.js';

let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(() => stage.close());

/** This host believes it is so much later or earlier than it is. */
function skewHostClock(byMs: number): void {
  const real = Date.now.bind(Date);
  jest.spyOn(Date, 'now').mockImplementation(() => real() + byMs);
}

describe('the edges of a takeover', () => {
  it('R6 refuses a post after the window, in words, though nobody has said that it closed', async () => {
    const charity = await stage.aCharity();
    await stage.pass(windowMs + 1_000);
    expect(await charity.trySubmit(['One second too late'])).toMatchObject({
      ok: false,
      refusal: { code: 'windowClosed' },
    });
    expect(await charity.posts()).toEqual([]);
  });

  it('R6 never sends what is still queued when the window is over, though nobody has said so', async () => {
    const charity = await stage.aCharity();
    charity.account.turns.push('asksToWait');
    await charity.submit('Asked to wait');
    await stage.publish();
    await stage.pass(windowMs);
    await stage.publish();
    expect(charity.account.texts()).toEqual([]);
    expect(await charity.states()).toEqual(['missedWindow']);
  });

  it('R6 begins no call in the last half second, and ends a call at the end of the window', async () => {
    const charity = await stage.aCharity();
    await stage.pass(windowMs - lastCallMs - 1_500);
    await charity.submit('In time');
    await stage.publish();
    await charity.submit('Hardly in time');
    charity.account.onPrepare = () => stage.pass(1_500);
    await stage.publish();
    expect(await charity.states()).toEqual(['published', 'missedWindow']);
  });

  it('R6 decides anew when this process stood still between the decision and the call', async () => {
    const charity = await stage.aCharity();
    const [post] = await charity.submit('Standing still');
    stage.crashes.when('attemptRecorded', () => skewHostClock(2_000));
    await stage.publish();
    await stage.pass(5_000);
    await stage.publish();
    if (!post) throw new Error('no post');
    expect((await charity.story(post)).slice(2)).toEqual([
      'Sending it to X.',
      'The moment to send it had passed before it could be sent; nothing was sent. It is looked at again.',
      'Published: X has it.',
    ]);
    expect(charity.account.texts()).toEqual(['Standing still']);
  });

  it.each([
    ['90 minutes fast', 90 * 60_000],
    ['90 minutes slow', -90 * 60_000],
  ])('R6 sends and refuses by the database’s clock on a host that is %s', async (_, skewMs) => {
    const charity = await stage.aCharity();
    skewHostClock(skewMs);
    await charity.submit('Inside');
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Inside']);
    charity.account.turns.push('asksToWait');
    await charity.submit('Waits two seconds');
    await stage.publish();
    await stage.pass(3_000);
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Inside', 'Waits two seconds']);
    await stage.pass(windowMs);
    expect(await charity.trySubmit(['Outside'])).toMatchObject({ refusal: { code: 'windowClosed' } });
  });

  it('introduces the curator when it opens, before their own posts, once', async () => {
    const charity = await stage.aCharity();
    await charity.submit('Good morning');
    await charity.open();
    await charity.open();
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Meet Robin', 'Good morning']);
  });

  it('when it closes, lets go of what has not gone and signs off, once', async () => {
    const charity = await stage.aCharity();
    await charity.open();
    await stage.publish();
    const [held] = await charity.submit('Mail robin@example.org');
    await charity.setSwitch('pause');
    await charity.submit('Waiting');
    await stage.pass(windowMs);
    await charity.close();
    await charity.close();
    await charity.release();
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Meet Robin', 'Goodbye']);
    expect(await charity.states()).toEqual(['published', 'missedWindow', 'missedWindow', 'published']);
    if (!held) throw new Error('no post');
    expect(await charity.decide(held, 'approve')).toMatchObject({ refusal: { code: 'windowOverMeanwhile' } });
    const missed = (await charity.facts()).filter((fact) => fact.type === 'baton.post.missed-window.v1');
    expect(missed.map((fact) => fact.revision).sort()).toEqual([1, 2]);
  });

  it('R6 signs off hours late at most, and says in the story that it did not', async () => {
    const charity = await stage.aCharity();
    await charity.open();
    await stage.publish();
    await charity.setSwitch('pause');
    await stage.pass(windowMs);
    await charity.close();
    await stage.pass(signOffWithinMs);
    await charity.release();
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Meet Robin']);
    const signOff = (await charity.posts()).at(-1);
    expect(signOff?.timeline.at(-1)?.what).toBe('Not sent: the moment to say it has passed.');
  });

  it('R6 signs nobody off in the window of the next curator', async () => {
    const charity = await stage.aCharity();
    await stage.database.inCharity(charity.charityId, (tx) =>
      tx.query(
        `INSERT INTO takeover (charity_id, takeover_id, curator_id, pen_name, identity_level, opens_at, closes_at)
         SELECT charity_id, gen_random_uuid(), gen_random_uuid(), 'Kim', 'penName',
                closes_at + interval '1 hour', closes_at + interval '2 hours' FROM takeover`,
      ),
    );
    await charity.open();
    await stage.publish();
    await charity.setSwitch('pause');
    await stage.pass(windowMs);
    await charity.close();
    await stage.pass(3_600_000);
    await charity.release();
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Meet Robin']);
  });

  it('does not sign off from a takeover that never opened', async () => {
    const charity = await stage.aCharity();
    await charity.close();
    await stage.publish();
    expect(charity.account.texts()).toEqual([]);
  });

  it('R6 lets a moderator’s late yes send nothing', async () => {
    const charity = await stage.aCharity();
    const [held] = await charity.submit('Mail robin@example.org');
    await stage.pass(windowMs + leaseMs);
    if (held) await charity.decide(held, 'approve');
    await stage.publish();
    expect(charity.account.texts()).toEqual([]);
    expect(await charity.states()).toEqual(['missedWindow']);
  });
});
