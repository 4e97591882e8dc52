import type { ApplicationId, OutputOf, viewMailWishes } from '@baton/contracts';
import { type LetterLanguage, letterLanguages } from '@baton/mail';
import type { Tx } from '@baton/persistence';

export type MailWishes = OutputOf<typeof viewMailWishes>;

interface KeptWishes {
  readonly language: LetterLanguage;
  /** Null: they have not said. */
  readonly discreet: boolean | null;
}

/** What somebody said about how to write to them. In what no letter can be written in, English goes. */
export async function keptWishesOf(tx: Tx, applicationId: ApplicationId): Promise<KeptWishes> {
  const [kept] = await tx.query<{ language: string; discreet: boolean | null }>(
    `SELECT language, discreet FROM application JOIN person USING (charity_id, application_id)
      WHERE charity_id = $1 AND application_id = $2`,
    [tx.charityId, applicationId],
  );
  if (!kept) throw new Error('nobody is kept under this application');
  return { language: spoken(kept.language), discreet: kept.discreet };
}

/** How somebody is written to. From a name that tells nothing, until they say otherwise. */
export async function mailWishesOf(tx: Tx, applicationId: ApplicationId): Promise<MailWishes> {
  const { language, discreet } = await keptWishesOf(tx, applicationId);
  return { language, discreet: discreet ?? true };
}

export async function keepMailWishes(
  tx: Tx,
  applicationId: ApplicationId,
  { language, discreet }: MailWishes,
): Promise<void> {
  await tx.query('UPDATE application SET language = $3 WHERE charity_id = $1 AND application_id = $2', [
    ...[tx.charityId, applicationId, language],
  ]);
  await keepDiscreet(tx, applicationId, discreet);
}

export async function keepDiscreet(tx: Tx, applicationId: ApplicationId, discreet: boolean): Promise<void> {
  await tx.query('UPDATE person SET discreet = $3 WHERE charity_id = $1 AND application_id = $2', [
    ...[tx.charityId, applicationId, discreet],
  ]);
}

/** The language somebody applied in, if there are letters in it. */
export const spoken = (language: string): LetterLanguage =>
  letterLanguages.find((known) => known === language) ?? 'en';
