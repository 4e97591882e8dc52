import type { DraftState, MediaId, OwnWords, Poll, PostState } from '@baton/contracts';

type Piece = {
  readonly text: string;
  readonly mediaIds: readonly MediaId[];
  readonly poll: Poll | null;
};

const draftTitles: Record<DraftState, string> = {
  open: 'Draft',
  discarded: 'Draft you put away',
  sent: 'Draft you sent',
};

const postTitles: Record<PostState['state'], string> = {
  held: 'Post the team is looking at',
  declined: 'Post the team did not let out',
  queued: 'Post waiting to go out',
  attempting: 'Post just going out',
  published: 'Post that is out',
  deleted: 'Post that was out and was deleted',
  rejected: 'Post that X did not take',
  unknown: 'Post that may be out',
  withdrawn: 'Post you took back',
  missedWindow: 'Post that did not go before the takeover ended',
};

/** Own words as somebody keeps them: plain text, one piece after the other, nothing but a title and a time added. */
export const wordsToRead = (words: readonly OwnWords[], descriptions: ReadonlyMap<MediaId, string>): string =>
  words.map((word) => `${blockOf(word, descriptions)}\n\n`).join('');

function blockOf(word: OwnWords, descriptions: ReadonlyMap<MediaId, string>): string {
  if (word.kind === 'draft') {
    const { state, changedAt, posts, quoteOf } = word.draft;
    const pieces = posts.map((post) => pieceOf(post, descriptions));
    return [
      titled(draftTitles[state], changedAt),
      ...pieces,
      ...(quoteOf ? [`Quoting: ${quoteOf}`] : []),
    ].join('\n\n');
  }
  const { state, acceptedAt } = word.post;
  return [titled(postTitles[state], acceptedAt), pieceOf(word.post, descriptions)].join('\n\n');
}

const titled = (title: string, at: string): string =>
  `== ${title} (${at.slice(0, 10)} ${at.slice(11, 16)} UTC) ==`;

const pieceOf = ({ text, mediaIds, poll }: Piece, descriptions: ReadonlyMap<MediaId, string>): string =>
  [
    text,
    ...mediaIds.map((mediaId) => `[Picture: ${descriptions.get(mediaId) || 'without a description'}]`),
    ...(poll?.options ?? []).map((option) => `( ) ${option}`),
  ].join('\n');
