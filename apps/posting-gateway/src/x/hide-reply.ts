import { z } from 'zod';
import { parseAnswer } from './parse-answer.js';
import type { WhatFailed } from './x-failure.js';
import type { XWire } from './x-wire.js';

const Hidden = z.object({ data: z.object({ hidden: z.boolean() }) });

/** Has X hide an answer under a post of the account, or show it again. Throws an `XFailure` for anything but X’s own yes. */
export async function hideReply(
  wire: XWire,
  accessToken: string,
  { xPostId, hidden }: { readonly xPostId: string; readonly hidden: boolean },
): Promise<void> {
  parseAnswer(Hidden, await wire.asUser(accessToken).v2.hideReply(xPostId, hidden));
}

/** What a failed call means. Asking again is safe, so whatever is not a clear no is *later*. */
export function classifyHiding(
  what: WhatFailed,
): { readonly code: 'goneFromX' | 'refusedByX' } | { readonly code: 'xNotNow'; readonly waitMs?: number } {
  if (what.kind !== 'refused') return { code: 'xNotNow' };
  if (what.status === 404 || what.status === 410) return { code: 'goneFromX' };
  if (what.status === 400 || what.status === 403) return { code: 'refusedByX' };
  return { code: 'xNotNow', ...(what.waitMs === undefined ? {} : { waitMs: what.waitMs }) };
}
