import type { MailToSend } from '@baton/mail';
import type { MailSender } from '../mail-wishes/mail-sender.js';

export type Envelope = Pick<MailToSend, 'fromName' | 'replyTo' | 'returnTo'>;

/** Addresses of one mail at our own door. `reply`: only where somebody reads what is answered. */
export interface Door {
  readonly bounce: string;
  readonly reply?: string;
}

export interface EnvelopeQuestion {
  /** What the charity has set. */
  readonly sender: MailSender;
  /** Whether its reader may be shown whom it is from at a glance. */
  readonly openly: boolean;
  /** An answer belongs to the letter's thread. */
  readonly takesReply: boolean;
  /** Undefined where there is no door. */
  readonly door: Door | undefined;
}

/**
 * Whom a mail is from and where it leads back to. For whoever asked for discreet mails nothing of the charity is in any of
 * it, its reply address included. Where there is a door, an answer to somebody the team talks with comes there unless the
 * charity reads answers itself, and answers of a thread come there always. A mail to anybody else names no address for
 * answers: one goes to where the mail is from, and whoever wrote it hears from their own mail server if nobody is there.
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
