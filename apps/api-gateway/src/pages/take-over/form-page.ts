import { IdentityLevel, type PublicCall } from '@baton/contracts';
import { type Html, html } from '../html.js';
import { type Fields, first } from './form-fields.js';
import type { Problems } from './form-problems.js';
import { type FormWords, formWords } from './form-words.js';
import { describedBy, help, problem, questionFields } from './question-fields.js';

/** What a form shows: the call, what has been typed, and what was wrong with it. */
export interface FilledForm {
  readonly call: PublicCall;
  /** Where it is sent. */
  readonly action: string;
  readonly fields: Fields;
  readonly problems: Problems;
  /** The token of the saved form it came from. */
  readonly savedForm?: string | undefined;
}

/** Everything that was typed stays, whatever was wrong with it. No script: hidden questions are hidden by a style. */
export function formPage(form: FilledForm, ids: { applicationId: string; savedFormId: string }): Html {
  const { call, action, fields, problems } = form;
  const { language, questions } = call;
  const words = formWords[language];
  return html`<h1>${call.title}</h1>
${problems.size > 0 ? html`<div class="panel" role="alert"><p>${problems.get('') ?? words.problemsAbove}</p></div>` : null}
${fields.size === 0 ? languageLinks(form) : null}
<p class="typed">${call.invitation}</p>
<form method="post" action="${action}">
${kept(form, ids)}
${typed(form, 'penName', words.penName, { help: words.penNameHelp, must: true })}
${levelField(form, words)}
${questionFields(questions, { fields, problems, language })}
${aboutField(form, words)}
<h2>${words.aboutYou}</h2>
<p>${words.onlyForUs}</p>
${typed(form, 'name', words.name, { autocomplete: 'name', must: true })}
${typed(form, 'email', words.email, { autocomplete: 'email', type: 'email', must: true })}
${typed(form, 'phone', `${words.phone} (${words.optional})`, { autocomplete: 'tel', type: 'tel' })}
<label class="choice"><input type="checkbox" name="openMails" value="yes"${ticked(fields, 'openMails', 'yes')} aria-describedby="openMails-help"> ${words.openMails}</label>
${help('openMails', words.openMailsHelp)}
${ageField(form, words)}
<h2>${words.whatYouAgreeTo}</h2>
<p class="typed">${call.consentText}</p>
${problem('agreed', problems.get('agreed'))}
<label class="choice"><input type="checkbox" id="agreed" name="agreed" value="yes"${ticked(fields, 'agreed', 'yes')}${describedBy('agreed', false, problems.has('agreed'))}> ${words.agree}</label>
<div class="apart" aria-hidden="true"><label for="website">${words.leaveEmpty}</label><input id="website" name="website" tabindex="-1" autocomplete="off"></div>
<p><button type="submit">${words.send}</button></p>
<h2>${words.saveHeading}</h2>
<p>${words.saveHelp}</p>
<label class="choice"><input type="checkbox" name="mailLink" value="yes"> ${words.mailLink}</label>
<p><button type="submit" name="press" value="save" formnovalidate>${words.save}</button></p>
${fields.size === 0 ? null : languageButtons(form)}
</form>`;
}

/** What the browser carries along. */
function kept(
  { call, fields, savedForm }: FilledForm,
  ids: { applicationId: string; savedFormId: string },
): Html[] {
  const carried = {
    ...ids,
    callVersion: String(call.version),
    language: call.language,
    consentHash: call.consentHash,
    stamp: first(fields, 'stamp') || call.stamp,
    savedForm: savedForm ?? first(fields, 'savedForm'),
    nomination: first(fields, 'nomination'),
  };
  return Object.entries(carried).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">
`,
  );
}

interface Look {
  readonly help?: string;
  readonly type?: string;
  readonly autocomplete?: string;
  readonly must?: true;
}

function typed({ fields, problems }: FilledForm, name: string, label: string, look: Look): Html {
  const { help: more = '', type = 'text', autocomplete = 'off', must } = look;
  return html`<label for="${name}">${label}</label>
${help(name, more)}${problem(name, problems.get(name))}
<input id="${name}" name="${name}" type="${type}" autocomplete="${autocomplete}" value="${first(fields, name)}"${describedBy(name, more !== '', problems.has(name))}${must ? html` required` : null}>
`;
}

function levelField({ fields, problems }: FilledForm, words: FormWords): Html {
  const chosen = first(fields, 'identityLevel') || 'anonymous';
  return html`<fieldset id="identityLevel"${describedBy('identityLevel', false, problems.has('identityLevel'))}><legend>${words.level}</legend>
${problem('identityLevel', problems.get('identityLevel'))}
${IdentityLevel.options
  .toReversed()
  .map(
    (level) =>
      html`<label class="choice"><input type="radio" name="identityLevel" value="${level}"${chosen === level ? html` checked` : null}> ${words.levels[level]}</label>`,
  )}</fieldset>
`;
}

const aboutField = (
  { fields, problems }: FilledForm,
  words: FormWords,
): Html => html`<label for="about">${words.about} <span class="soft">(${words.optional})</span></label>
${problem('about', problems.get('about'))}
<textarea id="about" name="about" rows="6"${describedBy('about', false, problems.has('about'))}>
${first(fields, 'about')}</textarea>
`;

const ageField = (
  { call, fields, problems }: FilledForm,
  words: FormWords,
): Html => html`<fieldset id="ofAge"${describedBy('ofAge', false, problems.has('ofAge'))}><legend>${words.age(call.minimumAge)}</legend>
${problem('ofAge', problems.get('ofAge'))}
<label class="choice"><input type="radio" name="ofAge" value="yes" required${ticked(fields, 'ofAge', 'yes')}> ${words.yes}</label>
<label class="choice"><input type="radio" name="ofAge" value="no" required${ticked(fields, 'ofAge', 'no')}> ${words.no}</label></fieldset>
`;

const ticked = (fields: Fields, name: string, value: string): Html | null =>
  first(fields, name) === value ? html` checked` : null;

/** Before anything is typed a link will do. */
const languageLinks = ({ call, action }: FilledForm): Html[] =>
  otherLanguages(call).map(
    (language) =>
      html`<p><a href="${action}?language=${language}" lang="${language}" hreflang="${language}">${formWords[language].readIn}</a></p>`,
  );

/** Afterwards a button, which takes along what was typed. */
const languageButtons = ({ call }: FilledForm): Html[] =>
  otherLanguages(call).map(
    (language) =>
      html`<p><button type="submit" name="press" value="${language}" lang="${language}" formnovalidate>${formWords[language].readIn}</button></p>`,
  );

const otherLanguages = ({ language, languages }: PublicCall) =>
  languages.filter((other) => other !== language);
