import { accept, type InputOf, type ResultOf, refuse, type viewCertificate } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { curatorOf } from '../me/curator-of.js';
import { type Curated, curatedBy } from './curated-takeovers.js';

/** Only for a takeover of one's own that is over. No illness is named, and no other name than the one they go by. */
@Injectable()
export class ViewCertificate implements Handles<typeof viewCertificate> {
  constructor(private readonly database: Database) {}

  async handle(
    { charityId, takeoverId }: InputOf<typeof viewCertificate>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof viewCertificate>> {
    const curatorId = curatorOf(caller);
    return this.database.inCharity(charityId, async (tx) => {
      const curator = await findByCurator(tx, curatorId);
      const over = (await curatedBy(tx, curatorId)).filter(isOver);
      const certified = over.find((takeover) => takeover.takeoverId === takeoverId);
      if (!curator || !certified) return refuse('notFound');
      const { name, zone } = await charityOf(tx);
      return accept({
        ...{ takeoverId, charityName: name, zone, penName: curator.penName },
        openedAt: certified.openedAt.toISOString(),
        closedAt: certified.closedAt.toISOString(),
        takeovers: over.length,
      });
    });
  }
}

const isOver = (takeover: Curated): takeover is Curated & { closedAt: Date } => takeover.closedAt !== null;

async function charityOf(tx: Tx): Promise<{ name: string; zone: string }> {
  const [charity] = await tx.query<{ name: string; zone: string }>(
    'SELECT name, zone FROM charity WHERE charity_id = $1',
    [tx.charityId],
  );
  if (!charity) throw new Error('somebody curated for a charity that is not known here yet');
  return charity;
}
