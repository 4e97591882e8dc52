import type { Provider } from '@nestjs/common';
import { AccountTokens } from '../account/account-tokens.js';
import { CharityXAccount } from '../account/charity-x-account.js';
import { PairsFromX } from '../account/pairs-from-x.js';
import { POSTING_CONFIG, type PostingConfig } from '../config.js';
import { DeletePastPosts } from '../deleting/delete-past-posts.js';
import { LookForMentions } from '../inbox/look-for-mentions.js';
import { PollMentions } from '../inbox/poll-mentions.js';
import { UploadedPictures } from '../media/uploaded-pictures.js';
import { XAccount } from './x-account.js';
import { XWire } from './x-wire.js';

/** The way to X, and all that goes it. */
export const xProviders: Provider[] = [
  {
    provide: XWire,
    inject: [POSTING_CONFIG],
    useFactory: (config: PostingConfig) =>
      new XWire({
        apiOrigin: config.X_API_ORIGIN,
        authorizeOrigin: config.X_AUTHORIZE_ORIGIN,
        callMs: config.X_DEADLINE_MS,
      }),
  },
  AccountTokens,
  PairsFromX,
  UploadedPictures,
  LookForMentions,
  PollMentions,
  DeletePastPosts,
  { provide: XAccount, useClass: CharityXAccount },
];
