import { ApplicationState, MessageFrom, type Turn } from '@baton/contracts';

export interface Standing {
  readonly state: ApplicationState;
  /** Whether they wrote something that nobody of the team has read. */
  readonly hasUnread: boolean;
  /** Who wrote last; null where nobody has written. */
  readonly lastWord: MessageFrom | null;
}

/**
 * Who has to do something next. Whatever nobody has read is the team's to read. While it is being screened, whoever was
 * written to is to answer; else the team is to decide. Whoever was accepted prepares. Everybody else need not do anything.
 */
export function whoseTurn({ state, hasUnread, lastWord }: Standing): Turn {
  if (hasUnread) return 'team';
  switch (state) {
    case 'applied':
      return 'team';
    case 'screening':
      return lastWord === 'team' ? 'person' : 'team';
    case 'accepted':
    case 'preparing':
      return 'person';
    default:
      return 'nobody';
  }
}

/** How the database writes down a standing, to be compared with those of a turn. */
export const standingKey = `state || ' ' || (unread > 0) || ' ' || coalesce(last_word, 'nobody')`;

/** Every standing in which it is somebody's turn, as `standingKey` writes it. */
export function standingsOf(turn: Turn): string[] {
  const lastWords = [null, ...MessageFrom.options];
  return ApplicationState.options
    .flatMap((state) => [true, false].map((hasUnread) => ({ state, hasUnread })))
    .flatMap((standing) => lastWords.map((lastWord) => ({ ...standing, lastWord })))
    .filter((standing) => whoseTurn(standing) === turn)
    .map(({ state, hasUnread, lastWord }) => `${state} ${hasUnread} ${lastWord ?? 'nobody'}`);
}
