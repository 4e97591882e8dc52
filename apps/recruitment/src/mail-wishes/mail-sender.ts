import type { OutputOf, viewMailSender } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

export type MailSender = OutputOf<typeof viewMailSender>;

const neutral: MailSender = { name: null, replyTo: null };

/** What name a charity's mails come from, and where answers go. */
export async function mailSenderOf(tx: Tx): Promise<MailSender> {
  const [sender] = await tx.query<MailSender>(
    'SELECT name, reply_to AS "replyTo" FROM mail_sender WHERE charity_id = $1',
    [tx.charityId],
  );
  return sender ?? neutral;
}
