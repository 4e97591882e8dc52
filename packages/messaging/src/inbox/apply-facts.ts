import type { EventDeclaration, FactOf } from '@baton/contracts';
import { type Database, erasedAmong, type Tx, type WorkerTx } from '@baton/persistence';
import { type Arrival, decideFates, type Fate } from './decide-fates.js';

export type Fact = FactOf<EventDeclaration>;
export type Handler = (fact: Fact, tx: Tx) => Promise<void>;

/**
 * Applies facts in the order given, in one transaction with their inbox rows: all of them or, when a
 * handler throws, none. The inbox is what makes each effect happen once: a fact delivered twice finds
 * its row, and two processes applying the same fact at once wait for each other on it. They wait as well on
 * the row of a fact's line, so an older revision is never put over a newer one.
 *
 * Facts about a charity that was erased here have no effect and leave no row, however late they come.
 */
export function applyFacts(database: Database, facts: readonly Fact[], handle: Handler): Promise<Fate[]> {
  return database.asWorker(async (tx) => {
    const erased = await erasedAmong(
      tx,
      facts.map((fact) => fact.charityid),
    );
    const alive = facts.filter((fact) => !erased.has(fact.charityid) || isForTheAudit(fact));
    const fates = new Map(await applyInOrder(tx, alive, handle));
    return facts.map((fact): Fate => fates.get(fact) ?? 'erased');
  });
}

/** The audit outlives its charity: what is said of the end belongs into it. */
const isForTheAudit = (fact: Fact): boolean => familyOf(fact).endsWith('.audited');

async function applyInOrder(
  tx: WorkerTx,
  facts: readonly Fact[],
  handle: Handler,
): Promise<[fact: Fact, fate: Fate][]> {
  const arrivals = facts.map(arrivalOf);
  const fresh = await enterInbox(tx, facts);
  const highest = await lockLines(
    tx,
    facts.filter((fact) => fresh.has(fact.id)),
  );
  const { fates, raised } = decideFates(arrivals, fresh, highest);
  await rememberRevisions(tx, facts, arrivals, raised);
  let bound: Tx | undefined;
  for (const [index, fact] of facts.entries()) {
    if (fates[index] !== 'apply') continue;
    if (bound?.charityId !== fact.charityid) bound = await tx.enterCharity(fact.charityid);
    await handle(fact, bound);
  }
  return facts.map((fact, index) => [fact, fates[index] ?? 'duplicate']);
}

const familyOf = (fact: Fact): string => fact.type.slice(0, fact.type.lastIndexOf('.v'));
const lineOf = (charityId: string, aggregateId: string, family: string): string =>
  `${charityId}/${aggregateId}/${family}`;
const arrivalOf = (fact: Fact): Arrival => ({
  eventId: fact.id,
  line: lineOf(fact.charityid, fact.subject, familyOf(fact)),
  revision: fact.revision,
});

async function enterInbox(tx: WorkerTx, facts: readonly Fact[]): Promise<Set<string>> {
  const rows = await tx.query<{ event_id: string }>(
    `INSERT INTO inbox (charity_id, event_id) SELECT * FROM unnest($1::uuid[], $2::uuid[]) ORDER BY 1, 2
         ON CONFLICT DO NOTHING RETURNING event_id`,
    [facts.map((fact) => fact.charityid), facts.map((fact) => fact.id)],
  );
  return new Set(rows.map((row) => row.event_id));
}

/**
 * The highest revision handled of each line, 0 for a new one, its row locked until the transaction ends:
 * what is decided by it stays true although another process may believe itself the stream's owner too.
 * In the order of keys, like the inbox, so that two such processes cannot wait for each other.
 */
async function lockLines(tx: WorkerTx, facts: readonly Fact[]): Promise<Map<string, number>> {
  const rows = await tx.query<{ charity_id: string; aggregate_id: string; family: string; revision: number }>(
    `INSERT INTO aggregate_seen (charity_id, aggregate_id, family, revision)
     SELECT DISTINCT charity_id, aggregate_id, family, 0
       FROM unnest($1::uuid[], $2::text[], $3::text[]) AS line (charity_id, aggregate_id, family)
      ORDER BY charity_id, aggregate_id, family
         ON CONFLICT (charity_id, aggregate_id, family) DO UPDATE SET revision = aggregate_seen.revision
     RETURNING charity_id, aggregate_id, family, revision`,
    linesOf(facts),
  );
  return new Map(rows.map((row) => [lineOf(row.charity_id, row.aggregate_id, row.family), row.revision]));
}

async function rememberRevisions(
  tx: WorkerTx,
  facts: readonly Fact[],
  arrivals: readonly Arrival[],
  raised: ReadonlyMap<string, number>,
): Promise<void> {
  const heads = facts.filter((_, index) => {
    const arrival = arrivals[index];
    return arrival && raised.get(arrival.line) === arrival.revision;
  });
  await tx.query(
    `UPDATE aggregate_seen SET revision = head.revision
       FROM unnest($1::uuid[], $2::text[], $3::text[], $4::integer[])
         AS head (charity_id, aggregate_id, family, revision)
      WHERE (aggregate_seen.charity_id, aggregate_seen.aggregate_id, aggregate_seen.family)
          = (head.charity_id, head.aggregate_id, head.family)`,
    [...linesOf(heads), heads.map((fact) => fact.revision)],
  );
}

const linesOf = (facts: readonly Fact[]): [string[], string[], string[]] => [
  facts.map((fact) => fact.charityid),
  facts.map((fact) => fact.subject),
  facts.map(familyOf),
];
