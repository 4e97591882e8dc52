import type { DraftId, PostId } from '@baton/contracts';
import { nameBasedId } from '@baton/service-kit';

const namespace = '0d1f8a5c6b3e4f7a9c2d5e8b1a4f7c30';

/** Where the words of a submission are kept that was refused: the same however often it is refused. */
export const draftOfPost = (firstPostId: PostId): DraftId => nameBasedId(namespace, `post:${firstPostId}`);

/** Where new words for a post are kept that could not be changed, or sent again with them. */
export const draftOfChange = (postId: PostId): DraftId => nameBasedId(namespace, `change:${postId}`);

/** Where other words for a draft are kept beside it: the same however often they are saved. */
export const draftBeside = (draftId: DraftId, fingerprint: Buffer): DraftId =>
  nameBasedId(namespace, `beside:${draftId}:${fingerprint.toString('hex')}`);
