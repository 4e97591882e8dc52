import { answerOf, complaintAbout, deliveryReport, handIn } from '@baton/mail';
import type { Mail } from './mailbox.js';

/** What the reader of a mail, or the server that keeps their mails, may do with it. */
const deeds = ['reply', 'bounce', 'complain'] as const;
export type Deed = (typeof deeds)[number];

export const isDeed = (word: string): word is Deed => deeds.some((deed) => deed === word);

/** Does it over SMTP, as it would happen. Resolves with what the door said. */
export function asTheirServer(
  doorPort: number,
  { to, returnTo, replyTo }: Mail,
  deed: Deed,
  words: string,
): Promise<string> {
  switch (deed) {
    case 'reply':
      return handIn(doorPort, { from: to, to: addressIn(replyTo), lines: answerOf(dotSafe(words)) });
    case 'bounce':
      return handIn(doorPort, { from: '', to: returnTo, lines: deliveryReport('5.1.1') });
    case 'complain':
      return handIn(doorPort, { from: 'abuse@other.example', to: returnTo, lines: complaintAbout(returnTo) });
  }
}

const addressIn = (text: string): string => /<([^>]+)>/.exec(text)?.[1] ?? text;

/** A line that begins with a dot gets another one, so that it does not end the mail (RFC 5321, 4.5.2). */
const dotSafe = (words: string): string => words.replaceAll(/\r?\n/g, '\r\n').replaceAll(/^\./gm, '..');
