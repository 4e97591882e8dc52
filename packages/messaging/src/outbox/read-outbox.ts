import type { Session } from '../bus/one-at-a-time.js';
import type { Frontier } from './frontier.js';
import type { OutboxRow } from './outbox-row.js';

/** One look at the outbox: everything in it is of one snapshot. */
export interface Reading {
  /** In the holes and behind the position, by id. */
  readonly rows: readonly OutboxRow[];
  /** What the table says the cursor is; another value than was last written means: begin again from there. */
  readonly cursor: number;
  readonly oldestRunning: bigint;
  readonly horizon: bigint;
}

/**
 * `pg_current_xact_id()` draws a number after the snapshot was taken, so every transaction that had one
 * when the rows were read has a lower one. A snapshot's own `xmax` would not do: it is the end of what
 * has *completed*, and a transaction that began earlier and still runs can have that very number.
 */
const look = `
  SELECT round.*, fact.*
    FROM (SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS "oldestRunning",
                 pg_current_xact_id()::text AS horizon, position AS cursor
            FROM outbox_cursor) AS round
    LEFT JOIN LATERAL (
      (SELECT * FROM outbox WHERE id > $1 ORDER BY id LIMIT $2)
      UNION ALL
      (SELECT outbox.* FROM unnest($3::bigint[], $4::bigint[]) AS hole (low, high)
         JOIN outbox ON outbox.id BETWEEN hole.low AND hole.high)
    ) AS fact ON true`;

export async function readOutbox(session: Session, frontier: Frontier, limit: number): Promise<Reading> {
  const { rows } = await session.query<Looked>({
    name: 'baton-read-outbox',
    text: look,
    values: [
      frontier.position,
      limit,
      frontier.holes.map((hole) => hole.low),
      frontier.holes.map((hole) => hole.high),
    ],
  });
  const round = rows[0];
  if (!round) throw new Error('outbox_cursor has lost its row');
  return {
    rows: rows.flatMap(rowIn).sort((one, other) => one.id - other.id),
    cursor: Number(round.cursor),
    oldestRunning: BigInt(round.oldestRunning),
    horizon: BigInt(round.horizon),
  };
}

interface Looked {
  readonly cursor: string;
  readonly oldestRunning: string;
  readonly horizon: string;
  readonly id: string | null;
  readonly event_id: string;
  readonly subject: string;
  readonly aggregate_id: string;
  readonly traceparent: string;
  readonly envelope: string;
  readonly created_at: Date;
}

/** The join gives one row without a fact when there is none. */
const rowIn = (looked: Looked): OutboxRow[] =>
  looked.id === null
    ? []
    : [
        {
          id: Number(looked.id),
          eventId: looked.event_id,
          subject: looked.subject,
          aggregateId: looked.aggregate_id,
          traceparent: looked.traceparent,
          envelope: looked.envelope,
          createdAt: looked.created_at,
        },
      ];
