import {
  type ApplicationId,
  accept,
  acceptApplication,
  type CharityId,
  type decideApplications,
  declineApplication,
  type InputOf,
  type OutputOf,
  putOffApplication,
  type RefusalDeclaration,
  type Result,
  universalRefusals,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Injectable } from '@nestjs/common';
import { AcceptApplication } from '../applications/accept-application.js';
import { DeclineApplication } from '../applications/decline-application.js';
import { PutOffApplication } from '../applications/put-off-application.js';

type Decision = InputOf<typeof decideApplications>['decision'];
type Outcome = OutputOf<typeof decideApplications>['outcomes'][number];

/** The same decision about many: each is decided as if it were the only one, in a transaction of its own. */
@Injectable()
export class DecideApplications implements Handles<typeof decideApplications> {
  constructor(
    private readonly accepting: AcceptApplication,
    private readonly declining: DeclineApplication,
    private readonly puttingOff: PutOffApplication,
  ) {}

  async handle(
    { charityId, applicationIds, decision }: InputOf<typeof decideApplications>,
    context: CallContext,
  ) {
    const outcomes: Outcome[] = [];
    for (const applicationId of new Set(applicationIds)) {
      const result = await this.decide({ charityId, applicationId }, decision, context);
      outcomes.push(outcomeOf(applicationId, result));
    }
    return accept({ outcomes });
  }

  private decide(
    which: { readonly charityId: CharityId; readonly applicationId: ApplicationId },
    decision: Decision,
    context: CallContext,
  ): Promise<Result<{ readonly state: Outcome['state'] }>> {
    switch (decision.to) {
      case 'accept':
        return this.accepting.handle(which, context);
      case 'decline':
        return this.declining.handle({ ...which, ...decision }, context);
      case 'putOff':
        return this.puttingOff.handle({ ...which, ...decision }, context);
    }
  }
}

const words: Readonly<Record<string, RefusalDeclaration>> = {
  ...universalRefusals,
  ...acceptApplication.refusals,
  ...declineApplication.refusals,
  ...putOffApplication.refusals,
};

function outcomeOf(
  applicationId: ApplicationId,
  result: Result<{ readonly state: Outcome['state'] }>,
): Outcome {
  if (result.ok) return { applicationId, state: result.value.state, problem: null };
  const { code, message } = result.refusal;
  return { applicationId, state: null, problem: { code, message: message || (words[code]?.message ?? '') } };
}
