import type { PostState, StoryVoice } from './post.js';

/** `begin`: there was no post before. */
export interface PostTransition {
  readonly from: PostState['state'] | 'begin';
  readonly to: PostState['state'];
  readonly by: StoryVoice;
  /** What has happened, as a person would tell it. */
  readonly why: string;
}

/**
 * Every change of state a post can go through, by whom and why. The gateway's database refuses every other: what is
 * published is never queued again, and what X refused is not published by an edit alone. A pair stands here once for each
 * of its causes. `docs/outcomes.md` is drawn from it.
 */
export const postTransitions = [
  {
    from: 'begin',
    to: 'queued',
    by: 'author',
    why: 'It was handed over, and the checks found no reason to hold it.',
  },
  {
    from: 'begin',
    to: 'held',
    by: 'checks',
    why: 'It was handed over, and the team is to look at it first.',
  },
  {
    from: 'begin',
    to: 'queued',
    by: 'baton',
    why: 'The charity introduces its curator, covers for them, or signs off.',
  },
  { from: 'begin', to: 'queued', by: 'team', why: 'The team wrote a post of the charity’s own.' },

  { from: 'held', to: 'queued', by: 'team', why: 'A moderator said yes.' },
  {
    from: 'held',
    to: 'queued',
    by: 'author',
    why: 'Its author changed it, and nobody has to look at the new words.',
  },
  {
    from: 'held',
    to: 'queued',
    by: 'team',
    why: 'The team described its picture, and it waited for nothing else.',
  },
  {
    from: 'held',
    to: 'declined',
    by: 'team',
    why: 'A moderator said no, to this part or to another of its thread.',
  },
  { from: 'held', to: 'withdrawn', by: 'author', why: 'Its author took it back, or their consent to post.' },
  { from: 'held', to: 'withdrawn', by: 'team', why: 'The team took back a post of the charity’s own.' },
  { from: 'held', to: 'withdrawn', by: 'baton', why: 'A part before it in its thread will not go.' },
  { from: 'held', to: 'missedWindow', by: 'baton', why: 'The takeover ended first.' },

  {
    from: 'queued',
    to: 'attempting',
    by: 'baton',
    why: 'Its turn has come: X is called, once, after this is written down.',
  },
  { from: 'queued', to: 'held', by: 'team', why: 'The team wants to look at every post.' },
  {
    from: 'queued',
    to: 'held',
    by: 'author',
    why: 'Its author changed it, and the team is to look at the new words.',
  },
  {
    from: 'queued',
    to: 'held',
    by: 'baton',
    why: 'It could not be made ready several times: a person is asked.',
  },
  { from: 'queued', to: 'declined', by: 'team', why: 'A moderator said no to another part of its thread.' },
  {
    from: 'queued',
    to: 'withdrawn',
    by: 'author',
    why: 'Its author took it back, or their consent to post.',
  },
  { from: 'queued', to: 'withdrawn', by: 'team', why: 'The team took back a post of the charity’s own.' },
  { from: 'queued', to: 'withdrawn', by: 'baton', why: 'A part before it in its thread will not go.' },
  { from: 'queued', to: 'withdrawn', by: 'baton', why: 'The charity covered for its curator, who is back.' },
  { from: 'queued', to: 'missedWindow', by: 'baton', why: 'The takeover ended first.' },
  {
    from: 'queued',
    to: 'missedWindow',
    by: 'baton',
    why: 'It came too late to be true: a goodbye hours after the takeover, or when the next curator has the account.',
  },
  {
    from: 'queued',
    to: 'rejected',
    by: 'x',
    why: 'X refused what has to come before it, such as its picture, or answered no late.',
  },
  {
    from: 'queued',
    to: 'published',
    by: 'x',
    why: 'Before it was sent again it was seen on the timeline, or X’s yes came late.',
  },
  {
    from: 'queued',
    to: 'unknown',
    by: 'baton',
    why: 'It was to be sent again and will not be: it may be out from before.',
  },

  { from: 'attempting', to: 'published', by: 'x', why: 'X said yes, with the post’s id.' },
  { from: 'attempting', to: 'rejected', by: 'x', why: 'X said no.' },
  {
    from: 'attempting',
    to: 'queued',
    by: 'x',
    why: 'X said later, or cannot have heard us: nothing was posted.',
  },
  {
    from: 'attempting',
    to: 'unknown',
    by: 'baton',
    why: 'There was no clear answer, or the process died before it could be written down.',
  },

  {
    from: 'unknown',
    to: 'published',
    by: 'x',
    why: 'It was found on the account’s timeline, or X’s yes came late.',
  },
  { from: 'unknown', to: 'rejected', by: 'x', why: 'X’s no came late.' },
  { from: 'unknown', to: 'published', by: 'team', why: 'A person found it on X and said which it is.' },
  { from: 'unknown', to: 'queued', by: 'team', why: 'A person looked, and chose to send it again.' },
  { from: 'unknown', to: 'queued', by: 'x', why: 'It turned out that nothing had been sent.' },
  { from: 'unknown', to: 'withdrawn', by: 'team', why: 'A person looked, and let it go.' },

  {
    from: 'rejected',
    to: 'queued',
    by: 'author',
    why: 'Its author tries again, or goes on with the thread from here.',
  },
  {
    from: 'rejected',
    to: 'held',
    by: 'author',
    why: 'Its author tries again, and the team is to look at it first.',
  },
  {
    from: 'withdrawn',
    to: 'queued',
    by: 'author',
    why: 'Its author sends it after all, or goes on with its thread.',
  },
  {
    from: 'withdrawn',
    to: 'queued',
    by: 'baton',
    why: 'Its curator rests or ends again, and the cover is wanted after all.',
  },
  {
    from: 'withdrawn',
    to: 'held',
    by: 'author',
    why: 'Its author sends it after all, and the team is to look at it first.',
  },
  {
    from: 'declined',
    to: 'held',
    by: 'author',
    why: 'Its author asks again: what the team said no to, the team looks at again.',
  },

  { from: 'published', to: 'deleted', by: 'x', why: 'X deleted it, as somebody wished.' },
] as const satisfies readonly PostTransition[];
