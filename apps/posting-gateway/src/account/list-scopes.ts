import { accept, type listScopes } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Inject, Injectable } from '@nestjs/common';
import { POSTING_CONFIG, type PostingConfig } from '../config.js';
import { neededScopes } from '../x/connect-to-x.js';
import { redirectUriOf } from './redirect-uri.js';

const whyNeeded: Record<(typeof neededScopes)[number], string> = {
  'tweet.read': 'To see the account’s own posts, so that nothing is ever posted twice, and who mentions it.',
  'tweet.write': 'To post and reply for the account while a takeover is open, and to delete on request.',
  'users.read': 'To know which account this is, and to show who wrote to it.',
  'media.write': 'To send pictures along with their descriptions.',
  'offline.access': 'To stay connected over a weekend without asking somebody to sign in every two hours.',
  'tweet.moderate.write': 'To hide hurtful replies under the account’s posts.',
  'mute.write': 'To mute people who harass a curator.',
};

const never = [
  {
    scope: 'dm.read',
    why: 'Direct messages belong to those who wrote them. No curator and no one here reads them.',
  },
  { scope: 'dm.write', why: 'Nobody writes private messages in the charity’s name through Baton.' },
];

/** What a person can read before they go to X and say yes. */
@Injectable()
export class ListScopes implements Handles<typeof listScopes> {
  constructor(@Inject(POSTING_CONFIG) private readonly config: PostingConfig) {}

  async handle() {
    const asked = neededScopes.map((scope) => ({ scope, why: whyNeeded[scope] }));
    return accept({ asked, never, redirectUri: redirectUriOf(this.config) });
  }
}
