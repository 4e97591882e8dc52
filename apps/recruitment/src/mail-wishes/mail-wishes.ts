import type { ApplicationId, OutputOf, viewMailWishes } from '@baton/contracts';
import { type LetterLanguage, letterLanguages } from '@baton/mail';
import type { Tx } from '@baton/persistence';

export type MailWishes = OutputOf<typeof viewMailWishes>;

interface Kept {
  readonly language: string;
  readonly discreet: boolean;
}

/** How somebody wants to be written to. In what no letter can be written in, English goes. */
export async function mailWishesOf(tx: Tx, applicationId: ApplicationId): Promise<MailWishes> {
  const [kept] = await tx.query<Kept>(
    `SELECT language, discreet FROM application JOIN person USING (charity_id, application_id)
      WHERE charity_id = $1 AND application_id = $2`,
    [tx.charityId, applicationId],
  );
  if (!kept) throw new Error('nobody is kept under this application');
  return { language: spoken(kept.language), discreet: kept.discreet };
}

export async function keepMailWishes(
  tx: Tx,
  applicationId: ApplicationId,
  { language, discreet }: MailWishes,
): Promise<void> {
  const key = [tx.charityId, applicationId];
  await tx.query('UPDATE application SET language = $3 WHERE charity_id = $1 AND application_id = $2', [
    ...key,
    language,
  ]);
  await tx.query('UPDATE person SET discreet = $3 WHERE charity_id = $1 AND application_id = $2', [
    ...key,
    discreet,
  ]);
}

/** The language somebody applied in, if there are letters in it. */
export const spoken = (language: string): LetterLanguage =>
  letterLanguages.find((known) => known === language) ?? 'en';
