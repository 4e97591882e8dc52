import {
  accept,
  type Caller,
  type defineRota,
  type InputOf,
  type OutputOf,
  type ResultOf,
  type RotaId,
  refuse,
  schedulingAudited,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { zoneOfCharity } from '../charity/zone-of-charity.js';
import { databaseNow } from '../clock/database-now.js';
import { fillRota } from './fill-rota.js';
import { lastsAMinute, type WeeklyRule } from './weekly-windows.js';

type Input = InputOf<typeof defineRota>;

@Injectable()
export class DefineRota implements Handles<typeof defineRota> {
  constructor(private readonly database: Database) {}

  handle(input: Input, { caller }: CallContext): Promise<ResultOf<typeof defineRota>> {
    return this.database.inCharity(input.charityId, (tx) => define(tx, input, caller));
  }
}

async function define(tx: Tx, input: Input, by: Caller): Promise<ResultOf<typeof defineRota>> {
  const zone = input.zone ?? (await zoneOfCharity(tx));
  if (!zone) return refuse('unavailable');
  const rule = { zone, opens: input.opens, closes: input.closes, startsOn: input.startsOn };
  if (!lastsAMinute(rule)) return refuse('impossibleWindow');
  const at = await databaseNow(tx);
  if (await saveRule(tx, input.rotaId, rule)) {
    const note = { by, action: 'rota.defined', about: input.rotaId, at } as const;
    await appendFacts(tx, newAuditFact(schedulingAudited, note));
  }
  await fillRota(tx, input.rotaId, rule, at);
  return accept(await slotsAheadOf(tx, input.rotaId));
}

/** False where the rule is as it was. */
async function saveRule(tx: Tx, rotaId: RotaId, rule: WeeklyRule): Promise<boolean> {
  const saved = await tx.query(
    `INSERT INTO rota (charity_id, rota_id, rule) VALUES ($1, $2, $3)
       ON CONFLICT (charity_id, rota_id) DO UPDATE SET rule = excluded.rule
                                                 WHERE rota.rule <> excluded.rule
     RETURNING rota_id`,
    [tx.charityId, rotaId, JSON.stringify(rule)],
  );
  return saved.length === 1;
}

async function slotsAheadOf(tx: Tx, rotaId: RotaId): Promise<OutputOf<typeof defineRota>> {
  const [ahead] = await tx.query<{ slots: number; first: Date | null; last: Date | null }>(
    `SELECT count(*)::int AS slots, min(opens_at) AS first, max(closes_at) AS last
       FROM slot WHERE rota_id = $1 AND closes_at > (SELECT baton.now())`,
    [rotaId],
  );
  return {
    rotaId,
    slots: ahead?.slots ?? 0,
    firstOpensAt: ahead?.first?.toISOString() ?? null,
    lastClosesAt: ahead?.last?.toISOString() ?? null,
  };
}
