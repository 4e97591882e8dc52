import {
  type AdvicePageId,
  accept,
  type CuratorId,
  type InputOf,
  type markAdviceRead,
  type ResultOf,
  refuse,
  type viewAdvice,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { curatorOf } from '../me/curator-of.js';
import { ReachReady } from '../preparation/reach-ready.js';
import { type AdvicePage, hashOfPage, publishedAdvice } from './advice-pages.js';

const noteReading = `
  INSERT INTO advice_read (charity_id, curator_id, page_id, hash) VALUES ($1, $2, $3, $4)
  ON CONFLICT (charity_id, curator_id, page_id) DO UPDATE SET hash = excluded.hash, read_at = baton.now()
   WHERE advice_read.hash <> excluded.hash`;

@Injectable()
export class ViewAdvice implements Handles<typeof viewAdvice> {
  constructor(private readonly database: Database) {}

  async handle({ charityId }: InputOf<typeof viewAdvice>, { caller }: CallContext) {
    return this.database.inCharity(charityId, async (tx) => {
      const pack = await publishedAdvice(tx);
      const read = caller.kind === 'curator' ? await readBy(tx, caller.curatorId) : new Map();
      const pages = (pack?.pages ?? []).map((page) => ({
        ...page,
        pictures: [...page.pictures],
        readAt: readAt(read, page)?.toISOString() ?? null,
      }));
      return accept({ version: pack?.version ?? null, pages });
    });
  }
}

/** The last page read is the advice read; a page that was changed since is read anew only by who had not come to the end. */
@Injectable()
export class MarkAdviceRead implements Handles<typeof markAdviceRead> {
  constructor(
    private readonly database: Database,
    private readonly ready: ReachReady,
  ) {}

  async handle(
    { charityId, pageId }: InputOf<typeof markAdviceRead>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof markAdviceRead>> {
    const curatorId = curatorOf(caller);
    return this.database.inCharity(charityId, async (tx) => {
      const curator = await findByCurator(tx, curatorId, 'FOR UPDATE');
      const pages = (await publishedAdvice(tx))?.pages ?? [];
      const page = pages.find((one) => one.pageId === pageId);
      if (!curator || !page) return refuse('notFound');
      await tx.query(noteReading, [charityId, curatorId, pageId, hashOfPage(page)]);
      const read = await readBy(tx, curatorId);
      const left = pages.filter((one) => !readAt(read, one)).length;
      if (left === 0) await this.ready.done(tx, curatorId, 'advice');
      return accept({ left });
    });
  }
}

/** Who prepares and has read every one of these pages as they are. */
export async function whoHasReadAll(tx: Tx, pages: readonly AdvicePage[]): Promise<CuratorId[]> {
  const rows = await tx.query<{ curatorId: CuratorId }>(
    `SELECT curator_id AS "curatorId" FROM application JOIN advice_read USING (charity_id, curator_id)
      WHERE charity_id = $1 AND state IN ('accepted', 'preparing')
        AND (page_id, hash) IN (SELECT * FROM unnest($2::uuid[], $3::text[]))
      GROUP BY curator_id, application_id HAVING count(*) = $4 ORDER BY application_id`,
    [tx.charityId, pages.map(({ pageId }) => pageId), pages.map(hashOfPage), pages.length],
  );
  return rows.map(({ curatorId }) => curatorId);
}

type ReadPages = ReadonlyMap<AdvicePageId, { readonly hash: string; readonly at: Date }>;

async function readBy(tx: Tx, curatorId: CuratorId): Promise<ReadPages> {
  const rows = await tx.query<{ pageId: AdvicePageId; hash: string; at: Date }>(
    'SELECT page_id AS "pageId", hash, read_at AS at FROM advice_read WHERE charity_id = $1 AND curator_id = $2',
    [tx.charityId, curatorId],
  );
  return new Map(rows.map(({ pageId, hash, at }) => [pageId, { hash, at }]));
}

function readAt(read: ReadPages, page: AdvicePage): Date | undefined {
  const known = read.get(page.pageId);
  return known?.hash === hashOfPage(page) ? known.at : undefined;
}
