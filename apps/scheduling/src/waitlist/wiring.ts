import { JoinWaitlist } from './join-waitlist.js';
import { LeaveWaitlist } from './leave-waitlist.js';
import { ViewMyWaiting } from './view-my-waiting.js';

export const answers = {
  'join-waitlist': JoinWaitlist,
  'leave-waitlist': LeaveWaitlist,
  'view-my-waiting': ViewMyWaiting,
} as const;
