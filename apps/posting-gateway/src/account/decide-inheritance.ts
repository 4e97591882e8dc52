export type Inheritance = 'unknown' | 'end' | 'askTeam';

/**
 * What becomes of a post that waits for an account when the charity connects another in its place. No machine says
 * through one account what was written for another: a person looks first. What may be out already stays with the account
 * where it may be, for a person to look there. What answers something on the former account would answer nothing on the
 * new one, so it ends, with its words kept.
 */
export function decideInheritance(post: {
  readonly mayBeOut: boolean;
  /** It is a reply, or a part of its thread is out or may be. */
  readonly answersOnFormer: boolean;
}): Inheritance {
  if (post.mayBeOut) return 'unknown';
  return post.answersOnFormer ? 'end' : 'askTeam';
}
