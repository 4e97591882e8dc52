import { accept, type InputOf, type PersonId, refuse, type SessionId, type stepUp } from '@baton/contracts';
import { Injectable } from '@nestjs/common';
import { Passkeys } from '../proofs/passkeys.js';
import { SecondFactor } from '../proofs/second-factor.js';
import { refusalOf } from '../proofs/second-factor-refusal.js';
import { SignInCodes } from '../sign-in/sign-in-codes.js';
import { StrongerProofs } from './stronger-proofs.js';

type Proof = InputOf<typeof stepUp>['proof'];
const right = accept('right' as const);

/** Whether a proof is this person's and, where it is a mailed code, made for this very session. */
@Injectable()
export class CheckStepUpProof {
  constructor(
    private readonly codes: SignInCodes,
    private readonly passkeys: Passkeys,
    private readonly secondFactor: SecondFactor,
    private readonly stronger: StrongerProofs,
  ) {}

  check(proof: Proof, personId: PersonId, sessionId: SessionId) {
    switch (proof.by) {
      case 'code':
        return this.checkCode(proof, personId, sessionId);
      case 'secondFactor':
        return this.checkSecondFactor(proof.code, personId);
      case 'passkey':
        return this.checkPasskey(proof, personId);
    }
  }

  private async checkCode(proof: Proof & { by: 'code' }, personId: PersonId, forSession: SessionId) {
    if (await this.stronger.has(personId)) return refuse('strongerProofNeeded');
    const { ticket, code } = proof;
    return (await this.codes.use({ ticket, code, forSession })) === personId ? right : refuse('wrongCode');
  }

  private async checkSecondFactor(code: string, personId: PersonId) {
    const verified = await this.secondFactor.verify(personId, code);
    return verified === 'right' ? right : refusalOf(verified);
  }

  private async checkPasskey({ ticket, answer }: Proof & { by: 'passkey' }, personId: PersonId) {
    return (await this.passkeys.prove(ticket, answer)) === personId ? right : refuse('wrongPasskey');
  }
}
