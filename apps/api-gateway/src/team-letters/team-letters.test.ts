import {
  applicantsWait,
  type EventId,
  feedbackCrisisNoticed,
  type SwapId,
  stormBegan,
  swapAwaitsTeam,
  type TakeoverId,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { settle, tell } from '@baton/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GatewayOnStage } from '../rehearsal/gateway-on-stage.js';

let gateway: GatewayOnStage;
beforeAll(async () => {
  gateway = await GatewayOnStage.open();
});
afterAll(() => gateway.close());

describe('when a storm of messages begins', () => {
  it('everybody of the team who may see to it gets one letter, and nobody of another charity', async () => {
    const { charityId } = await gateway.aCharity('stormy');
    const other = await gateway.aCharity('calm');
    await gateway.aMember(charityId, 'moderator', 'moderator@team.example');
    await gateway.aMember(charityId, 'trustee', 'trustee@team.example');
    await gateway.aMember(other.charityId, 'moderator', 'elsewhere@team.example');
    const takeoverId = newId<TakeoverId>();
    const fact = { id: newId<EventId>(), subject: takeoverId, revision: 1, data: { takeoverId } };
    await tell(gateway.nats, stormBegan, charityId, fact);
    await tell(gateway.nats, stormBegan, charityId, fact);
    await settle(gateway);
    const [letter, ...more] = await gateway.post.textsFor('moderator@team.example');
    expect(letter).toContain('very many messages');
    expect(more).toEqual([]);
    expect(gateway.post.addresses).not.toContain('trustee@team.example');
    expect(gateway.post.addresses).not.toContain('elsewhere@team.example');
  });
});

describe('when a follower may be in danger', () => {
  it('everybody who may see to it is called, with the page where the words are and none of them', async () => {
    const { charityId } = await gateway.aCharity('followed');
    await gateway.aMember(charityId, 'moderator', 'moderator@followed.example');
    const data = { where: 'pulse' as const, takeoverId: newId<TakeoverId>(), curatorId: null };
    const fact = { id: newId<EventId>(), subject: newId(), revision: 1, data };
    for (let twice = 0; twice < 2; twice += 1)
      await tell(gateway.nats, feedbackCrisisNoticed, charityId, fact);
    await settle(gateway);
    const [letter, ...more] = await gateway.post.textsFor('moderator@followed.example');
    expect(more).toEqual([]);
    expect(letter).toContain('asked about a weekend');
    expect(letter).toContain('/c/followed/pulse');
  });
});

describe('when people wait for the team', () => {
  it('managers and owners get one letter with how many, and nobody else of the team', async () => {
    const { charityId } = await gateway.aCharity('waiting');
    await gateway.aMember(charityId, 'manager', 'manager@waiting.example');
    await gateway.aMember(charityId, 'moderator', 'moderator@waiting.example');
    const data = { notLookedAt: 3, answerUnread: 0, lookAgain: 1 };
    const fact = { id: newId<EventId>(), subject: charityId, revision: 1, data };
    for (let twice = 0; twice < 2; twice += 1) await tell(gateway.nats, applicantsWait, charityId, fact);
    await settle(gateway);
    const [letter, ...more] = await gateway.post.textsFor('manager@waiting.example');
    expect(letter).toContain('nobody has looked yet: 3');
    expect(letter).toContain('look again today: 1');
    expect(letter).not.toContain('Wrote to you');
    expect(more).toEqual([]);
    expect(gateway.post.addresses).not.toContain('moderator@waiting.example');
  });
});

describe('when two curators want to swap and the charity wishes to say yes', () => {
  it('managers hear of it, and no moderator', async () => {
    const { charityId } = await gateway.aCharity('swapping');
    await gateway.aMember(charityId, 'manager', 'manager@swapping.example');
    await gateway.aMember(charityId, 'moderator', 'moderator@swapping.example');
    const swapId = newId<SwapId>();
    const data = { swapId, expiresAt: '2031-07-04T16:30:00.000Z' };
    await tell(gateway.nats, swapAwaitsTeam, charityId, { subject: swapId, revision: 2, data });
    await settle(gateway);
    const [letter] = await gateway.post.textsFor('manager@swapping.example');
    expect(letter).toContain('two curators want to swap');
    expect(gateway.post.addresses).not.toContain('moderator@swapping.example');
  });
});
