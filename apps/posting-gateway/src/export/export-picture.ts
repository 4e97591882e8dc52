import { accept, type exportPicture, type InputOf, type ResultOf, refuse } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { pieceOfPicture } from '../media/piece-of-picture.js';

/** A picture for a charity’s archive, piece by piece. */
@Injectable()
export class ExportPicture implements Handles<typeof exportPicture> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle({
    charityId,
    mediaId,
    from,
  }: InputOf<typeof exportPicture>): Promise<ResultOf<typeof exportPicture>> {
    return this.database.inCharity(charityId, async (tx) => {
      const piece = await pieceOfPicture(tx, this.vault, mediaId, from);
      return piece ? accept(piece) : refuse('notFound');
    });
  }
}
