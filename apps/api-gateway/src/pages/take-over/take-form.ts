import {
  apply,
  discardSavedForm,
  EmailAddress,
  isRefusal,
  Language,
  type RequestOf,
  type ResultOf,
  saveForm,
} from '@baton/contracts';
import { Requests } from '@baton/messaging';
import { Log, newId } from '@baton/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { PUBLIC_ORIGIN } from '../../config.js';
import { Refused } from '../../door/refused.js';
import type { Reply } from '../../door/request.js';
import { type At, actionOf, CallVisits, type Visit } from './call-visit.js';
import { applicationIn, type Fields, fieldsIn, first, toSave } from './form-fields.js';
import { problemsIn, problemsInForm, problemsOf } from './form-problems.js';
import { formWords } from './form-words.js';
import { languageIn, type NotNow, statusOf, tryAgainPage } from './not-now-pages.js';
import { ShowForm } from './show-form.js';
import { savedPage, thanksPage, tooYoungPage } from './take-over-pages.js';

const anyone = { kind: 'anyone' } as const;

interface Place {
  readonly at: At;
  readonly isFramed: boolean;
}
interface Sent extends Place {
  readonly isTooOften: boolean;
}

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
    private readonly log: Log,
    @Inject(PUBLIC_ORIGIN) private readonly publicOrigin: string,
  ) {}

  /** `isTooOften`: its sender's address has sent so much that this waits a minute. */
  async take(reply: Reply, { at, isFramed, isTooOften }: Sent, body: unknown): Promise<void> {
    const fields = fieldsIn(body);
    if (isTooOften) return this.notNow(reply, { at, isFramed }, fields, 'tooOften');
    try {
      await this.takeNow(reply, { at, isFramed }, fields);
    } catch (error) {
      if (error instanceof Refused && error.code !== 'unavailable') throw error;
      if (!(error instanceof Refused)) this.log.fault('take a form', error);
      await this.notNow(reply, { at, isFramed }, fields, 'unavailable');
    }
  }

  private async takeNow(reply: Reply, { at, isFramed }: Place, fields: Fields): Promise<void> {
    const press = first(fields, 'press');
    const other = Language.safeParse(press).data;
    const version = Number(first(fields, 'callVersion')) || undefined;
    const wanted = { language: other ?? first(fields, 'language'), version };
    const visit = await this.visits.at(at.slug, at.callId, isFramed, wanted);
    if (other) return this.showing.again(reply, visit, fields, { status: 200 });
    return press === 'save' ? this.save(reply, visit, fields) : this.send(reply, visit, fields);
  }

  private async send(reply: Reply, visit: Visit, fields: Fields): Promise<void> {
    const { charity, call, isFramed } = visit;
    if (first(fields, 'ofAge') === 'no') return this.tooYoung(reply, visit, fields);
    const form = applicationIn(fields, call, charity.charityId);
    const problems = new Map([...problemsInForm(form, call.language), ...problemsIn(fields, call.language)]);
    if (problems.size > 0) return this.showing.again(reply, visit, fields, { problems });
    const result = answerOf(
      await this.requests.call(apply, form as RequestOf<typeof apply>, { caller: anyone }),
    );
    if (!isRefusal(result)) return this.visits.show(reply, visit, thanksPage(charity, call, isFramed));
    const wrong = { problems: problemsOf(result, call.language) };
    if (result.refusal.code !== 'consentChanged') return this.showing.again(reply, visit, fields, wrong);
    // To be read again: in the words in force, and not ticked.
    const now = await this.visits.at(charity.slug, call.callId, isFramed, { language: call.language });
    const unticked = new Map([...fields].filter(([name]) => name !== 'agreed'));
    return this.showing.again(reply, now, unticked, wrong);
  }

  private async save(reply: Reply, visit: Visit, typed: Fields): Promise<void> {
    const { charity, call, isFramed } = visit;
    const wantsMail = first(typed, 'mailLink') === 'yes';
    const email = wantsMail ? EmailAddress.safeParse(first(typed, 'email')).data : undefined;
    const fields = new Map(typed);
    let result = await this.keep(visit, fields, email);
    // Saved before from this page, and changed since somebody went back to it: it is another form.
    if (isRefusal(result) && result.refusal.code === 'idReused') {
      fields.set('savedFormId', [newId()]);
      result = await this.keep(visit, fields, email);
    }
    if (isRefusal(result))
      return this.showing.again(reply, visit, fields, { problems: problemsOf(result, call.language) });
    const link = `${this.publicOrigin}/c/${charity.slug}/saved?token=${result.value.token}`;
    const content = savedPage(call, { link, isMailed: email !== undefined, isFramed });
    return this.visits.show(reply, visit, content);
  }

  private async keep(
    { charity, call }: Visit,
    fields: Fields,
    email: string | undefined,
  ): Promise<ResultOf<typeof saveForm>> {
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
    const asked = read.success ? read.data : (input as never);
    return answerOf(await this.requests.call(saveForm, asked, { caller: anyone }));
  }

  /** Whoever is too young is told that nothing is kept, so nothing is: not what was saved before, by its link or this page. */
  private async tooYoung(reply: Reply, visit: Visit, fields: Fields): Promise<void> {
    const { charity, call, isFramed } = visit;
    const saved = {
      charityId: charity.charityId,
      token: first(fields, 'savedForm') || undefined,
      savedFormId: first(fields, 'savedFormId') || undefined,
    };
    const read = discardSavedForm.input.safeParse(saved);
    const result =
      read.success && (await this.requests.call(discardSavedForm, read.data, { caller: anyone }));
    if (result && isRefusal(result)) throw new Refused('unavailable');
    return this.visits.show(reply, visit, tooYoungPage(charity, call, isFramed));
  }

  private notNow(reply: Reply, { at, isFramed }: Place, fields: Fields, why: NotNow): Promise<void> {
    const content = tryAgainPage(actionOf(at.slug, at.callId, isFramed), fields, why);
    const language = languageIn(fields);
    const shown = { title: formWords[language].notTaken, content, status: statusOf(why) };
    return this.visits.showPlain(reply, { at, isFramed, language }, shown);
  }
}

/** As the page takes it, unless the service has no time for it just now. */
function answerOf<Result extends ResultOf<typeof apply> | ResultOf<typeof saveForm>>(result: Result): Result {
  if (isRefusal(result) && result.refusal.code === 'unavailable') throw new Refused('unavailable');
  return result;
}
