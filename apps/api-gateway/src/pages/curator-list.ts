import {
  type ApplicationState,
  mayCurate,
  type OutputOf,
  type PreparationItem,
  type PreparationStep,
  type viewMyPreparation,
} from '@baton/contracts';
import { type Html, html } from './html.js';

export type Preparation = OutputOf<typeof viewMyPreparation>;

interface Place {
  readonly title: string;
  readonly path: string;
  /** What the button says that leads there. */
  readonly button: string;
}

const placeOf: Readonly<Record<PreparationItem, Place>> = {
  advice: { title: 'The advice', path: '/curator/advice', button: 'Read the advice' },
  agreement: { title: 'The agreement', path: '/curator/agreement', button: 'Read the agreement' },
  rehearsal: { title: 'The rehearsal', path: '/curator/rehearsal', button: 'Go to the rehearsal' },
  firstPost: { title: 'A first post', path: '/curator/first-post', button: 'Write a first post' },
  buddy: { title: 'A buddy', path: '/curator/buddies', button: 'Look for a buddy' },
};
const consent: Place = { title: 'Your consent', path: '/curator/consent', button: 'Read it and say yes' };

/** What is done and what is open, with one button for what comes next. Undefined: recruitment does not answer. */
export const yourList = (
  preparation: Preparation | undefined,
  hasWeekend = false,
): Html => html`<h2>Your list</h2>
${preparation ? listed(preparation, hasWeekend) : html`<p class="soft">Your list cannot be shown just now. Nothing is lost; please look again in a moment.</p>`}`;

function listed({ state, steps, next }: Preparation, hasWeekend: boolean): Html {
  const isReady = mayCurate(state);
  const needed = steps.filter(({ requirement }) => requirement === 'required');
  const upNext = isReady ? undefined : needed.find(({ doneAt }) => doneAt === null);
  return html`<div class="panel">${isReady ? html`<p><strong>${readyWords(state, next, hasWeekend)}</strong></p>` : whatIsNext(next, upNext)}</div>
${isReady ? null : html`<p class="soft">${howFar(needed)}</p>`}
<ul class="steps">${steps.map((step) => stepLine(step, { isNeeded: !isReady && step.requirement === 'required', isNext: step === upNext }))}</ul>`;
}

/** Where all is done and nobody is ready, it is the consent to post that is missing. */
function whatIsNext(next: string, upNext: PreparationStep | undefined): Html {
  const { path, button } = upNext ? placeOf[upNext.item] : consent;
  return html`<p><strong>Next:</strong> ${next}</p><a class="button" href="${path}">${button}</a>`;
}

function readyWords(state: ApplicationState, next: string, hasWeekend: boolean): string {
  if (state === 'live') return 'You are ready, and the account is yours just now. Rest whenever you like.';
  if (state === 'alumni') return 'You have done it. Thank you! Come again whenever you feel like it.';
  return hasWeekend ? 'You are ready, and your weekend is booked.' : next;
}

function howFar(needed: readonly PreparationStep[]): string {
  const done = needed.filter(({ doneAt }) => doneAt !== null).length;
  return `${done} of ${needed.length} needed ${needed.length === 1 ? 'step' : 'steps'} done. Take your time: you can stop after any of them.`;
}

interface Standing {
  /** Whoever is ready stays ready, whatever their charity asks of others since. */
  readonly isNeeded: boolean;
  readonly isNext: boolean;
}

const stepLine = (step: PreparationStep, standing: Standing): Html => html`<li>
<h3><a href="${placeOf[step.item].path}">${placeOf[step.item].title}</a></h3>
<p><strong>${step.doneAt ? '✓ Done' : openWords(standing)}</strong></p>${step.doneAt || standing.isNext ? null : html`<p>${step.words}</p>`}</li>`;

function openWords({ isNeeded, isNext }: Standing): string {
  if (!isNeeded) return 'Open, only if you like';
  return isNext ? 'To do: this is next' : 'To do';
}
