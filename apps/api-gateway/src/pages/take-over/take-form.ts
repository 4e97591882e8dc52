import { apply, EmailAddress, isRefusal, Language, type RequestOf, saveForm } from '@baton/contracts';
import { Requests } from '@baton/messaging';
import { Inject, Injectable } from '@nestjs/common';
import { PUBLIC_ORIGIN } from '../../config.js';
import { Refused } from '../../door/refused.js';
import type { Reply } from '../../door/request.js';
import { page } from '../layout.js';
import { type At, actionOf, CallVisits, type Visit } from './call-visit.js';
import { applicationIn, type Fields, fieldsIn, first, toSave } from './form-fields.js';
import { problemsIn, problemsInForm, problemsOf } from './form-problems.js';
import { ShowForm } from './show-form.js';
import { savedPage, thanksPage, tooYoungPage, tryAgainPage } from './take-over-pages.js';

const anyone = { kind: 'anyone' } as const;

/**
 * What becomes of a form whose button was pressed: sent, saved, or shown in another language. Whatever is wrong, and whoever
 * does not answer: everything that was typed is on the next page.
 */
@Injectable()
export class TakeForm {
  constructor(
    private readonly visits: CallVisits,
    private readonly showing: ShowForm,
    private readonly requests: Requests,
    @Inject(PUBLIC_ORIGIN) private readonly publicOrigin: string,
  ) {}

  async take(reply: Reply, { slug, callId }: At, isFramed: boolean, body: unknown): Promise<void> {
    const fields = fieldsIn(body);
    const press = first(fields, 'press');
    const other = Language.safeParse(press).data;
    const version = Number(first(fields, 'callVersion')) || undefined;
    const wanted = { language: other ?? first(fields, 'language'), version };
    const visit = await this.visits.at(slug, callId, isFramed, wanted).catch((error: unknown) => {
      if (error instanceof Refused && error.code === 'unavailable') return undefined;
      throw error;
    });
    if (!visit) return this.tryAgain(reply, actionOf(slug, callId, isFramed), fields);
    if (other) return this.showing.again(reply, visit, fields, { status: 200 });
    return press === 'save' ? this.save(reply, visit, fields) : this.send(reply, visit, fields);
  }

  private async send(reply: Reply, visit: Visit, fields: Fields): Promise<void> {
    const { charity, call, isFramed } = visit;
    if (first(fields, 'ofAge') === 'no')
      return this.visits.show(reply, visit, tooYoungPage(charity, call, isFramed));
    const form = applicationIn(fields, call, charity.charityId);
    const problems = new Map([...problemsInForm(form, call.language), ...problemsIn(fields, call.language)]);
    if (problems.size > 0) return this.showing.again(reply, visit, fields, { problems });
    const result = await this.requests.call(apply, form as RequestOf<typeof apply>, { caller: anyone });
    if (!isRefusal(result)) return this.visits.show(reply, visit, thanksPage(charity, call, isFramed));
    const wrong = { problems: problemsOf(result, call.language) };
    if (result.refusal.code !== 'consentChanged') return this.showing.again(reply, visit, fields, wrong);
    // To be read again: in the words in force, and not ticked.
    const now = await this.visits.at(charity.slug, call.callId, isFramed, { language: call.language });
    const unticked = new Map([...fields].filter(([name]) => name !== 'agreed'));
    return this.showing.again(reply, now, unticked, wrong);
  }

  private async save(reply: Reply, visit: Visit, fields: Fields): Promise<void> {
    const { charity, call, isFramed } = visit;
    const wantsMail = first(fields, 'mailLink') === 'yes';
    const email = wantsMail ? EmailAddress.safeParse(first(fields, 'email')).data : undefined;
    const input = {
      charityId: charity.charityId,
      callId: call.callId,
      savedFormId: first(fields, 'savedFormId'),
      content: toSave(fields),
      language: call.language,
      email,
      token: first(fields, 'savedForm') || undefined,
    };
    const read = saveForm.input.safeParse(input);
    const result = await this.requests.call(saveForm, read.success ? read.data : (input as never), {
      caller: anyone,
    });
    if (isRefusal(result))
      return this.showing.again(reply, visit, fields, { problems: problemsOf(result, call.language) });
    const link = `${this.publicOrigin}/c/${charity.slug}/saved?token=${result.value.token}`;
    const content = savedPage(call, { link, isMailed: email !== undefined, isFramed });
    return this.visits.show(reply, visit, content);
  }

  private async tryAgain(reply: Reply, action: string, fields: Fields): Promise<void> {
    const { message } = new Refused('unavailable');
    const shown = page('That did not work', tryAgainPage(action, fields, message));
    await reply.status(503).type('text/html; charset=utf-8').send(shown);
  }
}
