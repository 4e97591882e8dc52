import { randomBytes } from 'node:crypto';
import { accept, type beginConnection, connectionState, type InputOf } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { POSTING_CONFIG, type PostingConfig } from '../config.js';
import { authorizeLink, neededScopes } from '../x/connect-to-x.js';
import { XWire } from '../x/x-wire.js';
import { keepAttempt } from './connection-attempt.js';
import { redirectUriOf } from './redirect-uri.js';

/** Begins a connection: the link a person follows to X, and what is needed when X sends them back. */
@Injectable()
export class BeginConnection implements Handles<typeof beginConnection> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(XWire) private readonly wire: XWire,
    @Inject(POSTING_CONFIG) private readonly config: PostingConfig,
  ) {}

  async handle(
    { charityId, accountId, clientId, clientSecret, anotherAccount }: InputOf<typeof beginConnection>,
    { caller }: CallContext,
  ) {
    const app = { clientId, clientSecret };
    const redirectUri = redirectUriOf(this.config);
    const state = connectionState(charityId, randomBytes(32).toString('base64url'));
    const { authorizeUrl, codeVerifier } = authorizeLink(this.wire, app, { redirectUri, state });
    await this.database.inCharity(charityId, async (tx) => {
      await keepAttempt(tx, this.vault, state, { accountId, anotherAccount, app, codeVerifier, redirectUri });
      await noteInAudit(tx, { by: caller, action: 'account.connection-begun', about: accountId });
    });
    return accept({ authorizeUrl, state, scopes: [...neededScopes], redirectUri });
  }
}
