import { z } from 'zod';
import { parseAnswer } from './parse-answer.js';
import type { HearsHeaders, XWire } from './x-wire.js';

const Deleted = z.object({ data: z.object({ deleted: z.literal(true) }) });

/** Has X delete a post of the account. Throws an `XFailure` for anything but X’s own yes. */
export async function deletePost(
  wire: XWire,
  accessToken: string,
  { xPostId, hear }: { readonly xPostId: string; readonly hear?: HearsHeaders },
): Promise<void> {
  parseAnswer(Deleted, await wire.asUser(accessToken, undefined, hear).v2.deleteTweet(xPostId));
}
