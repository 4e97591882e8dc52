import {
  type AdvicePageId,
  type AdvicePictureId,
  accept,
  type addAdvicePicture,
  type InputOf,
  type ResultOf,
  refuse,
  type removeAdvicePicture,
  type viewAdvicePicture,
} from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { cleanSmallPicture } from '@baton/pictures';
import { Injectable } from '@nestjs/common';
import { takeTurns } from '../turns/take-turns.js';
import { draftOf } from './advice-pages.js';

const longestSide = 1_280;
const mostOnPage = 4;
const add = `
  INSERT INTO advice_picture (charity_id, picture_id, page_id, description, bytes) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (charity_id, picture_id) DO UPDATE SET description = excluded.description, is_on_page = true
   WHERE advice_picture.page_id = excluded.page_id AND advice_picture.bytes = excluded.bytes RETURNING 1`;

const takeOff = `
  UPDATE advice_picture SET is_on_page = false
   WHERE charity_id = $1 AND page_id = $2 AND ($3::uuid IS NULL OR picture_id = $3)`;
/** What no published pack shows is of no use to anybody. */
const forgetUnread = `
  DELETE FROM advice_picture AS picture
   WHERE charity_id = $1 AND page_id = $2 AND ($3::uuid IS NULL OR picture_id = $3)
     AND NOT EXISTS (SELECT FROM advice_pack
                      WHERE charity_id = $1 AND position(picture.picture_id::text IN pages::text) > 0)`;

/** One picture of a page, or all of them, go from it; those that were published stay for who reads them. */
export async function takeOffPage(tx: Tx, pageId: AdvicePageId, pictureId: AdvicePictureId | null) {
  for (const statement of [takeOff, forgetUnread])
    await tx.query(statement, [tx.charityId, pageId, pictureId]);
}

/** A picture joins a page; the same again with other words has other words. Another under its id is refused. */
@Injectable()
export class AddAdvicePicture implements Handles<typeof addAdvicePicture> {
  constructor(private readonly database: Database) {}

  async handle(input: InputOf<typeof addAdvicePicture>): Promise<ResultOf<typeof addAdvicePicture>> {
    const { charityId, pageId, pictureId, description } = input;
    const clean = await cleanSmallPicture(Buffer.from(input.bytes, 'base64'), { longestSide, as: 'webp' });
    if (!clean) return refuse('notAPicture');
    return this.database.inCharity(charityId, async (tx) => {
      await takeTurns(tx, 'advice');
      const page = (await draftOf(tx)).find((one) => one.pageId === pageId);
      if (!page) return refuse('notFound');
      const others = page.pictures.filter((picture) => picture.pictureId !== pictureId);
      if (others.length >= mostOnPage) return refuse('tooManyPictures');
      const added = await tx.query(add, [charityId, pictureId, pageId, description, clean]);
      if (added.length === 0) return refuse('idReused');
      return accept({ pictureId, description });
    });
  }
}

@Injectable()
export class RemoveAdvicePicture implements Handles<typeof removeAdvicePicture> {
  constructor(private readonly database: Database) {}

  async handle({ charityId, pageId, pictureId }: InputOf<typeof removeAdvicePicture>) {
    return this.database.inCharity(charityId, async (tx) => {
      await takeTurns(tx, 'advice');
      await takeOffPage(tx, pageId, pictureId);
      return accept({ pictureId });
    });
  }
}

@Injectable()
export class ViewAdvicePicture implements Handles<typeof viewAdvicePicture> {
  constructor(private readonly database: Database) {}

  async handle({
    charityId,
    pictureId,
  }: InputOf<typeof viewAdvicePicture>): Promise<ResultOf<typeof viewAdvicePicture>> {
    const [picture] = await this.database.inCharity(charityId, (tx) =>
      tx.query<{ bytes: Buffer; description: string }>(
        'SELECT bytes, description FROM advice_picture WHERE charity_id = $1 AND picture_id = $2',
        [charityId, pictureId],
      ),
    );
    if (!picture) return refuse('notFound');
    const { bytes, description } = picture;
    return accept({ mimeType: 'image/webp' as const, bytes: bytes.toString('base64'), description });
  }
}
