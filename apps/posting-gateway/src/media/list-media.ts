import { accept, type InputOf, type listMedia, type Picture, type ResultOf } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { curatorOf } from '../takeovers/curator-of.js';
import { type MediaRow, mediaColumns } from './media-row.js';
import { presentPicture } from './present-picture.js';

const most = 100;

/** What a curator has uploaded, on whatever device. */
@Injectable()
export class ListMedia implements Handles<typeof listMedia> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { charityId, since }: InputOf<typeof listMedia>,
    call: CallContext,
  ): Promise<ResultOf<typeof listMedia>> {
    return this.database.inCharity(charityId, async (tx) => {
      const rows = await tx.query<MediaRow>(
        `SELECT ${mediaColumns} FROM media
          WHERE charity_id = $1 AND curator_id = $2 AND begun_at >= coalesce($3::timestamptz, '-infinity')
          ORDER BY begun_at DESC, media_id LIMIT ${most}`,
        [charityId, curatorOf(call), since ?? null],
      );
      const pictures: Picture[] = [];
      for (const row of rows) pictures.push(await presentPicture(tx, this.vault, row));
      return accept({ pictures });
    });
  }
}
