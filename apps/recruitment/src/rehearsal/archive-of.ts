import type { Caller, CharityId, OutputOf, operations } from '@baton/contracts';
import { accepted } from './charity-on-stage.js';
import type { Stage } from './stage.js';

type Page = OutputOf<(typeof operations.recruitment)['export-records']>;

const gateway: Caller = { kind: 'service', service: 'api-gateway' };

/** Every page of what this service puts into a charity's archive. */
export async function archiveOf(stage: Stage, charityId: CharityId): Promise<Page[]> {
  const pages: Page[] = [];
  let cursor: string | null = null;
  do {
    const page: Page = accepted(await stage.call('export-records', { charityId, cursor }, gateway));
    pages.push(page);
    cursor = page.next;
  } while (cursor !== null);
  return pages;
}
