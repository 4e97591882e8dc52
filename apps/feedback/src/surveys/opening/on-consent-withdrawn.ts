import type { ConsentChannel, CuratorId, consentWithdrawn, FactOf } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { stopAsking } from './stop-asking.js';

/**
 * Who takes back being quoted takes back every yes they gave so far; one they give later is a new one. Who takes back the
 * whole is neither quoted nor asked any more. Mails about surveys are recruitment's to stop.
 */
@Injectable()
export class OnConsentWithdrawn implements Consumes<typeof consentWithdrawn> {
  handle({ data }: FactOf<typeof consentWithdrawn>, tx: Tx): Promise<void> {
    return effects[data.channel](tx, data.curatorId);
  }
}

const effects: Record<ConsentChannel, (tx: Tx, curatorId: CuratorId) => Promise<void>> = {
  posting: async (tx, curatorId) => {
    await quoteNoMore(tx, curatorId);
    await stopAsking(tx, curatorId);
  },
  quoting: quoteNoMore,
  archive: async () => undefined,
  contact: async () => undefined,
};

async function quoteNoMore(tx: Tx, curatorId: CuratorId): Promise<void> {
  await tx.query(
    `UPDATE survey_answer SET may_quote = false, shown = false FROM survey
      WHERE survey_answer.charity_id = $1 AND survey.charity_id = $1 AND survey.curator_id = $2
        AND survey_answer.survey_id = survey.survey_id AND may_quote`,
    [tx.charityId, curatorId],
  );
}
