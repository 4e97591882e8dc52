import { accept, type askForDescription, type InputOf, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { findMedia, lockMedia } from '../media/media-row.js';
import { presentPicture } from '../media/present-picture.js';
import { Lanes } from '../publishing/lanes.js';
import { curatorOf } from '../takeovers/curator-of.js';
import { isOut } from './decide-describing.js';
import { lookAgain } from './look-again.js';
import { lockLanesOf, lockPostsWith } from './posts-with-picture.js';

/** A curator who cannot describe a picture asks the team to. Posts with it wait. Asking again changes nothing. */
@Injectable()
export class AskForDescription implements Handles<typeof askForDescription> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(Lanes) private readonly lanes: Lanes,
  ) {}

  handle(
    { charityId, mediaId }: InputOf<typeof askForDescription>,
    call: CallContext,
  ): Promise<ResultOf<typeof askForDescription>> {
    const curatorId = curatorOf(call);
    return this.database.inCharity(charityId, async (tx) => {
      await lockLanesOf(tx, this.lanes, mediaId);
      const media = await lockMedia(tx, curatorId, mediaId);
      if (!media) return refuse('notFound');
      if (media.descriptionAskedAt) return accept(await presentPicture(tx, this.vault, media));
      if (media.describedBy) return refuse('alreadyDescribed');
      const posts = await lockPostsWith(tx, mediaId);
      if (isOut(posts)) return refuse('alreadyOut');
      await tx.query(
        'UPDATE media SET description_asked_at = baton.now() WHERE charity_id = $1 AND media_id = $2',
        [charityId, mediaId],
      );
      await lookAgain(tx, this.vault, posts, { mediaId, by: 'author' });
      const asked = await findMedia(tx, curatorId, mediaId);
      return asked ? accept(await presentPicture(tx, this.vault, asked)) : refuse('notFound');
    });
  }
}
