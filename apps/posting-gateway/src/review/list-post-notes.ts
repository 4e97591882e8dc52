import { accept, type InputOf, type listPostNotes, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { findPost } from '../posts/post-row.js';
import { isUnseen } from './distressing.js';
import { notesOf } from './post-notes.js';

/** Notes quote what a post says: who is spared its words is spared them too, until they look. */
@Injectable()
export class ListPostNotes implements Handles<typeof listPostNotes> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { charityId, postId }: InputOf<typeof listPostNotes>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof listPostNotes>> {
    return this.database.inCharity(charityId, async (tx) => {
      const row = await findPost(tx, postId);
      if (!row) return refuse('notFound');
      if (await isUnseen(tx, row, caller)) return refuse('notLookedAt');
      return accept({ notes: await notesOf(tx, this.vault, row) });
    });
  }
}
