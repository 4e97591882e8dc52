import { randomBytes } from 'node:crypto';
import { piecesOfIdentity, printKeyOf, printRecipe, printsOf } from '@baton/checks';
import { curatorFingerprinted } from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import { type Tx, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { Application } from '../applications/application-row.js';
import { FINGERPRINT_KEY } from '../config.js';
import { readAlsoTells } from './also-tells.js';
import { IdentityVault } from './identity-vault.js';

const next = `
  UPDATE person SET fingerprints_told = fingerprints_told + 1, print_recipe = $3
   WHERE charity_id = $1 AND application_id = $2 RETURNING fingerprints_told AS revision`;

/**
 * Makes anew by what a curator's posts would out them, and tells it in fingerprints. Each time with another salt, so that
 * nobody can see what has stayed the same. The person finds the opening among the others of their identity.
 */
@Injectable()
export class TellFingerprints {
  constructor(
    private readonly vault: Vault,
    private readonly identities: IdentityVault,
    @Inject(FINGERPRINT_KEY) private readonly secret: string,
  ) {}

  /** Somebody who does not curate has no posts to check. */
  async tell(tx: Tx, { applicationId, curatorId, penName, identityLevel }: Application): Promise<void> {
    if (!curatorId) return;
    const opening = { by: 'recruitment', purpose: 'so that no post tells by accident who you are' };
    const identity = await this.identities.open(tx, applicationId, opening);
    const [told] = await tx.query<{ revision: number }>(next, [tx.charityId, applicationId, printRecipe]);
    if (!told) throw new Error('somebody was opened who is not kept');
    const salt = randomBytes(16).toString('base64url');
    const alsoTells = await readAlsoTells(tx, this.vault, applicationId);
    const pieces = piecesOfIdentity({ ...identity, alsoTells, penName, level: identityLevel });
    const prints = printsOf(pieces, printKeyOf(this.secret, [tx.charityId, curatorId, salt]));
    const data = { curatorId, identityLevel, recipe: printRecipe, salt, prints };
    await appendFacts(
      tx,
      newFact(curatorFingerprinted, { subject: curatorId, revision: told.revision, data }),
    );
  }
}
