import { accept, type InputOf, type noteOnPost, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { lockPost } from '../posts/post-row.js';
import { memberOf } from './claims.js';
import { writeNote } from './post-notes.js';

/** What the team says among itself about a post. Its author never sees it. */
@Injectable()
export class NoteOnPost implements Handles<typeof noteOnPost> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { charityId, postId, noteId, text }: InputOf<typeof noteOnPost>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof noteOnPost>> {
    return this.database.inCharity(charityId, async (tx) => {
      const row = await lockPost(tx, postId);
      if (!row) return refuse('notFound');
      const isThere = await writeNote(tx, this.vault, row, { noteId, by: memberOf(caller), text });
      return isThere ? accept({ noteId }) : refuse('idReused');
    });
  }
}
