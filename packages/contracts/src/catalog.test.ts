import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { allOperations, operations } from './catalog.js';
import { defineOperation, subjectOf } from './define/define-operation.js';
import { CharityId } from './define/ids.js';
import { events } from './event-catalog.js';

describe('the catalog', () => {
  it('files every operation under its own owner and name', () => {
    for (const [owner, owned] of Object.entries(operations)) {
      for (const [name, operation] of Object.entries(owned)) {
        expect([operation.owner, operation.name]).toEqual([owner, name]);
      }
    }
  });

  it('files every event under its own type and version', () => {
    for (const [key, event] of Object.entries(events)) expect(`${event.type}.v${event.version}`).toBe(key);
  });

  it('gives every operation a subject and a route of its own', () => {
    expect(new Set(allOperations.map(subjectOf)).size).toBe(allOperations.length);
    const routes = allOperations
      .filter(({ path }) => path !== 'internal')
      .map(({ method, path }) => `${method} ${path}`);
    expect(new Set(routes).size).toBe(routes.length);
  });

  it('names the charity in the path of whatever is bound to one', () => {
    for (const operation of allOperations) {
      const bound = operation.access.some(({ to }) => ['staff', 'curator', 'key'].includes(to));
      if (bound) expect(operation.path).toContain('{charityId}');
    }
  });

  it('refuses a path parameter that the input does not have', () => {
    expect(() =>
      defineOperation({
        name: 'odd',
        owner: 'feedback',
        summary: '',
        method: 'GET',
        path: '/charities/{charityId}/odd/{oddId}',
        access: [{ to: 'anyone' }],
        input: z.object({ charityId: CharityId }),
        output: z.object({}),
        refusals: {},
      }),
    ).toThrow('{oddId}');
  });

  it('does not compile without an access rule', () => {
    // @ts-expect-error: the list of grants cannot be empty
    const rule: Parameters<typeof defineOperation>[0]['access'] = [];
    expect(rule).toHaveLength(0);
  });
});
