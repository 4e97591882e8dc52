import type { listRotas, OutputOf, RotaId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { type RotaRule, ruleKept } from './rota-rule.js';
import { isBooked, type SlotAhead } from './slots-ahead.js';

export interface KeptRota {
  readonly rotaId: RotaId;
  readonly rule: RotaRule;
  readonly endedAt: Date | null;
}
export type RotaTold = OutputOf<typeof listRotas>['rotas'][number];

const kept = `SELECT rota_id AS "rotaId", rule, ended_at AS "endedAt" FROM rota WHERE charity_id = $1`;

export const findRota = async (tx: Tx, rotaId: RotaId): Promise<KeptRota | undefined> =>
  (await tx.query<KeptRota>(`${kept} AND rota_id = $2`, [tx.charityId, rotaId]))[0];

/** Those that go on first; in the order they were made known by their id, which holds the time. */
export const rotasOf = (tx: Tx): Promise<KeptRota[]> =>
  tx.query<KeptRota>(`${kept} ORDER BY ended_at NULLS FIRST, rota_id`, [tx.charityId]);

export async function saveRule(tx: Tx, rotaId: RotaId, rule: RotaRule): Promise<void> {
  await tx.query(
    `INSERT INTO rota (charity_id, rota_id, rule) VALUES ($1, $2, $3)
       ON CONFLICT (charity_id, rota_id) DO UPDATE SET rule = excluded.rule`,
    [tx.charityId, rotaId, JSON.stringify(rule)],
  );
}

export const ruleInForce = ({
  rotaId,
  rule,
  endedAt,
}: KeptRota): { rotaId: RotaId; rule: RotaRule | undefined } => ({
  rotaId,
  rule: endedAt ? undefined : rule,
});

/** A rota as it is told, with the slots of its own among those of the charity. */
export function rotaTold({ rotaId, rule, endedAt }: KeptRota, slots: readonly SlotAhead[]): RotaTold {
  const own = slots.filter((slot) => slot.rotaId === rotaId);
  const booked = own.filter(isBooked).length;
  return {
    rotaId,
    rule: ruleKept(rule),
    endedAt: endedAt?.toISOString() ?? null,
    free: own.length - booked,
    booked,
    ...edgesOf(own),
  };
}

export function edgesOf(slots: readonly SlotAhead[]): {
  firstOpensAt: string | null;
  lastClosesAt: string | null;
} {
  const ends = slots.map(({ closesAt }) => closesAt.toISOString()).sort();
  return { firstOpensAt: slots[0]?.opensAt.toISOString() ?? null, lastClosesAt: ends.at(-1) ?? null };
}
