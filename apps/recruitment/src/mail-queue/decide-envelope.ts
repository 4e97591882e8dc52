import type { MailToSend } from '@baton/mail';
import type { MailSender } from '../mail-wishes/mail-sender.js';

export type Envelope = Pick<MailToSend, 'fromName' | 'replyTo' | 'returnTo'>;

export interface EnvelopeQuestion {
  /** What the charity has set. */
  readonly sender: MailSender;
  /** Whether its reader may be shown whom it is from at a glance. */
  readonly openly: boolean;
  /** An answer belongs to the letter's thread. */
  readonly takesReply: boolean;
  /** Addresses of this very mail at our own door; undefined where there is no door. */
  readonly door: { readonly bounce: string; readonly reply: string } | undefined;
}

/**
 * Whom a mail is from and where it leads back to. For whoever asked for discreet mails nothing of the charity is in any of
 * it, its reply address included. An answer is never lost where there is a door: it comes there unless the charity reads
 * answers itself, and answers of a thread come there always.
 */
export function decideEnvelope({ sender, openly, takesReply, door }: EnvelopeQuestion): Envelope {
  const charityReads = openly && !(takesReply && door) ? sender.replyTo : null;
  const replyTo = charityReads ?? door?.reply;
  return {
    ...(openly && sender.name ? { fromName: sender.name } : {}),
    ...(replyTo ? { replyTo } : {}),
    ...(door ? { returnTo: door.bounce } : {}),
  };
}
