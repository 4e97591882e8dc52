import type { Refusal } from '@baton/contracts';
import { z } from 'zod';
import { type Html, html } from '../html.js';
import { hidden } from '../sign-in-pages.js';

const typed = z.string().max(500).catch('');
export const NomineeForm = z.object({ nominationId: typed, email: typed, greeting: typed });
/** What was typed, right or wrong. */
export type NomineeForm = z.output<typeof NomineeForm>;

/** What was wrong, beside the field it is about or, without one, above all. */
export type Problems = Readonly<Record<string, string>>;

export const problem = (problems: Problems, field: string): Html | null =>
  problems[field] ? html`<p class="panel" role="alert" id="${field}-problem">${problems[field]}</p>` : null;

/** One sentence a field: the first of what is wrong with it. */
export function problemsIn({ issues }: z.ZodError): Problems {
  const sentences = issues.map(({ path, message }) => [String(path[0] ?? ''), `This ${message}.`] as const);
  return Object.fromEntries(sentences.toReversed());
}

export const problemsOf = ({ refusal }: Refusal): Problems => ({ '': refusal.message });

/** The fields of a suggestion, wherever it is made. */
export const nomineeFields = (
  form: NomineeForm,
  problems: Problems,
): Html => html`${hidden('nominationId', form.nominationId)}
<label for="greeting">What shall we call them? A first name is enough</label>
${problem(problems, 'greeting')}
<input id="greeting" name="greeting" value="${form.greeting}" autocomplete="off" maxlength="40" required${describedBy(problems, 'greeting')}>
<label for="email">Their e-mail address</label>
${problem(problems, 'email')}
<input id="email" name="email" type="email" value="${form.email}" autocomplete="off" required${describedBy(problems, 'email')}>`;

const describedBy = (problems: Problems, field: string): Html | null =>
  problems[field] ? html` aria-invalid="true" aria-describedby="${field}-problem"` : null;

/** What becomes of a suggestion, so that nobody makes one that they would not like to have made. */
export const whatWeDo = html`<ul>
<li>We ask them first, by mail, once. Nothing that you type is in the mail.</li>
<li>We do not tell you whether they said yes. That is theirs to tell.</li>
<li>If they say no, we never ask them again. If they say nothing, we forget them after 14 days.</li>
</ul>`;
