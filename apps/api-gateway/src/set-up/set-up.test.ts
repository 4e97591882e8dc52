import {
  accountConnected,
  accountNeedsReconnecting,
  type CharityId,
  charityStandingChanged,
  Retention,
  resumeCharity,
  retentionSet,
  setRetention,
  suspendCharity,
  viewRetention,
  viewSetUp,
  wireTypeOf,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { settle, tell } from '@baton/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { note } from '../rehearsal/audit-on-stage.js';
import { GatewayOnStage, operatorToken } from '../rehearsal/gateway-on-stage.js';
import { steppedUp } from '../rehearsal/team-on-stage.js';

let gateway: GatewayOnStage;
beforeAll(async () => {
  gateway = await GatewayOnStage.open();
});
afterAll(() => gateway.close());

let charities = 0;
async function aCharity(): Promise<{ charityId: CharityId; trustee: string }> {
  charities += 1;
  const { charityId } = await gateway.aCharity(`set-up-${charities}`);
  return { charityId, trustee: await gateway.aMembersSession(charityId, 'trustee') };
}

const factsOf = async (charityId: CharityId, type: string) => {
  const rows = await gateway.inCharity(charityId, (tx) =>
    tx.query<{ envelope: string }>('SELECT envelope FROM outbox WHERE charity_id = $1 ORDER BY id', [
      charityId,
    ]),
  );
  return rows.map(({ envelope }) => JSON.parse(envelope)).filter((fact) => fact.type === type);
};

describe('the guided set-up', () => {
  it('shows what the services have told, step by step, until the handover can open', async () => {
    const { charityId, trustee } = await aCharity();
    const setUp = async () =>
      viewSetUp.output.parse((await gateway.call(viewSetUp, { charityId }, trustee)).body);
    expect(await setUp()).toMatchObject({ readyForHandover: false, progress: { done: 0, of: 8 } });

    for (const action of ['rota.defined', 'policy.set', 'signposting.set'] as const) {
      await note(gateway, charityId, { action });
    }
    await gateway.aMember(charityId, 'moderator');
    const accountId = newId();
    const about = { subject: accountId, revision: 1 };
    await tell(gateway.nats, accountConnected, charityId, { ...about, data: { accountId, handle: 'shine' } });
    await settle(gateway);
    expect(await setUp()).toMatchObject({ readyForHandover: true, stillMissing: [] });

    const data = { accountId, because: 'renewalRefused' } as const;
    await tell(gateway.nats, accountNeedsReconnecting, charityId, { ...about, data });
    await settle(gateway);
    expect(await setUp()).toMatchObject({
      readyForHandover: false,
      stillMissing: [expect.stringMatching(/again/)],
    });
  });
});

describe('a suspension', () => {
  it('is told to the services at once, once, and again when it ends', async () => {
    const { charityId } = await aCharity();
    const input = { charityId, because: 'safeguarding' } as const;
    const standings = async () =>
      (await factsOf(charityId, wireTypeOf(charityStandingChanged))).map(({ revision, data }) => [
        revision,
        data.standing,
      ]);
    const twice = [
      await gateway.call(suspendCharity, input, operatorToken),
      await gateway.call(suspendCharity, input, operatorToken),
    ];
    expect(twice.map(({ body }) => body['standing'])).toEqual(['suspended', 'suspended']);
    expect(await standings()).toEqual([[1, 'suspended']]);

    await gateway.call(resumeCharity, { charityId }, operatorToken);
    expect(await standings()).toEqual([
      [1, 'suspended'],
      [2, 'active'],
    ]);
  });

  it('leaves its people able to read, and tells them', async () => {
    const { charityId, trustee } = await aCharity();
    await gateway.call(suspendCharity, { charityId, because: 'legal' }, operatorToken);
    const answer = await gateway.call(viewSetUp, { charityId }, trustee);
    expect(answer).toMatchObject({ status: 200, body: { readyForHandover: false } });
    expect(answer.body['stillMissing']).toContainEqual(expect.stringMatching(/suspended/));
  });

  it('of a charity that is not aboard is refused', async () => {
    const input = { charityId: newId<CharityId>(), because: 'legal' } as const;
    expect(await gateway.call(suspendCharity, input, operatorToken)).toMatchObject({ status: 404 });
  });
});

describe('how long records are kept', () => {
  const usual = Retention.parse({});

  it('is as usual until somebody says otherwise, and the services hear of it once', async () => {
    const { charityId, trustee } = await aCharity();
    await steppedUp(gateway, trustee);
    expect(await gateway.call(viewRetention, { charityId }, trustee)).toMatchObject({
      body: { retention: usual },
    });
    const retention = { ...usual, mentions: 30 };
    for (const _ of ['once', 'again']) {
      expect(await gateway.call(setRetention, { charityId, retention }, trustee)).toMatchObject({
        status: 200,
        body: { retention },
      });
    }
    expect((await factsOf(charityId, wireTypeOf(retentionSet))).map(({ data }) => data.mentions)).toEqual([
      30,
    ]);
  });

  it('is kept within bounds: a number outside of them is named, and nothing changes', async () => {
    const { charityId, trustee } = await aCharity();
    await steppedUp(gateway, trustee);
    const retention = { ...usual, mentions: 1 };
    const answer = await gateway.call(setRetention, { charityId, retention }, trustee);
    expect(answer).toMatchObject({ status: 400, body: { refusal: { code: 'badInput' } } });
    expect(JSON.stringify(answer.body.refusal?.details)).toContain('retention.mentions');
    expect(await factsOf(charityId, wireTypeOf(retentionSet))).toEqual([]);
  });
});
