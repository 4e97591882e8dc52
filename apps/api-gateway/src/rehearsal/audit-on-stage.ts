import { type AuditAction, type CharityId, tenancyAudited } from '@baton/contracts';
import { appendFacts, newAuditFact } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { settle } from '@baton/testing';
import type { GatewayOnStage } from './gateway-on-stage.js';

/** Has an act noted for the audit, as a use case would in its transaction. */
export const note = (
  gateway: GatewayOnStage,
  charityId: CharityId,
  { action = 'charity.changed', at = '2026-11-28T10:00:00.000Z' }: { action?: AuditAction; at?: string } = {},
): Promise<void> =>
  gateway.inCharity(charityId, (tx) =>
    appendFacts(tx, newAuditFact(tenancyAudited, { by: 'the operator', action, at: new Date(at) })),
  );

/** Has so many acts noted, and waits until they are chained. */
export async function noteMany(gateway: GatewayOnStage, charityId: CharityId, count: number): Promise<void> {
  for (let done = 0; done < count; done += 1) await note(gateway, charityId);
  await settle(gateway);
}

/** What nobody can do who is not the owner of the database. */
export const tamper = (gateway: GatewayOnStage, sql: string, parameters: unknown[]): Promise<unknown[]> =>
  asOwner(gateway, sql, parameters);

/** Every row of every table of the audit, as text. */
export async function readAll(gateway: GatewayOnStage): Promise<string> {
  const rows = await asOwner(
    gateway,
    `SELECT audit_line::text FROM audit_line UNION ALL SELECT audit_chain::text FROM audit_chain
      UNION ALL SELECT audit_digest::text FROM audit_digest`,
  );
  return JSON.stringify(rows);
}

async function asOwner(gateway: GatewayOnStage, sql: string, parameters: unknown[] = []): Promise<unknown[]> {
  const owner = await Database.open({ url: gateway.database.adminUrl, applicationName: 'owner' });
  try {
    return await owner.asWorker(async (tx) => {
      await tx.query('SET LOCAL search_path = api_gateway, baton');
      return tx.query(sql, parameters);
    });
  } finally {
    await owner.close();
  }
}
