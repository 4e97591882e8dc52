import { MailDoor } from './mail-door.js';
import { MailTags } from './mail-tags.js';
import { TakeInMail } from './take-in-mail.js';
import { TakesReply } from './takes-reply.js';

export const parts = [MailTags, TakeInMail, MailDoor, TakesReply] as const;
