import {
  type CharityId,
  MadeUpMessageName,
  type MediaId,
  PostId,
  type RequestOf,
  type rehearsePosts,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { z } from 'zod';
import { type Html, html } from './html.js';
import { hidden } from './sign-in-pages.js';

const mostBoxes = 25;
const optionNames = ['option1', 'option2', 'option3', 'option4'] as const;

/** As somebody typed it; browsers send line ends as two characters, which X would count twice. */
const typed = z
  .string()
  .max(100_000)
  .catch('')
  .transform((text) => text.replaceAll('\r\n', '\n'));
const id = z.uuid().catch(() => newId());

const Sent = z.object({
  boxes: z.coerce.number().int().min(1).max(mostBoxes).catch(1),
  answers: MadeUpMessageName.optional().catch(undefined),
  picture: z.literal('practice').optional().catch(undefined),
  mediaId: id,
  altText: typed,
  minutes: z.coerce.number().int().catch(1_440),
  press: z.enum(['try', 'another']).catch('try'),
});

/** What stands in the composer. A box has the id of its post, so that a form sent twice is one post. */
export interface RehearsalForm extends Omit<z.output<typeof Sent>, 'boxes'> {
  readonly boxes: readonly { readonly postId: string; readonly text: string }[];
  readonly options: readonly string[];
}

export function readRehearsalForm(body: unknown): RehearsalForm {
  const fields: Record<string, unknown> = { ...Object(body) };
  const { boxes, ...sent } = Sent.parse(fields);
  return {
    ...sent,
    boxes: Array.from({ length: boxes }, (_, at) => ({
      postId: id.parse(fields[`postId${at + 1}`]),
      text: typed.parse(fields[`text${at + 1}`]),
    })),
    options: optionNames.map((name) => typed.parse(fields[name])),
  };
}

export const emptyForm = (): RehearsalForm => readRehearsalForm({});

/** The same words in a new form: what was tried with the old one stays as it was. */
export const withNewIds = (form: RehearsalForm): RehearsalForm => ({
  ...form,
  mediaId: newId<MediaId>(),
  boxes: form.boxes.map(({ text }) => ({ text, postId: newId<PostId>() })),
});

/** One box more, if there is room; what was typed stays. */
export const withAnotherBox = (form: RehearsalForm): RehearsalForm => ({
  ...form,
  boxes: [...form.boxes, { text: '', postId: newId<PostId>() }].slice(0, mostBoxes),
});

/** As the operation takes it: empty boxes behind the first are left out, and so is a poll without options. */
export function wishOf(
  { boxes, options, minutes, answers, picture, mediaId }: RehearsalForm,
  charityId: CharityId,
): RequestOf<typeof rehearsePosts> {
  const given = options.map((option) => option.trim()).filter((option) => option !== '');
  const filled = boxes.filter(({ text }, at) => at === 0 || text.trim() !== '');
  return {
    charityId,
    ...(answers ? { answers } : {}),
    posts: filled.map(({ postId, text }, at) => ({
      ...{ postId, text },
      ...(at === 0 && picture ? { mediaIds: [mediaId] } : {}),
      ...(at === 0 && given.length > 0 ? { poll: { options: given, durationMinutes: minutes } } : {}),
    })),
  };
}

/** What was wrong, beside what it is about. */
export type RehearsalProblem = { readonly at: 'text' | 'poll' | 'picture'; readonly words: string };

const problemAt = (at: RehearsalProblem['at'], problem: RehearsalProblem | undefined): Html | null =>
  problem?.at === at ? html`<p class="panel" role="alert">${problem.words}</p>` : null;

const lengths = [
  [60, 'an hour'],
  [1_440, 'a day'],
  [4_320, 'three days'],
] as const;

export const composer = (form: RehearsalForm, problem?: RehearsalProblem): Html =>
  html`<form method="post" action="/curator/rehearsal" class="panel">
${hidden('boxes', String(form.boxes.length))}${hidden('mediaId', form.mediaId)}${hidden('answers', form.answers)}
${problemAt('text', problem)}
${form.boxes.map(({ postId, text }, at) => boxFor(postId, text, at + 1, form))}
<details${problem?.at === 'picture' || form.picture ? html` open` : null}><summary>With a picture</summary>
${problemAt('picture', problem)}
<label class="choice"><input type="checkbox" name="picture" value="practice"${form.picture ? html` checked` : null}> Use the practice picture: a mug of tea on a windowsill</label>
<label for="altText">Describe it for somebody who cannot see it</label>
<input id="altText" name="altText" value="${form.altText}" maxlength="1000" autocomplete="off">
</details>
<details${problem?.at === 'poll' || form.options.some((option) => option !== '') ? html` open` : null}><summary>With a poll</summary>
${problemAt('poll', problem)}
${form.options.map(
  (option, at) => html`<label for="option${at + 1}">Choice ${at + 1}${at > 1 ? ', if you like' : ''}</label>
<input id="option${at + 1}" name="option${at + 1}" value="${option}" autocomplete="off">`,
)}
<label for="minutes">How long it is open</label>
<select id="minutes" name="minutes">${lengths.map(
    ([minutes, words]) =>
      html`<option value="${minutes}"${minutes === form.minutes ? html` selected` : null}>${words}</option>`,
  )}</select>
</details>
<button type="submit" name="press" value="try">Try it</button>
<button type="submit" name="press" value="another" class="quiet">Add a post to the thread</button></form>`;

const boxFor = (postId: string, text: string, number: number, { boxes, answers }: RehearsalForm): Html => {
  const label = answers ? 'Your answer' : boxes.length === 1 ? 'Your post' : `Post ${number} of the thread`;
  return html`${hidden(`postId${number}`, postId)}<label for="text${number}">${label}</label>
<textarea id="text${number}" name="text${number}" rows="4">
${text}</textarea>`;
};
