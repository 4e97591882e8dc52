import { isNobodyThere } from '@baton/mail';
import type { ParsedMail } from 'mailparser';
import { stripQuotes } from './strip-quotes.js';

/** What a mail that came in is, in itself. */
export type Incoming =
  /** It could not be delivered (RFC 3464). `nobodyThere`: because of the address, not because of what was in it. */
  | { readonly kind: 'bounced'; readonly nobodyThere: boolean }
  /** It has not been delivered yet, and is tried again without us. */
  | { readonly kind: 'delayed' }
  /** Its reader called it unwanted (RFC 5965). `about`: what stands before the @ where it came back to. */
  | { readonly kind: 'complaint'; readonly about: string | undefined }
  /** A machine wrote it: a holiday, a receipt (RFC 3834). */
  | { readonly kind: 'automatic' }
  /** Somebody wrote it. */
  | { readonly kind: 'reply'; readonly text: string; readonly messageId: string };

/** Of one that came from nobody in particular, as machines send them: `<>`. */
export interface Arrival {
  readonly isFromNobody: boolean;
}

/** Reads what came in; nothing of it is kept but what this tells. Pure. */
export function readIncoming(mail: ParsedMail, { isFromNobody }: Arrival): Incoming {
  switch (reportTypeOf(mail)) {
    case 'delivery-status':
      return readDelivery(partOf(mail, 'message/delivery-status'));
    case 'feedback-report':
      return readComplaint(mail);
    case undefined:
      break;
    default:
      return { kind: 'automatic' };
  }
  if (isFromNobody || isByMachine(mail)) return { kind: 'automatic' };
  const text = stripQuotes(mail.text ?? '');
  return text === '' ? { kind: 'automatic' } : { kind: 'reply', text, messageId: mail.messageId ?? '' };
}

/** Undefined where it is no report at all. */
function reportTypeOf({ headers }: ParsedMail): string | undefined {
  const type = headers.get('content-type');
  if (typeof type !== 'object' || !('value' in type) || type.value !== 'multipart/report') return undefined;
  const { params } = type as { params?: Record<string, string> };
  return params?.['report-type']?.toLowerCase() ?? '';
}

const partOf = ({ attachments }: ParsedMail, contentType: string): string =>
  attachments.find((part) => part.contentType === contentType)?.content.toString('latin1') ?? '';

function readDelivery(status: string): Incoming {
  const code = /^Status:\s*(\d\.\d{1,3}\.\d{1,3})/im.exec(status)?.[1] ?? '';
  const hasFailed = /^Action:\s*failed/im.test(status);
  // Given up on, after days of “not now” as well, is given up on; that nobody is there is another thing to say.
  if (code.startsWith('5') || hasFailed) return { kind: 'bounced', nobodyThere: isNobodyThere(code) };
  return code.startsWith('4') ? { kind: 'delayed' } : { kind: 'automatic' };
}

const returnPath = /bounce\+[0-9a-f]{32}\.[0-9a-f]{20}/i;

function readComplaint(mail: ParsedMail): Incoming {
  if (/^Feedback-Type:\s*not-spam/im.test(partOf(mail, 'message/feedback-report')))
    return { kind: 'automatic' };
  const everything = mail.attachments.map(({ content }) => content.toString('latin1')).join('\n');
  return { kind: 'complaint', about: returnPath.exec(everything)?.[0] };
}

const isByMachine = ({ headers }: ParsedMail): boolean => {
  const said = (name: string) => String(headers.get(name) ?? '').toLowerCase();
  return (
    !['', 'no'].includes(said('auto-submitted')) ||
    ['bulk', 'junk', 'list', 'auto_reply'].includes(said('precedence')) ||
    said('x-autoreply') !== '' ||
    said('x-auto-response-suppress').includes('oof')
  );
};
