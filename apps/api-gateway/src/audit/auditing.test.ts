import {
  type AuditDigest,
  auditActions,
  type CharityId,
  listAudit,
  listPlatformAudit,
  type MemberId,
  type OutputOf,
  platformId,
  setAuditMailing,
  verifyAudit,
  viewAuditDigests,
  viewAuditMailing,
} from '@baton/contracts';
import { eraseCharity } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import { settle } from '@baton/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { note, noteMany, tamper } from '../rehearsal/audit-on-stage.js';
import { GatewayOnStage, operatorToken } from '../rehearsal/gateway-on-stage.js';
import { readLine } from './chain/audit-line.js';
import { verifyChain } from './chain/verify-chain.js';
import { ExportAudit, firstThatFit } from './export-audit.js';
import { PublishDigests } from './publish-digests.js';

const dayMs = 86_400_000;

let gateway: GatewayOnStage;
beforeAll(async () => {
  gateway = await GatewayOnStage.open();
});
afterAll(() => gateway.close());
afterEach(() => gateway.database.shiftClock(0));

let charities = 0;
async function aCharity(): Promise<{ charityId: CharityId; trustee: string }> {
  charities += 1;
  const { charityId } = await gateway.aCharity(`audited-${charities}`);
  const trustee = await gateway.aMembersSession(charityId, 'trustee');
  await settle(gateway);
  return { charityId, trustee };
}

type Listed = OutputOf<typeof listAudit>;
const list = async (charityId: CharityId, token: string, query = ''): Promise<Listed> => {
  const { body } = await gateway.ask(`/api/charities/${charityId}/audit${query}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return listAudit.output.parse(body);
};
const verify = async (
  charityId: CharityId,
  token: string,
  anchors: { number: number; hash: string }[] = [],
) => (await gateway.call(verifyAudit, { charityId, anchors }, token)).body;
const digests = async (charityId: CharityId): Promise<AuditDigest[]> =>
  viewAuditDigests.output.parse((await gateway.call(viewAuditDigests, { charityId })).body).digests;
const publish = () => gateway.app.get(PublishDigests).publishAll();

const exportOf = async (charityId: CharityId): Promise<string[]> => {
  const memberId = newId<MemberId>();
  const caller = { kind: 'staff', charityId, memberId, role: 'trustee' } as const;
  const answer = await gateway.app
    .get(ExportAudit)
    .handle({ charityId, after: 0 }, { caller, deadline: new Date(Date.now() + 60_000) });
  if (!answer.ok) throw new Error('the export was refused');
  expect(answer.value.next).toBeNull();
  return answer.value.lines;
};

describe('the audit of a charity, as its people read it', () => {
  it('tells every action in plain words, newest first, a page at a time', async () => {
    const { charityId, trustee } = await aCharity();
    const actions = Object.keys(auditActions) as (keyof typeof auditActions)[];
    for (const action of actions) await note(gateway, charityId, { action });
    await settle(gateway);
    const first = await list(charityId, trustee, '?limit=40');
    const rest = await list(charityId, trustee, `?limit=200&before=${first.next}`);
    const all = [...first.entries, ...rest.entries];
    expect(rest.next).toBeNull();
    expect(all.map(({ number }) => number)).toEqual(all.map((_, index) => all.length - index));
    const told = all.slice(0, actions.length).toReversed();
    expect(told.map(({ action, words }) => [action, words])).toEqual(Object.entries(auditActions));
  });

  it('can be narrowed to an action, an actor and a time', async () => {
    const { charityId, trustee } = await aCharity();
    await note(gateway, charityId, { action: 'charity.suspended', at: '2026-11-01T10:00:00.000Z' });
    await note(gateway, charityId, { action: 'charity.resumed', at: '2026-11-02T10:00:00.000Z' });
    await note(gateway, charityId, { action: 'charity.suspended', at: '2026-11-03T10:00:00.000Z' });
    await settle(gateway);
    const days = async (query: string) =>
      (await list(charityId, trustee, query)).entries.map(({ at }) => at.slice(8, 10));
    expect(await days('?action=charity.suspended')).toEqual(['03', '01']);
    expect(await days('?since=2026-11-02T00:00:00.000Z&until=2026-11-03T10:00:00.000Z')).toEqual(['02']);
    expect(await days('?actor=the%20operator&action=charity.resumed')).toEqual(['02']);
    expect(await days('?actor=nobody')).toEqual([]);
  });

  it('of the platform is the operator’s alone', async () => {
    const { trustee } = await aCharity();
    await note(gateway, platformId, { action: 'sign-in.done' });
    await settle(gateway);
    const answer = await gateway.call(listPlatformAudit, {}, operatorToken);
    expect(answer.body).toMatchObject({ entries: [{ action: 'sign-in.done' }] });
    expect(await gateway.call(listPlatformAudit, {}, trustee)).toMatchObject({ status: 403 });
  });
});

describe('C3: the button', () => {
  it('proves a chain, and tells its head for whoever wants to write it down', async () => {
    const { charityId, trustee } = await aCharity();
    await noteMany(gateway, charityId, 3);
    const [newest] = (await list(charityId, trustee)).entries;
    expect(await verify(charityId, trustee)).toMatchObject({ holds: true, head: { number: newest?.number } });
  });

  it('proves a chain that has not begun', async () => {
    const charityId = newId<CharityId>();
    expect(await verify(charityId, operatorToken)).toMatchObject({ holds: true, head: { number: 0 } });
  });

  const changed = `UPDATE audit_line SET line = replace(line, 'the operator', 'operator') WHERE charity_id = $1 AND number = 2`;
  const withItsHash = `
    UPDATE audit_line SET line = changed.line, hash = encode(sha256(convert_to(changed.line, 'UTF8')), 'hex')
      FROM (SELECT charity_id, number, replace(line, 'the operator', 'operator') AS line FROM audit_line) AS changed
     WHERE audit_line.charity_id = $1 AND audit_line.number = 2
       AND changed.charity_id = audit_line.charity_id AND changed.number = audit_line.number`;
  const tampering: readonly (readonly [string, string, object])[] = [
    ['a line changed', changed, { number: 2, what: 'changed' }],
    ['a line changed, and its hash with it', withItsHash, { number: 2, what: 'changed' }],
    [
      'a line deleted',
      'DELETE FROM audit_line WHERE charity_id = $1 AND number = 2',
      { number: 2, what: 'missing' },
    ],
    [
      'the beginning deleted',
      'DELETE FROM audit_line WHERE charity_id = $1 AND number < 3',
      { number: 1, what: 'missing' },
    ],
    [
      'the end cut off',
      'DELETE FROM audit_line WHERE charity_id = $1 AND number > 1',
      { number: 2, what: 'cutShort' },
    ],
    ['all of it deleted', 'DELETE FROM audit_line WHERE charity_id = $1', { number: 1, what: 'cutShort' }],
  ];
  it.each(tampering)(
    'names the first broken link after the owner of the database had %s',
    async (_, sql, broken) => {
      const { charityId, trustee } = await aCharity();
      await noteMany(gateway, charityId, 4);
      await publish();
      expect(await verify(charityId, trustee)).toMatchObject({ holds: true });
      await tamper(gateway, sql, [charityId]);
      expect(await verify(charityId, trustee)).toMatchObject({ holds: false, broken });
    },
  );

  it('misses the lines of a chain that has begun and been published nowhere', async () => {
    const { charityId, trustee } = await aCharity();
    await noteMany(gateway, charityId, 2);
    await tamper(gateway, 'DELETE FROM audit_line WHERE charity_id = $1', [charityId]);
    expect(await verify(charityId, trustee)).toMatchObject({ broken: { number: 1, what: 'missing' } });
  });

  it('misses an end that was cut off together with the digests, where somebody has kept one', async () => {
    const { charityId, trustee } = await aCharity();
    await noteMany(gateway, charityId, 3);
    await publish();
    const kept = await digests(charityId);
    await tamper(gateway, 'DELETE FROM audit_digest WHERE charity_id = $1', [charityId]);
    await tamper(gateway, 'DELETE FROM audit_line WHERE charity_id = $1 AND number > 1', [charityId]);
    expect(await verify(charityId, trustee)).toMatchObject({ holds: true });
    expect(await verify(charityId, trustee, kept)).toMatchObject({ broken: { number: 2, what: 'cutShort' } });
  });
});

describe('C3: the daily digest', () => {
  it('is published once a day and read by anybody, and not on a day when nothing was noted', async () => {
    const { charityId } = await aCharity();
    await noteMany(gateway, charityId, 2);
    await Promise.all([publish(), publish()]);
    const [first, ...none] = await digests(charityId);
    expect(none).toEqual([]);

    await gateway.database.shiftClock(dayMs);
    await publish();
    expect(await digests(charityId)).toEqual([first]);

    await noteMany(gateway, charityId, 1);
    await gateway.database.shiftClock(2 * dayMs);
    await publish();
    const [second] = await digests(charityId);
    expect(second?.number).toBe((first?.number ?? 0) + 1);
    expect(await verify(charityId, operatorToken)).toMatchObject({ holds: true, anchors: 2 });
  });
});

describe('C3: the chain of a charity that was erased', () => {
  it('stays as it is, takes the last lines, and is still proved against what was published', async () => {
    const { charityId } = await aCharity();
    await noteMany(gateway, charityId, 2);
    await publish();
    const [before] = await digests(charityId);
    await gateway.inCharity(charityId, eraseCharity);
    await note(gateway, charityId, { action: 'charity.erased' });
    await settle(gateway);
    const number = (before?.number ?? 0) + 1;
    expect(await verify(charityId, operatorToken)).toMatchObject({
      holds: true,
      head: { number },
      anchors: 1,
    });
    expect(await digests(charityId)).toEqual([before]);
  });
});

describe('C3: the digest by mail', () => {
  it('goes to owners and trustees where the charity wishes it, and to nobody else', async () => {
    const { charityId, ownerEmail } = await gateway.aCharity('mailed');
    await gateway.aMember(charityId, 'manager', 'manager@mailed.example');
    await gateway.aMember(charityId, 'trustee', 'trustee@mailed.example');
    const owner = await gateway.aMembersSession(charityId, 'owner');
    const wish = (to: ('owner' | 'trustee')[]) => gateway.call(setAuditMailing, { charityId, to }, owner);
    expect(await wish(['trustee', 'owner'])).toMatchObject({
      status: 200,
      body: { to: ['owner', 'trustee'] },
    });
    await wish(['owner', 'trustee']);
    await settle(gateway);
    await publish();
    const [digest] = await digests(charityId);
    const anchor = `${digest?.number}:${digest?.hash}`;
    expect(await gateway.post.anchorsFor(ownerEmail)).toEqual([anchor]);
    expect(await gateway.post.anchorsFor('trustee@mailed.example')).toEqual([anchor]);
    expect(gateway.post.addresses).not.toContain('manager@mailed.example');
    const wishes = await list(charityId, owner, '?action=charity.changed');
    expect(wishes.entries.map(({ details }) => details)).toEqual([{ auditMailing: 'owner,trustee' }]);
  });

  it('goes to nobody by default', async () => {
    const { charityId, trustee } = await aCharity();
    expect(await gateway.call(viewAuditMailing, { charityId }, trustee)).toMatchObject({ body: { to: [] } });
  });
});

describe('C3: the export', () => {
  it('holds every line as it was hashed, proves itself, and is noted in the audit', async () => {
    const { charityId, trustee } = await aCharity();
    await noteMany(gateway, charityId, 3);
    const lines = await exportOf(charityId);
    const texts = lines.filter((line) => readLine(line));
    const [digest, ...none] = lines.filter((line) => !readLine(line)).map((line) => JSON.parse(line));
    expect(none).toEqual([]);
    const proof = await verifyChain({
      charityId,
      pages: [texts.map((text) => ({ text }))],
      anchors: [digest],
    });
    expect(proof).toEqual({ holds: true, head: { number: texts.length, hash: digest.hash } });
    await settle(gateway);
    expect((await list(charityId, trustee)).entries[0]).toMatchObject({ action: 'audit.exported' });
  });

  it('gives a page as many lines as an answer can carry, one at least', () => {
    const lines = ['aaaa', 'bbbb', 'cccc'].map((text) => ({ text }));
    expect(firstThatFit(lines, 12)).toHaveLength(3);
    expect(firstThatFit(lines, 11)).toHaveLength(2);
    expect(firstThatFit(lines, 1)).toHaveLength(1);
    expect(firstThatFit([], 1)).toHaveLength(0);
  });
});
