import { isBlocked } from '@baton/checks';
import { accept, type Finding, type PostState, type Result, refuse } from '@baton/contracts';

/** A post with the picture, as far as it matters here. */
interface PostWithIt {
  readonly state: PostState['state'];
  readonly maybe_out_since: Date | null;
}

/** In these X has the picture, or may have it, or is just being given it. */
const outStates: ReadonlySet<PostState['state']> = new Set(['attempting', 'published', 'unknown', 'deleted']);

export const isOut = (posts: readonly PostWithIt[]): boolean =>
  posts.some(({ state, maybe_out_since }) => outStates.has(state) || maybe_out_since !== null);

/** Whether a description is taken. The team writes one only where its curator asked for it. */
export function decideDescribing(situation: {
  readonly by: 'author' | 'team';
  readonly wasAsked: boolean;
  readonly posts: readonly PostWithIt[];
  readonly findings: readonly Finding[];
}): Result<'describe', 'alreadyOut' | 'notAsked' | 'blocked'> {
  const { by, wasAsked, posts, findings } = situation;
  if (by === 'team' && !wasAsked) return refuse('notAsked');
  if (isOut(posts)) return refuse('alreadyOut');
  if (isBlocked(findings)) return refuse('blocked', { details: { findings: [...findings] } });
  return accept('describe');
}
