import type { MemberId } from '@baton/contracts';
import type { LetterLanguage, LetterWords } from '@baton/mail';
import type { Tx } from '@baton/persistence';
import { takeTurns } from '../turns/take-turns.js';
import type { OwnWords } from './choose-words.js';

interface Version {
  readonly letter: string;
  readonly language: LetterLanguage;
  readonly version: number;
  readonly subject: string | null;
  readonly opening: string | null;
  readonly text: string | null;
  readonly setBy: MemberId;
  readonly setAt: Date;
}

const columns = `letter, language, version, subject, opening, text, set_by AS "setBy", set_at AS "setAt"`;

/** Everything that was ever set for a letter, newest first. */
export const versionsOf = (tx: Tx, letter: string): Promise<Version[]> =>
  tx.query<Version>(
    `SELECT ${columns} FROM letter_words WHERE charity_id = $1 AND letter = $2
      ORDER BY set_at DESC, language, version DESC`,
    [tx.charityId, letter],
  );

/** The words that count now, by letter; a letter whose words were all reset is left out. */
export async function allOwnWords(tx: Tx): Promise<ReadonlyMap<string, OwnWords>> {
  const rows = await tx.query<Version>(
    `SELECT DISTINCT ON (letter, language) ${columns} FROM letter_words WHERE charity_id = $1
      ORDER BY letter, language, version DESC`,
    [tx.charityId],
  );
  const own = new Map<string, OwnWords>();
  for (const row of rows) {
    const words = wordsOf(row);
    if (words) own.set(row.letter, { ...own.get(row.letter), [row.language]: words });
  }
  return own;
}

export async function ownWordsOf(tx: Tx, letter: string): Promise<OwnWords> {
  const rows = await tx.query<Version>(
    `SELECT DISTINCT ON (language) ${columns} FROM letter_words WHERE charity_id = $1 AND letter = $2
      ORDER BY language, version DESC`,
    [tx.charityId, letter],
  );
  return Object.fromEntries(rows.map((row) => [row.language, wordsOf(row)]));
}

/** A letter in one language, by whom its words are set. */
export interface Setting {
  readonly letter: string;
  readonly language: LetterLanguage;
  readonly by: MemberId;
}

/** Null lets Baton's own go again. Resolves with the version; what is set already is not set again. */
export async function keepWords(
  tx: Tx,
  { letter, language, by }: Setting,
  words: LetterWords | null,
): Promise<{ version: number; isNew: boolean }> {
  await takeTurns(tx, `letter ${letter} ${language}`);
  const [last] = (await versionsOf(tx, letter)).filter((row) => row.language === language);
  if (sameWords(last ? wordsOf(last) : null, words)) return { version: last?.version ?? 0, isNew: false };
  const version = (last?.version ?? 0) + 1;
  await tx.query(
    `INSERT INTO letter_words (charity_id, letter, language, version, subject, opening, text, set_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[tx.charityId, letter, language, version],
      ...[words?.subject ?? null, words?.opening ?? null, words?.text ?? null, by],
    ],
  );
  return { version, isNew: true };
}

/** Null where a version says that Baton's own go. */
export const wordsOf = ({ subject, opening, text }: Version): LetterWords | null =>
  subject === null || opening === null || text === null ? null : { subject, opening, text };

const sameWords = (a: LetterWords | null, b: LetterWords | null): boolean =>
  a === b ||
  (a !== null && b !== null && a.subject === b.subject && a.opening === b.opening && a.text === b.text);
