import type { CharityId, RotaId } from '@baton/contracts';
import { Database, migrate } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import { testDatabase } from '@baton/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { weeklyRule } from '../rota/rota-rule.js';
import { migrations } from './index.js';
import { RotasByRecurrence1764000130100 } from './rotas-by-recurrence.js';

const at = migrations.indexOf(RotasByRecurrence1764000130100);
const place = { zone: 'Europe/London', startsOn: '2026-01-01' };
const rules = [
  { opens: { weekday: 'friday', time: '17:30' }, closes: { weekday: 'monday', time: '09:00' } },
  { opens: { weekday: 'sunday', time: '09:00' }, closes: { weekday: 'sunday', time: '09:00' } },
  { opens: { weekday: 'sunday', time: '09:00' }, closes: { weekday: 'sunday', time: '17:00:30' } },
  { opens: { weekday: 'thursday', time: '17:00' }, closes: { weekday: 'wednesday', time: '09:00' } },
] as const;

describe('rotas that were kept by the week', () => {
  const charityId = newId<CharityId>();
  let database: Awaited<ReturnType<typeof testDatabase>>;
  let service: Database;
  beforeAll(async () => {
    database = await testDatabase('scheduling', migrations.slice(0, at));
    service = await Database.open({ url: database.url, applicationName: 'migrating' });
  });
  afterAll(async () => {
    await service.close();
    await database.drop();
  });

  it('are recurrences afterwards, as if they were defined anew', async () => {
    await service.inCharity(charityId, async (tx) => {
      for (const rule of rules)
        await tx.query('INSERT INTO rota (charity_id, rota_id, rule) VALUES ($1, $2, $3)', [
          tx.charityId,
          newId<RotaId>(),
          JSON.stringify({ ...rule, ...place }),
        ]);
    });
    await migrate({
      adminUrl: database.adminUrl,
      service: 'scheduling',
      migrations: migrations.slice(0, at + 1),
      password: 'throwaway',
    });
    const kept = await service.inCharity(charityId, (tx) =>
      tx.query<{ rule: object }>('SELECT rule FROM rota WHERE charity_id = $1', [charityId]),
    );
    const inOrder = (some: readonly object[]) =>
      some.toSorted((one, other) => (asText(one) < asText(other) ? -1 : 1));
    expect(inOrder(kept.map(({ rule }) => rule))).toEqual(
      inOrder(rules.map((rule) => weeklyRule(rule, place))),
    );
  });
});

const asText = (rule: object): string => JSON.stringify(Object.entries(rule).toSorted());
