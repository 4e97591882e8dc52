import { describe, expect, it } from '@jest/globals';
import type { QueryConfig, QueryResultRow } from 'pg';
import { oneAtATime } from './one-at-a-time.js';

const answer = { command: 'SELECT', rowCount: 0, oid: 0, fields: [], rows: [] };

describe('a connection that several works use', () => {
  it('is asked the next thing when the one before has ended, even badly', async () => {
    const story: string[] = [];
    const session = oneAtATime({
      async query<Row extends QueryResultRow>(text: string | QueryConfig) {
        story.push(`${text} begins`);
        await new Promise((resolve) => setImmediate(resolve));
        story.push(`${text} ends`);
        if (text === 'bad') throw new Error('no such table');
        return { ...answer, rows: [] as Row[] };
      },
    });
    const [bad, good] = await Promise.allSettled([session.query('bad'), session.query('good')]);
    expect([bad.status, good.status]).toEqual(['rejected', 'fulfilled']);
    expect(story).toEqual(['bad begins', 'bad ends', 'good begins', 'good ends']);
  });
});
