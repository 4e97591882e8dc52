import {
  type InputOf,
  isRefusal,
  listArchive,
  type MediaId,
  type OutputOf,
  type PostId,
  type putBackInArchive,
  type RequestOf,
  takeOutOfArchive,
  viewArchiveEntry,
} from '@baton/contracts';
import type { CallContext } from '@baton/messaging';
import { Vault } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import { LeaveArchive } from '../archive/leave-archive.js';
import { ListArchive } from '../archive/list-archive.js';
import { PutBackInArchive } from '../archive/put-back-in-archive.js';
import { ReadArchivePicture } from '../archive/read-archive-picture.js';
import { TakeOutOfArchive } from '../archive/take-out-of-archive.js';
import { ViewArchiveEntry } from '../archive/view-archive-entry.js';
import { sealAltText, sealPicture } from '../media/sealed-picture.js';
import type { CharityOnStage } from './charity-on-stage.js';
import type { PublishingStage } from './publishing-stage.js';

type What = Partial<Pick<InputOf<typeof putBackInArchive>, 'postId' | 'mediaId'>>;

/** The archive of a charity, and what people do with it. */
export class ArchiveOnStage {
  constructor(
    private readonly stage: PublishingStage,
    private readonly charity: CharityOnStage,
  ) {}

  /** A weekend is over: its posts are out, and its curator lets them stay. */
  async weekend(texts: readonly string[] = ['One', 'Two']): Promise<PostId[]> {
    await this.charity.open();
    await this.stage.publish();
    const ids: PostId[] = [];
    for (const text of texts) ids.push(...(await this.charity.submit(text)));
    await this.stage.publish();
    await this.end();
    await this.charity.givesConsent('archive');
    await this.stage.keepArchive();
    return ids;
  }

  async end(): Promise<void> {
    await this.charity.close();
    await this.stage.publish();
    await this.stage.keepArchive();
  }

  async list(asked: Partial<RequestOf<typeof listArchive>> = {}): Promise<OutputOf<typeof listArchive>> {
    const input = listArchive.input.parse({ charityId: this.charity.charityId, ...asked });
    const answer = await this.stage.app.get(ListArchive).handle(input);
    if (isRefusal(answer)) throw new Error(`refused: ${answer.refusal.code}`);
    return answer.value;
  }

  /** The entry, or undefined where nobody can see one. */
  async entry(from = 0): Promise<OutputOf<typeof viewArchiveEntry> | undefined> {
    const { charityId, takeoverId } = this.charity;
    const input = viewArchiveEntry.input.parse({ charityId, takeoverId, from });
    const answer = await this.stage.app.get(ViewArchiveEntry).handle(input);
    return isRefusal(answer) ? undefined : answer.value;
  }

  async texts(): Promise<string[] | undefined> {
    return (await this.entry())?.posts.map(({ text }) => text);
  }

  takeOut(what: What, call: CallContext, reason = '') {
    const { charityId, takeoverId } = this.charity;
    const input = takeOutOfArchive.input.parse({ charityId, takeoverId, reason, ...what });
    return this.stage.app.get(TakeOutOfArchive).handle(input, call);
  }

  /** Its curator takes everything off the page. */
  leave(more: Partial<CallContext> = {}) {
    const { charityId } = this.charity;
    return this.stage.app.get(LeaveArchive).handle({ charityId }, { ...this.charity.asCurator(), ...more });
  }

  putBack(what: What, call: CallContext) {
    const { charityId, takeoverId } = this.charity;
    return this.stage.app.get(PutBackInArchive).handle({ charityId, takeoverId, ...what }, call);
  }

  /** The bytes of a picture, or the code of the refusal. */
  async picture(mediaId: MediaId): Promise<string> {
    const { charityId, takeoverId } = this.charity;
    const answer = await this.stage.app
      .get(ReadArchivePicture)
      .handle({ charityId, takeoverId, mediaId, from: 0 });
    return isRefusal(answer)
      ? answer.refusal.code
      : Buffer.from(answer.value.piece, 'base64').toString('utf8');
  }

  /** A picture of the curator's that is ready to go out. */
  async aPicture(altText: string): Promise<MediaId> {
    const { charityId, curatorId } = this.charity;
    const mediaId = newId<MediaId>();
    const vault = this.stage.app.get(Vault);
    await this.stage.database.inCharity(charityId, async (tx) => {
      const alt = await sealAltText(vault, tx, mediaId, altText);
      const sealed = await sealPicture(vault, tx, mediaId, Buffer.from('a picture'));
      await tx.query(
        `INSERT INTO media (charity_id, media_id, curator_id, state, source_bytes, sealed_alt_text, described_by,
                            mime_type, width, height, byte_length, sealed_picture)
         VALUES ($1, $2, $3, 'ready', 9, $4, 'author', 'image/png', 4, 3, 9, $5)`,
        [charityId, mediaId, curatorId, alt, sealed],
      );
    });
    return mediaId;
  }

  /** Every plain word that the archive’s tables still hold of this charity. */
  async plainWords(): Promise<string> {
    return this.stage.database.inCharity(this.charity.charityId, async (tx) => {
      const rows = await tx.query(
        `SELECT to_jsonb(e) FROM archive_entry e UNION ALL SELECT to_jsonb(p) FROM archive_post p
         UNION ALL SELECT to_jsonb(a) FROM archive_picture a`,
      );
      return JSON.stringify(rows);
    });
  }
}
