import type { ApplicationId, ApplicationState } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/** Somebody who was asked for a facet, with no more of them than it takes to count it. */
export interface Asked {
  readonly applicationId: ApplicationId;
  readonly callId: string;
  readonly callVersion: number;
  readonly state: ApplicationState;
  readonly answersSealed: Buffer | null;
}

/** Whose applications stand; $2 and $3 are the calls and versions that ask for a facet. */
const standing = `
  FROM application
 WHERE charity_id = $1 AND state NOT IN ('declined', 'withdrawn', 'left')`;
const wasAsked = '(call_id, call_version) IN (SELECT * FROM unnest($2::uuid[], $3::int[]))';
const batch = 25;
const next = `
  SELECT application_id AS "applicationId", call_id AS "callId", call_version AS "callVersion", state,
         answers_sealed AS "answersSealed" ${standing} AND ${wasAsked}
     AND ($4::uuid IS NULL OR application_id > $4)
   ORDER BY application_id LIMIT ${batch}`;
const others = `SELECT state, count(*)::int AS people ${standing} AND NOT ${wasAsked} GROUP BY state`;

interface Version {
  readonly callId: string;
  readonly version: number;
}

const keysOf = (tx: Tx, versions: readonly Version[]) => [
  tx.charityId,
  versions.map(({ callId }) => callId),
  versions.map(({ version }) => version),
];

/** Everybody whom one of these versions asked, some at a time, so that no crowd fills the memory. */
export async function* peopleAsked(tx: Tx, versions: readonly Version[]): AsyncGenerator<Asked[]> {
  let last: string | null = null;
  do {
    const people: Asked[] = await tx.query<Asked>(next, [...keysOf(tx, versions), last]);
    if (people.length > 0) yield people;
    last = people.length === batch ? (people.at(-1)?.applicationId ?? null) : null;
  } while (last !== null);
}

/** How many were asked for none, by their state. */
export const peopleNotAsked = (
  tx: Tx,
  versions: readonly Version[],
): Promise<{ state: ApplicationState; people: number }[]> => tx.query(others, keysOf(tx, versions));
