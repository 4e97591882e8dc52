/** More mails than this in an hour, for one address and one asker, are not sent but for the one case told below. */
const mostPerHour = 5;

export interface MailedLately {
  readonly inTheLastHour: number;
  /** How many of them still open a session. */
  readonly stillLive: number;
}

/**
 * Whether to mail once more. Beyond the cap one more goes out when nothing in the mailbox works any longer: a stranger who
 * uses up the cap fills nobody's mailbox, and locks nobody out either, for the link in any live mail signs its owner in.
 */
export const decideMailing = ({ inTheLastHour, stillLive }: MailedLately): 'mail' | 'leave' =>
  inTheLastHour < mostPerHour || stillLive === 0 ? 'mail' : 'leave';
