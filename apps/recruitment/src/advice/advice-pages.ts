import type { AdvicePageId, AdvicePictureId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import { sha256 } from '../calls/sha256.js';
import { standardAdvice } from './standard-advice.js';

export interface PagePicture {
  readonly pictureId: AdvicePictureId;
  readonly description: string;
}

export interface AdvicePage {
  readonly pageId: AdvicePageId;
  readonly title: string;
  readonly body: string;
  readonly pictures: readonly PagePicture[];
}

export interface AdvicePack {
  readonly version: number;
  readonly pages: readonly AdvicePage[];
  readonly hash: string;
  readonly publishedAt: Date;
}

const draft = `
  SELECT page_id AS "pageId", title, body,
         coalesce((SELECT jsonb_agg(jsonb_build_object('pictureId', picture_id, 'description', description)
                                    ORDER BY added_at, picture_id)
                     FROM advice_picture AS picture
                    WHERE picture.charity_id = page.charity_id AND picture.page_id = page.page_id AND is_on_page),
                  '[]') AS pictures
    FROM advice_page AS page WHERE charity_id = $1 ORDER BY position, page_id`;

/** The pack as the team is writing it. */
export const draftOf = (tx: Tx): Promise<AdvicePage[]> => tx.query<AdvicePage>(draft, [tx.charityId]);

/** What curators read; undefined where nothing has been published. */
export async function publishedAdvice(tx: Tx): Promise<AdvicePack | undefined> {
  const [pack] = await tx.query<AdvicePack>(
    `SELECT version, pages, hash, published_at AS "publishedAt" FROM advice_pack
      WHERE charity_id = $1 ORDER BY version DESC LIMIT 1`,
    [tx.charityId],
  );
  return pack;
}

/** The same pages again are the same version. The caller has taken its turn at the pack. */
export async function publishPages(tx: Tx, pages: readonly AdvicePage[]): Promise<number> {
  const hash = hashOf(pages);
  const known = await publishedAdvice(tx);
  if (known?.hash === hash) return known.version;
  const version = (known?.version ?? 0) + 1;
  await tx.query('INSERT INTO advice_pack (charity_id, version, pages, hash) VALUES ($1, $2, $3, $4)', [
    tx.charityId,
    version,
    JSON.stringify(pages),
    hash,
  ]);
  return version;
}

/** How a page reads: what somebody has read is that page as it was. */
export const hashOfPage = ({ title, body, pictures }: AdvicePage): string =>
  sha256(
    JSON.stringify([title, body, pictures.map(({ pictureId, description }) => [pictureId, description])]),
  );

export const hashOf = (pages: readonly AdvicePage[]): string =>
  sha256(JSON.stringify(pages.map((page) => [page.pageId, hashOfPage(page)])));

/** From the first day there is a pack to read. */
export async function beginWithStandardAdvice(tx: Tx): Promise<void> {
  if ((await draftOf(tx)).length > 0 || (await publishedAdvice(tx))) return;
  for (const [position, { title, body }] of standardAdvice.entries())
    await tx.query(
      'INSERT INTO advice_page (charity_id, page_id, position, title, body) VALUES ($1, $2, $3, $4, $5)',
      [tx.charityId, newId<AdvicePageId>(), position, title, body],
    );
  await publishPages(tx, await draftOf(tx));
}
