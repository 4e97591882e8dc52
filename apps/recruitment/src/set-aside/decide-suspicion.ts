import type { SetAsideReason } from '@baton/contracts';

/** What is looked at: how a form came, and what it says. */
export interface Seen {
  /** What stands in the field that nobody sees. */
  readonly trap: string;
  /** When the form was opened, if it tells: by our own signature, or by none. */
  readonly opened: Date | 'forged' | undefined;
  /** It was typed before, and only sent now. */
  readonly isFromSavedForm: boolean;
  readonly now: Date;
  readonly names: readonly string[];
  readonly texts: readonly string[];
  /** In how many other forms of the last minutes one of its texts stands. */
  readonly copies: number;
}

export const suspicionRules = {
  /** Nobody reads and fills in a form so fast. */
  shortestMs: 3_000,
  mostLinks: 3,
  /** The first few may be friends who help one another. */
  mostCopies: 3,
  copiesWithinMinutes: 10,
  /** Shorter texts are the same by chance. */
  shortestText: 40,
} as const;

/**
 * Why a form looks as if no person had sent it; for none of it anybody has to solve a puzzle. None: a person's. Whoever
 * calls the API without a stamp is not suspected for it.
 */
export function decideSuspicion(seen: Seen): SetAsideReason[] {
  const { trap, opened, isFromSavedForm, now, names, texts, copies } = seen;
  const reasons: SetAsideReason[] = [];
  if (trap.trim() !== '') reasons.push('trap');
  if (opened === 'forged') reasons.push('forgedStamp');
  const isQuick = opened instanceof Date && now.getTime() - opened.getTime() < suspicionRules.shortestMs;
  if (isQuick && !isFromSavedForm) reasons.push('tooQuick');
  const links = texts.reduce((sum, text) => sum + linksIn(text), 0);
  if (links > suspicionRules.mostLinks || names.some((name) => linksIn(name) > 0)) reasons.push('links');
  if (copies >= suspicionRules.mostCopies) reasons.push('repeated');
  return reasons;
}

const linksIn = (text: string): number => text.match(/https?:\/\/|\bwww\.|\[url|<a\s/gi)?.length ?? 0;

/** How texts are compared: letters and numbers alone. */
export const plainText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
