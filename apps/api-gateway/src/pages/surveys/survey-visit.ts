import type { Brand, Language, OpenedSurvey, SignpostingResource } from '@baton/contracts';
import type { Charity } from '../../charities/charity-directory.js';

/** Why an answer was not taken; `over`: nothing is taken any more, and the survey itself says why. */
export type Trouble = { readonly over: true } | { readonly unavailable: true } | { readonly problem: string };
/** Why there is no survey; `isForNow`: nobody answers just now, so there may well be one. */
export interface NoSurvey {
  readonly problem: string;
  readonly isForNow: boolean;
}
export interface NeedsHelp {
  readonly needsHelp: boolean;
}

/** The way in which somebody came to a survey: by a link in a mail, or signed in. */
export interface SurveyWay {
  /** Where its forms go. */
  readonly action: string;
  /** What a form and an address carry with them, beside what is asked. */
  readonly carried: Readonly<Record<string, string>>;
  view(language: Language): Promise<OpenedSurvey | NoSurvey>;
  save(answer: {
    readonly key: string;
    readonly answer: string | null;
    readonly mayQuote: boolean;
  }): Promise<NeedsHelp | Trouble>;
  finish(): Promise<NeedsHelp | Trouble>;
}

export type HelpWhen = 'now' | 'ifLiked';

/** Whose survey is looked at, in which language, and how to find a page of it again. */
export interface SurveyPlace {
  readonly charity: Charity;
  readonly brand: Brand | null;
  readonly language: Language;
  readonly action: string;
  readonly carried: Readonly<Record<string, string>>;
  /** Where to find somebody to talk to. `now`: they may be in danger, so it comes before everything else on the page. */
  readonly help: { readonly when: HelpWhen; readonly resources: readonly SignpostingResource[] } | undefined;
}

/** `at`: a question's key, `all` or `send`. */
export function pathTo(
  { action, carried, language }: Pick<SurveyPlace, 'action' | 'carried' | 'language'>,
  query: Readonly<Record<string, string>> = {},
): string {
  const all = { ...carried, ...(language === 'en' ? {} : { language }), ...query };
  const search = new URLSearchParams(all).toString();
  return search ? `${action}?${search}` : action;
}
