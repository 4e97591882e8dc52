import { z } from 'zod';
import { anyone, curator, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId } from '../define/ids.js';
import { EmailAddress, TypedText } from '../define/words.js';
import { LetterLanguage } from './letter-operations.js';

export const mailWishes = {
  language: LetterLanguage,
  /** Mails come from a name that tells nothing, whatever name the charity has chosen. So they do until somebody says otherwise. */
  discreet: z.boolean(),
};

export const viewMailWishes = defineOperation({
  name: 'view-mail-wishes',
  owner: 'recruitment',
  summary: 'In which language a curator is written to, and whether under a name that tells nothing.',
  method: 'GET',
  path: '/charities/{charityId}/me/mail-wishes',
  access: [curator],
  input: z.object({ charityId: CharityId }),
  output: z.object(mailWishes),
  refusals: {},
});

export const setMailWishes = defineOperation({
  name: 'set-mail-wishes',
  owner: 'recruitment',
  summary:
    'A curator says in which language they are written to, and whether under a name that tells nothing.',
  method: 'PUT',
  path: '/charities/{charityId}/me/mail-wishes',
  access: [curator],
  input: z.object({ charityId: CharityId, ...mailWishes }),
  output: z.object(mailWishes),
  refusals: {},
});

const MailSender = z.object({
  /** Null: the installation’s own, which tells nothing. */
  name: z.string().nullable(),
  /** Null: answers go where Baton reads them, or nowhere. */
  replyTo: z.string().nullable(),
});

export const viewMailSender = defineOperation({
  name: 'view-mail-sender',
  owner: 'recruitment',
  summary: 'The name that the charity’s mails come from, and where answers go.',
  method: 'GET',
  path: '/charities/{charityId}/mail-sender',
  access: [staff('manager')],
  input: z.object({ charityId: CharityId }),
  output: MailSender,
  refusals: {},
});

export const setMailSender = defineOperation({
  name: 'set-mail-sender',
  owner: 'recruitment',
  summary:
    'Sets the name that the charity’s mails come from. It must name no illness; who asked for discreet mails never gets it.',
  method: 'PUT',
  path: '/charities/{charityId}/mail-sender',
  access: [staff('manager')],
  input: z.object({
    charityId: CharityId,
    name: TypedText.pipe(z.string().trim().min(1).max(60)).nullable().default(null),
    replyTo: EmailAddress.nullable().default(null),
  }),
  output: MailSender,
  refusals: {},
});

/** What a mail beyond those that somebody’s part needs carries to be the last one: 32 bytes, base64url. */
export const UnsubscribeToken = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/, 'is not whole: please copy all of the link');

export const unsubscribe = defineOperation({
  name: 'unsubscribe',
  owner: 'recruitment',
  summary:
    'Whoever has such a mail wants no more of its kind: their consent to them is taken back. Mails that their part needs still come.',
  method: 'POST',
  path: '/charities/{charityId}/unsubscribing',
  access: [anyone],
  input: z.object({ charityId: CharityId, token: UnsubscribeToken }),
  output: z.object({ next: z.literal('noMore') }),
  refusals: {
    linkUnusable: {
      status: 410,
      message:
        'This link no longer works. If you still get mails you do not want, please use the link in the newest one.',
    },
  },
});
