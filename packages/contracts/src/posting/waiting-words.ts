import type { WaitingFor } from './post.js';

/** Why a post that is queued has not gone yet, and what ends the waiting. */
export const waitingWords: Readonly<Record<WaitingFor, string>> = {
  time: 'Its moment has not come: the one its author chose, or the end of the seconds to take it back in.',
  author: 'Its author wants always to be asked first, and has not said yes yet.',
  rest: 'Its author is resting. It goes when they are back.',
  thread: 'The part before it has not gone yet, or the team looks at a part of its thread.',
  switch: 'The team has paused posting or taken the account back. It goes when they hand it over again.',
  standing: 'Posting is stopped for the whole charity. It goes when the operator lets the charity go on.',
  x: 'X asked to be left alone for a while, or could not be reached. It is tried again.',
  account: 'The charity’s X account has to be connected again.',
  credit: 'The charity’s credit at X is used up.',
  budget: 'The budget of this takeover is used up.',
  takeover: 'It is the charity’s own, and a curator has the account just now.',
  introduction:
    'The charity introduces its author first. It goes right after, a minute after the opening at the latest.',
};
