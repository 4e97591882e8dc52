import { z } from 'zod';
import { parseAnswer } from './parse-answer.js';
import type { XWire } from './x-wire.js';

const Deleted = z.object({ data: z.object({ deleted: z.literal(true) }) });

/** Has X delete a post of the account. Throws an `XFailure` for anything but X’s own yes. */
export async function deletePost(wire: XWire, accessToken: string, xPostId: string): Promise<void> {
  parseAnswer(Deleted, await wire.asUser(accessToken).v2.deleteTweet(xPostId));
}
