import { MailDoor } from './mail-door.js';
import { MailTags } from './mail-tags.js';
import { TakeInMail } from './take-in-mail.js';
import { ReplyNotRead, TakesReply } from './takes-reply.js';

export const parts = [
  MailTags,
  TakeInMail,
  MailDoor,
  { provide: TakesReply, useClass: ReplyNotRead },
] as const;
