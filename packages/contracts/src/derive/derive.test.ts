import { Parser } from '@asyncapi/parser';
import { describe, expect, it } from '@jest/globals';
import { allOperations } from '../catalog.js';
import { allEvents } from '../event-catalog.js';
import { submitPosts } from '../posting/operations.js';
import { listSlots } from '../scheduling/rota-slot-operations.js';
import { splitInput } from './split-input.js';
import { toAsyncApi } from './to-asyncapi.js';
import { toEventPages } from './to-event-pages.js';
import { toOpenApi } from './to-openapi.js';

describe('what is drawn from the contracts', () => {
  it('is an AsyncAPI document that the official parser accepts', async () => {
    const { diagnostics } = await new Parser().parse(JSON.stringify(toAsyncApi(allEvents)));
    expect(diagnostics.filter(({ severity }) => severity === 0)).toEqual([]);
  });

  it('has every routed operation in the OpenAPI document, and no internal one', () => {
    const document = JSON.stringify(toOpenApi(allOperations));
    for (const { name, path } of allOperations) {
      expect(document.includes(`"operationId":"${name}"`)).toBe(path !== 'internal');
    }
  });

  it('has a page for every event and a catalog that leads to it', () => {
    const pages = toEventPages(allEvents);
    for (const name of Object.keys(pages)) {
      if (name !== 'README.md') expect(pages['README.md']).toContain(`(${name})`);
    }
    expect(Object.keys(pages)).toHaveLength(allEvents.length + 1);
  });

  it('puts fields where HTTP carries them', () => {
    const charityId = '11111111-1111-4111-8111-111111111111';
    expect(splitInput(listSlots, { charityId, limit: 5, state: undefined })).toEqual({
      path: `/charities/${charityId}/slots`,
      query: new URLSearchParams({ limit: '5' }),
      body: undefined,
    });
    expect(splitInput(submitPosts, { charityId, takeoverId: 'a/b', posts: [] })).toEqual({
      path: `/charities/${charityId}/takeovers/a%2Fb/posts`,
      query: new URLSearchParams(),
      body: { posts: [] },
    });
  });
});
