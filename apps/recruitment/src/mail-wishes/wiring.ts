import { SetMailSender } from './set-mail-sender.js';
import { SetMailWishes } from './set-mail-wishes.js';
import { Unsubscribe } from './unsubscribe.js';
import { ViewMailSender } from './view-mail-sender.js';
import { ViewMailWishes } from './view-mail-wishes.js';

export const answers = {
  'view-mail-wishes': ViewMailWishes,
  'set-mail-wishes': SetMailWishes,
  'view-mail-sender': ViewMailSender,
  'set-mail-sender': SetMailSender,
  unsubscribe: Unsubscribe,
} as const;
