import type { CallContent, CallState, Language, PublicCall } from '@baton/contracts';
import { type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { databaseNow } from '../clock/database-now.js';
import type { Call } from './call-row.js';
import { decideCallState } from './decide-call-state.js';
import { stampOf } from './form-stamp.js';
import { inLanguage, languagesOf } from './in-language.js';
import { placesTaken } from './places-taken.js';
import { sha256 } from './sha256.js';

interface Shown {
  readonly language?: Language | undefined;
  /** A version and its words, where not the newest is to be shown. */
  readonly earlier?: { readonly version: number; readonly content: CallContent } | undefined;
}

/** A call as the public sees it. How many have applied is not told. */
@Injectable()
export class PresentCall {
  constructor(private readonly vault: Vault) {}

  async present(tx: Tx, call: Call, { language, earlier }: Shown = {}): Promise<PublicCall> {
    const { callId, opensAt, closesAt, embedOn } = call;
    const { version, content } = earlier ?? call;
    const words = inLanguage(content, language);
    return {
      callId,
      version,
      ...words,
      languages: languagesOf(content),
      consentHash: sha256(words.consentText),
      minimumAge: content.minimumAge,
      state: await this.stateOf(tx, call),
      opensAt,
      closesAt,
      embedOn,
      stamp: await stampOf(this.vault, tx.charityId, callId, await databaseNow(tx)),
    };
  }

  async stateOf(tx: Tx, call: Call): Promise<CallState> {
    const { taken } = await placesTaken(tx, call.callId);
    return decideCallState(call, { taken, now: await databaseNow(tx) });
  }
}
