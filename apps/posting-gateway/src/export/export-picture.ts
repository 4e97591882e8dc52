import { accept, type exportPicture, type InputOf, type ResultOf, refuse } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { openPicture } from '../media/sealed-picture.js';

/** In base64 well below what an answer on the bus may have. */
const pieceBytes = 384 * 1024;

/** A picture for a charity’s archive, piece by piece. */
@Injectable()
export class ExportPicture implements Handles<typeof exportPicture> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  async handle({
    charityId,
    mediaId,
    from,
  }: InputOf<typeof exportPicture>): Promise<ResultOf<typeof exportPicture>> {
    const picture = await this.database.inCharity(charityId, async (tx) => {
      const [row] = await tx.query<{ sealed_picture: Buffer | null }>(
        'SELECT sealed_picture FROM media WHERE media_id = $1',
        [mediaId],
      );
      return row?.sealed_picture && openPicture(this.vault, tx, mediaId, row.sealed_picture);
    });
    if (!picture) return refuse('notFound');
    const to = from + pieceBytes;
    const piece = picture.subarray(from, to).toString('base64');
    return accept({ piece, next: to < picture.length ? to : null });
  }
}
