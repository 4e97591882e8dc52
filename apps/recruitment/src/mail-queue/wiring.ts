import { AddressMail } from './address-mail.js';
import { FindAddressee } from './find-addressee.js';
import { QueueMail } from './queue-mail.js';
import { SendQueuedMail } from './send-queued-mail.js';
import { WriteQueuedMail } from './write-queued-mail.js';

export const parts = [QueueMail, FindAddressee, AddressMail, WriteQueuedMail, SendQueuedMail] as const;
