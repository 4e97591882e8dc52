import { z } from 'zod';
import { Instant, MediaId, PostId, TakeoverId } from '../define/ids.js';

/** A takeover in a charity's public archive. */
export const ArchiveEntry = z.object({
  takeoverId: TakeoverId,
  /** The pen name; null where its curator chose to be shown under none. */
  name: z.string().nullable(),
  openedAt: Instant,
  closedAt: Instant,
  /** Of the curator's own. */
  posts: z.int(),
  pictures: z.int(),
  /** How the curator's first post begins. */
  firstWords: z.string(),
});
export type ArchiveEntry = z.infer<typeof ArchiveEntry>;

/** The charity's own copy, with nothing in it but the picture. */
export const ArchivePicture = z.object({
  mediaId: MediaId,
  /** Empty where nobody has described it. */
  altText: z.string(),
  width: z.int(),
  height: z.int(),
});
export type ArchivePicture = z.infer<typeof ArchivePicture>;

export const ArchivePost = z.object({
  postId: PostId,
  /** The first post of its thread; its own id where it stands alone. */
  threadId: PostId,
  /** `charity`: the words the charity introduced its curator with. */
  author: z.enum(['curator', 'charity']),
  publishedAt: Instant,
  text: z.string(),
  /** What a poll asked to choose from; empty where there was none. How people voted is not kept. */
  pollOptions: z.array(z.string()),
  pictures: z.array(ArchivePicture),
});
export type ArchivePost = z.infer<typeof ArchivePost>;

/** Who keeps something out of the archive: the curator, the team, or both of them. Empty: nobody. */
export const KeptOutBy = z.array(z.enum(['curator', 'team']));
export type KeptOutBy = z.infer<typeof KeptOutBy>;
