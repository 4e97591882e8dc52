import {
  accept,
  type CuratorId,
  type InputOf,
  type listDescriptionRequests,
  type MediaId,
  type PostId,
  type ResultOf,
} from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';

interface Request {
  readonly mediaId: MediaId;
  readonly curatorId: CuratorId;
  readonly askedAt: Date;
  readonly mimeType: string;
  readonly width: number;
  readonly height: number;
  readonly postIds: PostId[];
}

/** What the team is asked to describe, oldest first. */
@Injectable()
export class ListDescriptionRequests implements Handles<typeof listDescriptionRequests> {
  constructor(@Inject(Database) private readonly database: Database) {}

  handle({
    charityId,
  }: InputOf<typeof listDescriptionRequests>): Promise<ResultOf<typeof listDescriptionRequests>> {
    return this.database.inCharity(charityId, async (tx) => {
      const asked = await tx.query<Request>(
        `SELECT media_id AS "mediaId", curator_id AS "curatorId", description_asked_at AS "askedAt",
                mime_type AS "mimeType", width, height,
                ARRAY (SELECT post_id FROM post WHERE post.charity_id = $1 AND state = 'held' AND awaits_description
                          AND media.media_id = ANY (post.media_ids) ORDER BY sequence) AS "postIds"
           FROM media
          WHERE charity_id = $1 AND description_asked_at IS NOT NULL AND described_by IS NULL AND state = 'ready'
          ORDER BY description_asked_at, media_id`,
        [charityId],
      );
      return accept({
        requests: asked.map(({ askedAt, ...request }) => ({ ...request, askedAt: askedAt.toISOString() })),
      });
    });
  }
}
