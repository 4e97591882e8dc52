import { randomBytes } from 'node:crypto';
import { accept, type beginConnection, type InputOf } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { authorizeLink, neededScopes } from '../x/connect-to-x.js';
import { XWire } from '../x/x-wire.js';
import { keepAttempt } from './connection-attempt.js';

/** Begins a connection: the link a person follows to X, and what is needed when X sends them back. */
@Injectable()
export class BeginConnection implements Handles<typeof beginConnection> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(XWire) private readonly wire: XWire,
  ) {}

  async handle({
    charityId,
    accountId,
    clientId,
    clientSecret,
    redirectUri,
  }: InputOf<typeof beginConnection>) {
    const app = { clientId, clientSecret };
    const state = randomBytes(32).toString('base64url');
    const { authorizeUrl, codeVerifier } = authorizeLink(this.wire, app, { redirectUri, state });
    await this.database.inCharity(charityId, (tx) =>
      keepAttempt(tx, this.vault, state, { accountId, app, codeVerifier, redirectUri }),
    );
    return accept({ authorizeUrl, state, scopes: [...neededScopes] });
  }
}
