import {
  type CharityId,
  type EventId,
  feedbackAudited,
  postingAudited,
  recruitmentAudited,
  schedulingAudited,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { settle, tell } from '@baton/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { note } from '../rehearsal/audit-on-stage.js';
import { GatewayOnStage } from '../rehearsal/gateway-on-stage.js';
import { beforeTheFirst, hashOf, readLine } from './chain/audit-line.js';

let gateway: GatewayOnStage;
beforeAll(async () => {
  gateway = await GatewayOnStage.open();
});
afterAll(() => gateway.close());

const others = [recruitmentAudited, schedulingAudited, postingAudited, feedbackAudited];

const hears = (charityId: CharityId, event: (typeof others)[number], id = newId<EventId>()) =>
  tell(gateway.nats, event, charityId, { id, subject: newId(), revision: 1, data: event.samples[0] });

const linesOf = (charityId: CharityId) =>
  gateway.inCharity(charityId, (tx) =>
    tx.query<{ number: number; line: string; hash: string }>(
      'SELECT number, line, hash FROM audit_line ORDER BY number',
    ),
  );

describe('C3: the audit of a charity', () => {
  it('chains what every service notes, the gateway’s own notes among them', async () => {
    const charityId = newId<CharityId>();
    for (const event of others) await hears(charityId, event);
    await note(gateway, charityId);
    await settle(gateway);
    const lines = await linesOf(charityId);
    expect(lines.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    const read = lines.map(({ line }) => readLine(line));
    expect(read.map((line) => line?.source).toSorted()).toEqual([
      'api-gateway',
      'feedback',
      'posting-gateway',
      'recruitment',
      'scheduling',
    ]);
    expect(lines.map(({ hash }) => hash)).toEqual(lines.map(({ line }) => hashOf(line)));
    expect(read.map((line) => line?.previous)).toEqual([
      beforeTheFirst,
      ...lines.slice(0, -1).map(({ hash }) => hash),
    ]);
  });

  it('holds a fact once, however often the bus delivers it', async () => {
    const charityId = newId<CharityId>();
    const id = newId<EventId>();
    await hears(charityId, recruitmentAudited, id);
    await hears(charityId, recruitmentAudited, id);
    await settle(gateway);
    expect(await linesOf(charityId)).toHaveLength(1);
  });

  it('numbers without a gap when all services note at once, for several charities', async () => {
    const charities = [newId<CharityId>(), newId<CharityId>(), newId<CharityId>()];
    await Promise.all(
      charities.flatMap((charityId) => [
        ...others.flatMap((event) => Array.from({ length: 5 }, () => hears(charityId, event))),
        ...Array.from({ length: 5 }, () => note(gateway, charityId)),
      ]),
    );
    await settle(gateway);
    for (const charityId of charities) {
      const numbers = (await linesOf(charityId)).map(({ number }) => number);
      expect(numbers).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
    }
  });

  it.each([
    `UPDATE audit_line SET line = line`,
    `UPDATE audit_line SET hash = hash`,
    'DELETE FROM audit_line',
    'TRUNCATE audit_line',
    'UPDATE audit_chain SET begun_at = begun_at',
    'DELETE FROM audit_chain',
    'UPDATE audit_digest SET hash = hash',
    'DELETE FROM audit_digest',
  ])('cannot be changed by the role that writes it: %s', async (sql) => {
    await expect(gateway.inCharity(newId<CharityId>(), (tx) => tx.query(sql))).rejects.toThrow(
      /permission denied/,
    );
  });

  it('is another charity’s to nobody', async () => {
    const charityId = newId<CharityId>();
    await note(gateway, charityId);
    await settle(gateway);
    expect(await linesOf(newId<CharityId>())).toEqual([]);
    expect(await linesOf(charityId)).toHaveLength(1);
  });
});
