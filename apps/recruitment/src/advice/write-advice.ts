import { readingOf } from '@baton/checks';
import {
  accept,
  type InputOf,
  type orderAdvicePages,
  type ResultOf,
  refuse,
  type removeAdvicePage,
  type saveAdvicePage,
} from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { takeTurns } from '../turns/take-turns.js';
import { draftOf } from './advice-pages.js';
import { takeOffPage } from './advice-pictures.js';

const mostPages = 30;
const save = `
  INSERT INTO advice_page (charity_id, page_id, position, title, body)
  VALUES ($1, $2, (SELECT 1 + coalesce(max(position), -1) FROM advice_page WHERE charity_id = $1), $3, $4)
  ON CONFLICT (charity_id, page_id) DO UPDATE SET title = excluded.title, body = excluded.body`;

/** A page of the pack is written; how hard it reads comes back with it. */
@Injectable()
export class SaveAdvicePage implements Handles<typeof saveAdvicePage> {
  constructor(private readonly database: Database) {}

  async handle({
    charityId,
    pageId,
    title,
    body,
  }: InputOf<typeof saveAdvicePage>): Promise<ResultOf<typeof saveAdvicePage>> {
    return this.database.inCharity(charityId, async (tx) => {
      await takeTurns(tx, 'advice');
      const pages = await draftOf(tx);
      if (pages.length >= mostPages && !pages.some((page) => page.pageId === pageId))
        return refuse('tooManyPages');
      await tx.query(save, [charityId, pageId, title, body]);
      const { age, hard } = readingOf(`${title}.\n${body}`);
      return accept({ pageId, reading: { age, hard: [...hard] } });
    });
  }
}

@Injectable()
export class OrderAdvicePages implements Handles<typeof orderAdvicePages> {
  constructor(private readonly database: Database) {}

  async handle({
    charityId,
    pageIds,
  }: InputOf<typeof orderAdvicePages>): Promise<ResultOf<typeof orderAdvicePages>> {
    return this.database.inCharity(charityId, async (tx) => {
      await takeTurns(tx, 'advice');
      const known = (await draftOf(tx)).map(({ pageId }) => pageId);
      const isWhole = known.length === pageIds.length && known.every((id) => pageIds.includes(id));
      if (!isWhole) return refuse('otherPages');
      await tx.query(
        `UPDATE advice_page AS page SET position = wanted.position
           FROM unnest($2::uuid[]) WITH ORDINALITY AS wanted (page_id, position)
          WHERE page.charity_id = $1 AND page.page_id = wanted.page_id`,
        [charityId, pageIds],
      );
      return accept({ pageIds });
    });
  }
}

/** Taken away twice is taken away once, with its pictures. What is published keeps it, and them. */
@Injectable()
export class RemoveAdvicePage implements Handles<typeof removeAdvicePage> {
  constructor(private readonly database: Database) {}

  async handle({ charityId, pageId }: InputOf<typeof removeAdvicePage>) {
    return this.database.inCharity(charityId, async (tx) => {
      await takeTurns(tx, 'advice');
      await takeOffPage(tx, pageId, null);
      await tx.query('DELETE FROM advice_page WHERE charity_id = $1 AND page_id = $2', [charityId, pageId]);
      return accept({ pageId });
    });
  }
}
