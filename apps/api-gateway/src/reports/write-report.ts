import {
  accept,
  accountForTakeovers,
  type Caller,
  type InputOf,
  isRefusal,
  listMembers,
  type Operation,
  type OutputOf,
  type Refusal,
  type ReportDocument,
  type RequestOf,
  type ResultOf,
  reportAssurance,
  reportSeason,
  reportTakeover,
  type UniversalRefusalCode,
  verifyAudit,
  viewCharity,
  type writeReport,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Injectable } from '@nestjs/common';
import { Front } from '../pages/front.js';
import { assuranceReport } from './assurance-report.js';
import { seasonReport } from './season-report.js';
import { takeoverReport } from './takeover-report.js';
import { type Heading, namesFor } from './what-is-known.js';

type Asked = InputOf<typeof writeReport>;
type Ask = <O extends Operation>(operation: O, input: RequestOf<O>) => Promise<OutputOf<O>>;

/** What other services said no to is what the whole says no to. */
class Declined {
  constructor(readonly refusal: Refusal<UniversalRefusalCode>) {}
}

/** Asks each service once, side by side, as whoever wants the report: none of them asks another. */
@Injectable()
export class WriteReport implements Handles<typeof writeReport> {
  constructor(private readonly front: Front) {}

  async handle(asked: Asked, { caller }: CallContext): Promise<ResultOf<typeof writeReport>> {
    try {
      return accept(await write(asked, this.askingAs(caller)));
    } catch (stopped) {
      if (stopped instanceof Declined) return stopped.refusal;
      throw stopped;
    }
  }

  private askingAs(caller: Caller): Ask {
    return async (operation, input) => {
      const result = await this.front.ask(operation, input, caller);
      if (isRefusal(result)) throw new Declined(result as Refusal<UniversalRefusalCode>);
      return result.value as never;
    };
  }
}

async function write({ charityId, about, takeoverId, from, to }: Asked, ask: Ask): Promise<ReportDocument> {
  const season = takeoverId === undefined && from !== undefined && to !== undefined ? { from, to } : null;
  const which = season ?? { takeoverId };
  const [{ name }, account, { members }] = await Promise.all([
    ask(viewCharity, { charityId }),
    ask(accountForTakeovers, { charityId, ...which }),
    ask(listMembers, { charityId }),
  ]);
  const heading: Heading = { charity: name, madeAt: new Date().toISOString(), season };
  const nameOf = namesFor(members);
  if (about === 'assurance') {
    const [figures, audit] = await Promise.all([
      ask(reportAssurance, { charityId, ...which }),
      ask(verifyAudit, { charityId }),
    ]);
    return assuranceReport(heading, { figures, account, audit }, nameOf);
  }
  if (season)
    return seasonReport(heading, await ask(reportSeason, { charityId, ...season }), account, nameOf);
  if (takeoverId === undefined) throw new Error('the contract asks for a weekend or a season');
  return takeoverReport(heading, await ask(reportTakeover, { charityId, takeoverId }), account, nameOf);
}
