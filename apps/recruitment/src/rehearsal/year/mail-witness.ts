import type { ApplicationState, CharityId } from '@baton/contracts';
import type { Stage } from '../stage.js';

interface Sent {
  readonly mailId: string;
  readonly letter: string;
  readonly addressee: string;
  readonly cause: string;
  readonly at: Date;
}

interface Moved {
  readonly to: ApplicationState;
  readonly at: number;
}

/** In which states of its addressee a letter makes sense; every other letter makes sense as long as they are there. */
const madeFor: Readonly<Record<string, readonly ApplicationState[]>> = {
  applicationAccepted: ['accepted', 'preparing', 'ready', 'live', 'alumni'],
  applicationDeclined: ['declined'],
  applicationPutOff: ['later'],
  question: ['screening'],
  stillThere: ['applied', 'screening'],
  notBegunYet: ['accepted'],
  listIsOpen: ['preparing'],
  youAreReady: ['ready'],
  takeoverBooked: ['ready', 'live', 'alumni'],
  thankYou: ['alumni', 'ready', 'live', 'later'],
  partPaused: ['later'],
  welcomeBack: ['later'],
  comeAgain: ['alumni', 'later'],
};

export interface Testimony {
  readonly sent: number;
  readonly byLetter: Readonly<Record<string, number>>;
  readonly byAddressee: ReadonlyMap<string, number>;
  readonly twice: readonly string[];
  readonly afterItsReason: readonly string[];
}

/**
 * Judges every mail of a year by the facts that were stated, and knows nothing of how recruitment decides what still stands:
 * whether one went twice, and whether one went to somebody for whom it made no sense any more.
 */
export async function testifyAboutMails(stage: Stage, charityId: CharityId): Promise<Testimony> {
  const sent = await mailsSent(stage, charityId);
  const lives = await livesOf(stage, charityId);
  const ids = stage.mailbox.mails.map(({ messageId }) => messageId);
  return {
    sent: sent.length,
    byLetter: countBy(sent.map(({ letter }) => letter)),
    byAddressee: new Map(Object.entries(countBy(sent.map(({ addressee }) => addressee)))),
    twice: ids.filter((id, at) => ids.indexOf(id) !== at),
    afterItsReason: sent
      .filter(({ letter, addressee, at }) => !madeSense(letter, lives.get(addressee) ?? [], at.getTime()))
      .map(({ letter, addressee, at }) => `${letter} to ${addressee} at ${at.toISOString()}`),
  };
}

/** What a mail server takes may have lost its reason while it was taking it. */
const underWayMs = 500;

/** In the states its addressee was in between its being written and its being taken. */
function madeSense(letter: string, moves: readonly Moved[], at: number): boolean {
  const since = moves.findLastIndex((move) => move.at <= at - underWayMs);
  const states = moves.filter((move, index) => index >= since && move.at <= at).map(({ to }) => to);
  return states.some(
    (state) => madeFor[letter]?.includes(state) ?? (state !== 'withdrawn' && state !== 'left'),
  );
}

const mailsSent = (stage: Stage, charityId: CharityId): Promise<Sent[]> =>
  stage.inCharity(charityId, (tx) =>
    tx.query<Sent>(
      `SELECT mail_id AS "mailId", letter, addressee_id AS addressee, cause, settled_at AS at FROM mail
        WHERE charity_id = $1 AND outcome = 'sent' AND addressee_kind = 'application'`,
      [charityId],
    ),
  );

/** Every state each applicant has been in, by the clock that mails are settled by. */
async function livesOf(stage: Stage, charityId: CharityId): Promise<Map<string, Moved[]>> {
  const moves = await stage.inCharity(charityId, (tx) =>
    tx.query<{ id: string; to: ApplicationState; at: Date }>(
      `SELECT application_id AS id, 'applied' AS to, applied_at AS at FROM application WHERE charity_id = $1
        UNION ALL SELECT application_id, to_state, moved_at FROM application_move WHERE charity_id = $1 ORDER BY at`,
      [charityId],
    ),
  );
  const lives = new Map<string, Moved[]>();
  for (const { id, to, at } of moves) lives.set(id, [...(lives.get(id) ?? []), { to, at: at.getTime() }]);
  return lives;
}

const countBy = (words: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
};
