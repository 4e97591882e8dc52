import type { CharityStanding, charityStandingChanged, FactOf } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { missWindow } from '../posts/miss-window.js';
import type { PostRow } from '../posts/post-row.js';
import { tell } from '../posts/tell.js';
import { Lanes } from '../publishing/lanes.js';
import { waitsForStanding } from './waits-for-standing.js';

/**
 * A suspended or leaving charity publishes nothing from the commit on: every attempt locks the row that is written here.
 * What waits goes on waiting and nothing typed is lost. When the charity is active again it goes, if its window is still
 * open. A sign-off that was kept in comes late already, so it ends here.
 */
@Injectable()
export class OnStandingChanged implements Consumes<typeof charityStandingChanged> {
  constructor(@Inject(Lanes) private readonly lanes: Lanes) {}

  async handle({ data, revision }: FactOf<typeof charityStandingChanged>, tx: Tx): Promise<void> {
    if (!(await writeStanding(tx, data.standing, revision))) return;
    await this.lanes.wakeAll(tx);
    const waiting = await tx.query<PostRow>(
      `SELECT * FROM post WHERE state = 'queued' ORDER BY sequence FOR UPDATE`,
    );
    if (data.standing !== 'active') return tell(tx, idsOf(waiting), waitsForStanding);
    const isLate = ({ kind }: PostRow) => kind === 'signOff';
    await missWindow(tx, waiting.filter(isLate));
    const own = waiting.filter(({ kind }) => kind === 'own');
    await tell(tx, idsOf(own), 'The charity may post again.');
    const going = waiting.filter((row) => !isLate(row) && row.kind !== 'own');
    await tell(tx, idsOf(going), 'The charity may post again: it goes out if its takeover is still open.');
  }
}

/** Answers false for what is older than what is known. A charity not heard of yet begins with its switch off. */
async function writeStanding(tx: Tx, standing: CharityStanding, revision: number): Promise<boolean> {
  const written = await tx.query(
    `INSERT INTO kill_switch AS known (charity_id, mode, revision, standing, standing_revision)
     VALUES ($1, 'off', 0, $2, $3)
     ON CONFLICT (charity_id) DO UPDATE
        SET standing = excluded.standing, standing_revision = excluded.standing_revision
      WHERE known.standing_revision < excluded.standing_revision
     RETURNING 1`,
    [tx.charityId, standing, revision],
  );
  return written.length > 0;
}

const idsOf = (rows: readonly PostRow[]) => rows.map((row) => row.post_id);
