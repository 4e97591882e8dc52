import type { Post, PostId, SwitchMode } from '@baton/contracts';

/** What the switch answered. */
export interface Proof {
  readonly stopped: readonly PostId[];
  readonly alreadyOut: readonly PostId[];
  readonly unknown: readonly PostId[];
}

export interface Pressed {
  readonly mode: SwitchMode;
  readonly proof: Proof;
  /** The posts as a person read them right before and right after. */
  readonly before: readonly Post[];
  readonly after: readonly Post[];
  /** Those that the team said yes to: `hold` lets them go. */
  readonly approved: ReadonlyMap<PostId, unknown>;
}

type State = Post['status']['state'];
const perhapsOut = new Set<State>(['attempting', 'unknown']);

/** What a proof keeps quiet about, or says of a post that it does not fit; in words. */
export function faultsOfProof({ mode, proof, before, after, approved }: Pressed): string[] {
  const { stopped, alreadyOut, unknown } = proof;
  const named = [...stopped, ...alreadyOut, ...unknown];
  const faults = named.filter((id, at) => named.indexOf(id) !== at).map((id) => `${id} is named twice`);
  const stateAfter = new Map(after.map(({ postId, status }) => [postId, status.state]));
  for (const post of before) {
    const now = stateAfter.get(post.postId);
    const was = post.status.state;
    const fault = now && faultOf(post, { was, now, isNamed: named.includes(post.postId) });
    if (fault) faults.push(`${post.postId}, ${was} before and ${now} after, ${fault}`);
  }
  return faults;

  function faultOf(
    { postId, author, kind }: Post,
    { was, now, isNamed }: { readonly was: State; readonly now: State; readonly isNamed: boolean },
  ): string | undefined {
    if (was === 'published') return stopped.includes(postId) ? 'was stopped though it was out' : undefined;
    if (perhapsOut.has(was) && perhapsOut.has(now))
      return unknown.includes(postId) ? undefined : 'is not told of';
    const goesOn = mode === 'off' || (mode === 'hold' && (author === 'charity' || approved.has(postId)));
    if (goesOn) return undefined;
    if (was === 'queued' && (now === 'queued' || now === 'held'))
      return isNamed ? undefined : 'is not told of';
    return now === 'published' && kind !== 'signOff' && !isNamed ? 'went out and is not told of' : undefined;
  }
}
