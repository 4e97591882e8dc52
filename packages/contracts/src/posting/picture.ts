import { z } from 'zod';
import { CuratorId, Instant, MediaId } from '../define/ids.js';

/** X takes 1,000 characters (docs.x.com, "Media metadata"). */
export const AltText = z
  .string()
  .trim()
  .max(1000, 'can be at most 1,000 characters: shorten it a little, the picture itself is kept');

const common = {
  mediaId: MediaId,
  curatorId: CuratorId,
  begunAt: Instant,
  altText: z.string(),
  /** Whose words the description is; null while there is none. */
  describedBy: z.enum(['author', 'team']).nullable(),
  /** When its curator asked the team to describe it; null where they did not. */
  descriptionAskedAt: Instant.nullable(),
};

/** A picture on its way and after. Bytes are counted as they were sent while it is received, and as they are kept when it is ready. */
export const Picture = z.discriminatedUnion('state', [
  z.object({
    ...common,
    state: z.literal('receiving'),
    byteLength: z.int(),
    receivedBytes: z.int(),
    chunkBytes: z.int(),
    /** Where to go on: the first chunk that is missing, or their number when none is. */
    nextIndex: z.int(),
    missing: z.array(z.int()),
  }),
  z.object({
    ...common,
    state: z.literal('ready'),
    mimeType: z.string(),
    width: z.int(),
    height: z.int(),
    byteLength: z.int(),
  }),
  /** What was sent is no picture that can go out, and is not kept; `words` say why and what to do. */
  z.object({ ...common, state: z.literal('refused'), words: z.string() }),
]);
export type Picture = z.infer<typeof Picture>;
