import { type EventId, stormBegan, type TakeoverId } from '@baton/contracts';
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
