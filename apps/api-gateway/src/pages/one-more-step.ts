import { type Refusal, SignInTicket } from '@baton/contracts';
import { z } from 'zod';
import type { OneMoreStep } from './second-factor-page.js';

const Details = z.object({ ticket: SignInTicket });

/** What a refused sign-in still needs: undefined where it needs to begin again. */
export function oneMoreStep({ refusal }: Refusal, next: string | undefined): OneMoreStep | undefined {
  if (refusal.code !== 'secondFactorNeeded') return undefined;
  const details = Details.safeParse(refusal.details);
  return details.success ? { ticket: details.data.ticket, next } : undefined;
}
