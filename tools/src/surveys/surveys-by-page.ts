import { listSurveyAnswers, listSurveys, type SurveyId, type TakeoverId } from '@baton/contracts';
import { beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { CharityWithEverything } from '../access/charity-with-everything.js';
import type { Stage } from '../browser/describe-pages.js';
import { OnAPhone } from '../browser/on-a-phone.js';
import type { RunningSystem } from '../stack/start-stack.js';
import { signInByMail, textsMailed } from '../story/people.js';
import { waitFor } from '../story/wait-for.js';

const linkOf = /\/c\/heron\/survey\?token=[\w-]{43}/;

/** Surveys by page: by keyboard, on the narrowest phone, in light and dark. */
export function surveysByPage(at: Stage): void {
  let system: RunningSystem;
  let browser: Browser;
  let charity: CharityWithEverything;
  beforeAll(() => {
    ({ system, browser, charity } = at());
  });

  const mailedLink = (opening: string): Promise<string> =>
    waitFor(`the mail “${opening}”`, 30_000, async () => {
      const texts = await textsMailed(system, 'robin@heron.example');
      return linkOf.exec(texts.find((text) => text.includes(opening)) ?? '')?.[0];
    });
  const after = async (): Promise<{ surveyId: SurveyId; takeoverId: TakeoverId }> => {
    const { surveys } = await charity.curator.does(listSurveys, { charityId: charity.charityId });
    const found = surveys.find(({ wave }) => wave === 'after');
    if (!found?.takeoverId) throw new Error('nobody was asked');
    return { surveyId: found.surveyId, takeoverId: found.takeoverId };
  };

  it('a manager sets a question of the charity’s own, and nobody can change the validated ones', async () => {
    const phone = await OnAPhone.open(browser, system.gatewayOrigin, charity.team.manager.token);
    await phone.go('/c/heron/surveys', 'team-surveys-empty');
    await phone.follow(/^Four weeks later/, 'own-questions');
    expect(await phone.words()).toContain('How often do you feel lonely?');
    expect(await phone.page.getByLabel('What do you ask?').count()).toBe(5);
    await phone.page.locator('#words-0').fill('Which colour was it?');
    await phone.page.locator('#kind-0').selectOption('choice');
    await phone.press('Keep these questions', 'own-questions-refused');
    expect(await phone.alert()).toContain('Question 1');
    await phone.page.locator('#options-0').fill('Blue\nRed');
    await phone.press('Keep these questions', 'own-questions-kept');
    expect(await phone.page.locator('#options-0').inputValue()).toBe('Blue\nRed');
    await phone.close();
  });

  it('a curator answers by the link in the mail, one question a screen, in words that are never lost', async () => {
    const link = await mailedLink('Would you tell us how it was');
    const phone = await OnAPhone.open(browser, system.gatewayOrigin, undefined);
    await phone.go(link, 'survey-begins');
    expect(await phone.title()).toBe('After your weekend');
    await phone.follow('Begin', 'survey-question');
    expect(await phone.title()).toBe('Question 1 of 6');
    await phone.page.getByLabel('Often', { exact: true }).press('Space');
    await phone.press('Next', 'survey-question-two');
    await phone.press('Back');
    expect(await phone.page.getByLabel('Often', { exact: true }).isChecked()).toBe(true);
    await phone.press('Next');
    await phone.press('Skip this question');
    await phone.press('Next');
    await phone.page.getByLabel('Often/always').press('Space');
    await phone.press('Next', 'survey-experience');
    await phone.press('Next', 'survey-words');
    await phone.page.locator('textarea').fill('x'.repeat(4_001));
    await phone.press('Next', 'survey-words-too-long');
    expect(await phone.page.getByText('4000 fit').count()).toBe(1);
    expect(await phone.page.locator('textarea').inputValue()).toHaveLength(4_001);
    await phone.page.locator('textarea').fill('Busy, kind, and full of tea.');
    await phone.page.getByLabel(/may quote this/).press('Space');
    await phone.press('Next', 'survey-send');
    expect(await phone.words()).toContain('answered 3 of 6');
    await phone.go(link, 'survey-goes-on');
    await phone.follow('Show me all questions on one page', 'survey-all-at-once');
    expect(await phone.page.locator('textarea').inputValue()).toBe('Busy, kind, and full of tea.');
    await phone.press('Keep this for now', 'survey-kept');
    await phone.press('Keep this and send it', 'survey-thanks');
    expect(await phone.title()).toBe('Thank you');
    expect(await phone.words()).toContain('If you would like to talk to somebody');
    await phone.go(link, 'survey-sent');
    expect(await phone.words()).not.toContain('tea');
    await phone.close();
  });

  it('a curator who is signed in loses no word although they are signed out meanwhile, and reads the frame in Welsh', async () => {
    const kim = await signInByMail(system, charity.charityId, 'curator', 'kim@heron.example');
    const phone = await OnAPhone.open(browser, system.gatewayOrigin, kim.token);
    await phone.go('/curator', 'curator-is-asked');
    await phone.follow(/^Questions: before your weekend/, 'own-survey-begins');
    await phone.follow('Show me all questions on one page', 'own-survey-all');
    await phone.page.locator('textarea').fill('Tea, and a nap on Sunday.');
    await phone.carry(undefined);
    await phone.press('Keep this for now', 'own-survey-signed-out');
    expect(await phone.alert()).toContain('signed out');
    await phone.carry(kim.token);
    await phone.press('Send it again');
    expect(await phone.page.locator('textarea').inputValue()).toBe('Tea, and a nap on Sunday.');
    await phone.page.locator('textarea').fill('I want to kill myself tonight.');
    await phone.press('Keep this for now', 'own-survey-in-danger');
    expect(await phone.words()).toContain('You are not alone with this');
    await phone.go(`${new URL(phone.page.url()).pathname}?at=all&language=cy`, 'own-survey-in-welsh');
    expect(await phone.page.getByText('How often do you feel lonely?').isVisible()).toBe(true);
    await phone.close();
    const manager = await OnAPhone.open(browser, system.gatewayOrigin, charity.team.manager.token);
    await manager.go('/c/heron/surveys', 'team-surveys-hidden');
    expect(await manager.words()).toContain('Not sent off');
    expect(await manager.words()).not.toContain('tonight');
    await manager.press(/^Show what/, 'team-surveys-shown');
    expect(await manager.words()).toContain('I want to kill myself tonight.');
    await manager.close();
  });

  it('a curator reads in Welsh, and what an older link or a broken one is', async () => {
    const before = await mailedLink('before your weekend');
    const phone = await OnAPhone.open(browser, system.gatewayOrigin, undefined);
    await phone.go(before, 'survey-over');
    expect(await phone.title()).toBe('Thank you for coming back to this');
    await phone.go(`${before}&language=cy`, 'survey-over-in-welsh');
    expect(await phone.page.locator('html').getAttribute('lang')).toBe('cy');
    await phone.page.goto(`${system.gatewayOrigin}/c/heron/survey?token=half`);
    await phone.isFine('survey-no-link');
    expect(await phone.words()).toContain('not whole');
    await phone.close();
  });

  it('a curator sees what they were asked, and a manager what they wrote', async () => {
    const curator = await OnAPhone.open(browser, system.gatewayOrigin, charity.curator.token);
    await curator.go('/curator/surveys', 'own-surveys');
    expect(await curator.words()).toContain('You have answered it');
    await curator.press('Do not quote this', 'own-surveys-not-quoted');
    expect(await curator.words()).toContain('The charity may not quote this');
    const manager = await OnAPhone.open(browser, system.gatewayOrigin, charity.team.manager.token);
    const { takeoverId } = await after();
    await manager.go(`/c/heron/surveys?takeover=${takeoverId}`, 'team-surveys');
    expect(await manager.words()).toContain('Busy, kind, and full of tea.');
    expect(await manager.words()).toContain('Not to be quoted');
    await curator.press('They may quote this');
    await curator.close();
    await manager.go(`/c/heron/surveys?takeover=${takeoverId}`, 'team-surveys-quotable');
    expect(await manager.words()).toContain('You may quote this, with the name');
    await manager.press('Show it on the public page', 'team-surveys-quote-shown');
    expect(await manager.words()).toContain('It is shown on the weekend’s public page');
    expect(await manager.words()).not.toContain('Often/always');
    const { charityId, team } = charity;
    const { answers } = await team.owner.does(listSurveyAnswers, { charityId, takeoverId });
    expect(answers).toHaveLength(1);
    await manager.close();
  });
}
