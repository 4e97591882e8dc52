import { newId } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';
import type { Reply } from '../../door/request.js';
import { type At, CallVisits, type Visit } from './call-visit.js';
import { type Fields, first } from './form-fields.js';
import { formPage } from './form-page.js';
import { noProblems, type Problems } from './form-problems.js';
import { notOpenPage } from './take-over-pages.js';

/** Shows the form of a call, empty or as far as somebody has come. */
@Injectable()
export class ShowForm {
  constructor(private readonly visits: CallVisits) {}

  async begin(
    reply: Reply,
    { slug, callId }: At,
    isFramed: boolean,
    query: Readonly<Record<string, unknown>>,
  ) {
    const language = typeof query['language'] === 'string' ? query['language'] : undefined;
    const visit = await this.visits.at(slug, callId, isFramed, { language });
    if (visit.call.state !== 'open')
      return this.visits.show(reply, visit, notOpenPage(visit.charity, visit.call));
    const nomination = typeof query['nomination'] === 'string' ? query['nomination'].slice(0, 200) : '';
    return this.again(reply, visit, new Map(nomination ? [['nomination', [nomination]]] : []), {
      status: 200,
    });
  }

  /** With everything that was typed, and what was wrong with it. */
  again(
    reply: Reply,
    visit: Visit,
    fields: Fields,
    { problems = noProblems, status = 422 }: { problems?: Problems; status?: number },
  ): Promise<void> {
    const { call, action } = visit;
    const ids = {
      applicationId: first(fields, 'applicationId') || newId(),
      savedFormId: first(fields, 'savedFormId') || newId(),
    };
    return this.visits.show(reply, visit, formPage({ call, action, fields, problems }, ids), status);
  }
}
