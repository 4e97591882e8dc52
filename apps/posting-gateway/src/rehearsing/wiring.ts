import { CheckRehearsalPost } from './check-rehearsal-post.js';
import { ClearRehearsal } from './clear-rehearsal.js';
import { ListRehearsal } from './list-rehearsal.js';
import { ParkRehearsalMessage } from './park-rehearsal-message.js';
import { RehearsePosts } from './rehearse-posts.js';
import { WithdrawRehearsalPost } from './withdraw-rehearsal-post.js';

export const answers = {
  'rehearse-posts': RehearsePosts,
  'check-rehearsal-post': CheckRehearsalPost,
  'list-rehearsal': ListRehearsal,
  'withdraw-rehearsal-post': WithdrawRehearsalPost,
  'park-rehearsal-message': ParkRehearsalMessage,
  'clear-rehearsal': ClearRehearsal,
} as const;
