import { z } from 'zod';
import { type Read, readInput, snowflake } from '../wire/input.js';
import { invalidParameter } from '../wire/problems.js';
import { readPageToken } from './page-token.js';

const TimelineQuery = z.object({
  max_results: z.coerce.number().int().min(5).max(100).default(10),
  since_id: snowflake.optional(),
  until_id: snowflake.optional(),
  start_time: z.iso.datetime().optional(),
  end_time: z.iso.datetime().optional(),
  exclude: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(['replies', 'retweets'])))
    .default([]),
  pagination_token: z.string().optional(),
});

/** Which part of a timeline is asked for. Both ids are exclusive; times are milliseconds. */
export interface TimelineQuery {
  readonly maxResults: number;
  readonly sinceId: string | undefined;
  readonly untilId: string | undefined;
  readonly from: number;
  readonly until: number;
  readonly withReplies: boolean;
  /** The last post of the page before. */
  readonly after: string | undefined;
}

export function readTimelineQuery(query: Readonly<Record<string, string>>): Read<TimelineQuery> {
  const input = readInput(TimelineQuery, query);
  if (!input.ok) return input;
  const asked = input.value;
  const after = asked.pagination_token === undefined ? undefined : readPageToken(asked.pagination_token);
  if (asked.pagination_token !== undefined && after === undefined) {
    const refused = invalidParameter('pagination_token', asked.pagination_token, 'The token is not valid.');
    return { ok: false, refused };
  }
  return {
    ok: true,
    value: {
      maxResults: asked.max_results,
      sinceId: asked.since_id,
      untilId: asked.until_id,
      from: asked.start_time === undefined ? Number.NEGATIVE_INFINITY : Date.parse(asked.start_time),
      until: asked.end_time === undefined ? Number.POSITIVE_INFINITY : Date.parse(asked.end_time),
      withReplies: !asked.exclude.includes('replies'),
      after,
    },
  };
}
