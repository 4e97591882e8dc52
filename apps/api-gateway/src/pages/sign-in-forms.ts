import { EmailAddress, LinkToken, SignInCode, SignInTicket } from '@baton/contracts';
import { z } from 'zod';
import { ownPath } from '../sign-in/own-path.js';

const as = z.enum(['staff', 'curator']);
const kept = {
  /** Where to go afterwards; anything that is not a page of ours is forgotten. */
  next: z.string().optional().transform(ownPath).catch(undefined),
  remember: z
    .literal('yes')
    .optional()
    .transform((said) => said === 'yes')
    .catch(false),
};

/** What somebody typed, right or wrong, to be shown to them again. */
export const Typed = z.object({
  as: as.catch('staff'),
  email: z.string().max(254).catch(''),
  ticket: SignInTicket.optional().catch(undefined),
  ...kept,
});
export type Typed = z.output<typeof Typed>;

export const Address = z.object({ email: EmailAddress });

/** People copy codes with spaces in them. */
export const Code = z.object({
  code: z
    .string()
    .transform((typed) => typed.replace(/\s/g, ''))
    .pipe(SignInCode),
});

export const Link = z.object({ token: LinkToken, ...kept });

/** One field of a form, as text. */
export function words(body: unknown, field: string): string {
  const said =
    typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[field] : undefined;
  return typeof said === 'string' ? said : '';
}

/** What a script has put into a field; undefined where it is none of ours. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
