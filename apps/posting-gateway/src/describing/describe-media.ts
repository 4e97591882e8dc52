import { checkPictures } from '@baton/checks';
import {
  accept,
  type CuratorId,
  type describeMedia,
  type InputOf,
  isRefusal,
  type ResultOf,
  refuse,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { findMediaFor, type MediaRow } from '../media/media-row.js';
import { presentPicture } from '../media/present-picture.js';
import { sealAltText } from '../media/sealed-picture.js';
import { policyInForce } from '../policy/policy-in-force.js';
import { checkSettings, checkSettingsFor } from '../posts/check-settings.js';
import { Lanes } from '../publishing/lanes.js';
import { decideDescribing } from './decide-describing.js';
import { lookAgain } from './look-again.js';
import { lockLanesOf, lockPostsWith } from './posts-with-picture.js';

type Input = InputOf<typeof describeMedia>;

/**
 * Gives a picture its description. X takes one only before a post has the picture, so what X was given with another
 * description is forgotten and given anew. The same description again changes nothing.
 */
@Injectable()
export class DescribeMedia implements Handles<typeof describeMedia> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(Lanes) private readonly lanes: Lanes,
  ) {}

  handle({ charityId, mediaId, altText }: Input, call: CallContext): Promise<ResultOf<typeof describeMedia>> {
    return this.database.inCharity(charityId, async (tx) => {
      await lockLanesOf(tx, this.lanes, mediaId);
      const media = await findMediaFor(tx, call, mediaId, 'FOR UPDATE');
      if (!media) return refuse('notFound');
      const before = await presentPicture(tx, this.vault, media);
      if (before.altText === altText) return accept(before);
      const posts = await lockPostsWith(tx, mediaId);
      const by = call.caller.kind === 'staff' ? 'team' : 'author';
      const findings = await this.look(tx, altText, by === 'author' ? media.curatorId : undefined);
      const wasAsked = media.descriptionAskedAt !== null;
      const decision = decideDescribing({ by, wasAsked, posts, findings });
      if (isRefusal(decision)) return decision;
      await this.describe(tx, media, altText, by);
      await lookAgain(tx, this.vault, posts, { mediaId, by });
      if (by === 'team') {
        await noteInAudit(tx, { by: call.caller, action: 'picture.described', about: mediaId, details: {} });
      }
      const after = await findMediaFor(tx, call, mediaId);
      return after ? accept(await presentPicture(tx, this.vault, after)) : refuse('notFound');
    });
  }

  private async look(tx: Tx, altText: string, author: CuratorId | undefined) {
    const { policy } = await policyInForce(tx);
    const picture = { altText, waitsForTeam: false, isMoving: false };
    const settings = author
      ? await checkSettingsFor(tx, this.vault, policy, author)
      : await checkSettings(tx, policy);
    return checkPictures({ text: '', poll: [], pictures: [picture] }, settings);
  }

  private async describe(tx: Tx, { mediaId }: MediaRow, altText: string, by: 'author' | 'team') {
    await tx.query(
      `UPDATE media SET sealed_alt_text = $3, described_by = $4, x_media_id = NULL
        WHERE charity_id = $1 AND media_id = $2`,
      [
        tx.charityId,
        mediaId,
        await sealAltText(this.vault, tx, mediaId, altText),
        altText === '' ? null : by,
      ],
    );
  }
}
