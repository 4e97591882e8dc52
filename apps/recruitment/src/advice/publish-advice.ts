import { readingOf } from '@baton/checks';
import {
  accept,
  hardToReadFromAge,
  type InputOf,
  type publishAdvice,
  type ResultOf,
  refuse,
  type viewAdviceDraft,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { ReachReady } from '../preparation/reach-ready.js';
import { takeTurns } from '../turns/take-turns.js';
import { turnAtPeople } from '../turns/turn-at-people.js';
import { type AdvicePage, draftOf, hashOf, publishedAdvice, publishPages } from './advice-pages.js';
import { whoHasReadAll } from './read-advice.js';

const readingOfPage = ({ title, body }: AdvicePage) => {
  const { age, hard } = readingOf(`${title}.\n${body}`);
  return { age, hard: [...hard] };
};

/** Curators read the pack as it stands from now on. Pages that are hard to read ask once more; whoever has read all that is left in it is through. */
@Injectable()
export class PublishAdvice implements Handles<typeof publishAdvice> {
  constructor(
    private readonly database: Database,
    private readonly ready: ReachReady,
  ) {}

  async handle(
    { charityId, evenSo }: InputOf<typeof publishAdvice>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof publishAdvice>> {
    return this.database.inCharity(charityId, async (tx) => {
      await turnAtPeople(tx);
      await takeTurns(tx, 'advice');
      const pages = await draftOf(tx);
      if (pages.length === 0) return refuse('nothingToPublish');
      const hard = pages
        .map((page) => ({ title: page.title, ...readingOfPage(page) }))
        .filter(({ age }) => age !== null && age > hardToReadFromAge);
      if (hard.length > 0 && !evenSo) return refuse('hardToRead', { details: { pages: hard } });
      const before = await publishedAdvice(tx);
      const version = await publishPages(tx, pages);
      if (version !== before?.version)
        await noteInAudit(tx, {
          by: caller,
          action: 'advice.published',
          about: charityId,
          details: { version },
        });
      for (const curatorId of await whoHasReadAll(tx, pages)) await this.ready.done(tx, curatorId, 'advice');
      return accept({ version, pages: pages.length });
    });
  }
}

@Injectable()
export class ViewAdviceDraft implements Handles<typeof viewAdviceDraft> {
  constructor(private readonly database: Database) {}

  async handle({ charityId }: InputOf<typeof viewAdviceDraft>) {
    return this.database.inCharity(charityId, async (tx) => {
      const pages = await draftOf(tx);
      const pack = await publishedAdvice(tx);
      return accept({
        pages: pages.map((page) => ({ ...page, pictures: [...page.pictures], reading: readingOfPage(page) })),
        published: pack ? { version: pack.version, at: pack.publishedAt.toISOString() } : null,
        isPublished: pack?.hash === hashOf(pages),
      });
    });
  }
}
