import { setWeekendNotes, type TakeoverId, viewWeekendNotes, writeReport } from '@baton/contracts';
import { beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { CharityWithEverything } from '../access/charity-with-everything.js';
import type { Stage } from '../browser/describe-pages.js';
import { OnAPhone } from '../browser/on-a-phone.js';
import type { RunningSystem } from '../stack/start-stack.js';
import { fillSeason } from './fill-season.js';

/** Reports by page: by keyboard, on the narrowest phone, in light and dark. */
export function reportsByPage(at: Stage): void {
  let system: RunningSystem;
  let browser: Browser;
  let charity: CharityWithEverything;
  let takeoverId: TakeoverId;
  const year = new Date().getUTCFullYear();
  const season = { from: `${year - 1}-01-01`, to: `${year}-12-31` };
  beforeAll(async () => {
    ({ system, browser, charity } = at());
    takeoverId = charity.ids['takeoverId']?.[0] as TakeoverId;
    await fillSeason(system.adminDatabaseUrl, charity.charityId, takeoverId);
  });

  /** The same address as another file, by the session of whoever looks. */
  async function file(phone: OnAPhone, name: string) {
    const to = await phone.page.getByRole('link', { name }).getAttribute('href');
    const answer = await phone.page.request.get(system.gatewayOrigin + to);
    return { status: answer.status(), type: answer.headers()['content-type'], body: await answer.body() };
  }

  it('a trustee comes to the season, its charts, its PDF and its CSV, and to the one page of assurance', async () => {
    const phone = await OnAPhone.open(browser, system.gatewayOrigin, charity.team.trustee.token);
    await phone.go('/c/badger/audit', 'audit-with-reports');
    await phone.follow('The reports', 'reports');
    await phone.page.getByLabel('The first day').fill(season.from);
    await phone.page.getByLabel('The last day').fill(season.to);
    await phone.press('Show what they did', 'report-season');
    expect(await phone.title()).toBe('What the weekends did');
    expect(await phone.words()).toContain('on average they were less lonely than before, by 2.00 points');
    expect(await phone.page.getByRole('img').count()).toBeGreaterThan(2);
    expect(await phone.page.getByRole('table').count()).toBeGreaterThan(4);
    const pdf = await file(phone, 'As a PDF');
    expect(pdf).toMatchObject({ status: 200, type: 'application/pdf' });
    expect(pdf.body.subarray(0, 5).toString()).toBe('%PDF-');
    const csv = await file(phone, 'As a CSV');
    expect(csv).toMatchObject({ status: 200, type: expect.stringContaining('text/csv') });
    expect(csv.body.toString()).toContain('Wren 1');
    await phone.follow('The assurance for trustees', 'assurance-season');
    expect(await phone.words()).toContain('Every line of the audit is as it was written');
    await phone.page.emulateMedia({ forcedColors: 'active' });
    await phone.isFine('assurance-in-forced-colours');
    await phone.close();
  });

  it('days that are turned round are said so beside the form, with what was typed', async () => {
    const phone = await OnAPhone.open(browser, system.gatewayOrigin, charity.team.trustee.token);
    await phone.go('/c/badger/reports');
    await phone.page.getByLabel('The first day').fill('2026-05-01');
    await phone.page.getByLabel('The last day').fill('2026-04-01');
    await phone.press('Show the assurance', 'reports-refused');
    expect(await phone.alert()).toContain('The last day: is before the first day');
    expect(await phone.page.getByLabel('The first day').inputValue()).toBe('2026-05-01');
    await phone.close();
  });

  it('a manager notes something on a weekend, which outlives a session that has ended and somebody else’s', async () => {
    const { charityId, team } = charity;
    const phone = await OnAPhone.open(browser, system.gatewayOrigin, team.manager.token);
    await phone.go(`/c/badger/reports/report?takeoverId=${takeoverId}`, 'report-weekend');
    expect(await phone.title()).toBe('The weekend of badger Robin');
    expect(await phone.words()).toContain('58 followers answered. Another 3 answers');
    const field = phone.page.getByLabel('For the managers alone');
    await field.fill('The badger was tired on Sunday.');
    await phone.carry(undefined);
    await phone.press('Save the notes', 'notes-signed-out');
    await phone.carry(team.manager.token);
    const theirs = { charityId, takeoverId, version: 0, text: 'Theirs', forReport: false };
    await team.owner.does(setWeekendNotes, theirs);
    await phone.press('Send it again', 'notes-changed-elsewhere');
    expect(await phone.alert()).toContain('Somebody else has changed these notes');
    expect(await field.inputValue()).toBe('The badger was tired on Sunday.');
    await phone.page.getByLabel('Show them in the report').check();
    await phone.press('Save the notes', 'notes-saved');
    const kept = await team.manager.does(viewWeekendNotes, { charityId, takeoverId });
    expect(kept).toMatchObject({ text: 'The badger was tired on Sunday.', forReport: true, version: 2 });
    const report = await team.trustee.does(writeReport, { charityId, about: 'report', takeoverId });
    expect(report.sections.map(({ heading }) => heading)).toContain('What the manager noted');
    await phone.close();
  });
}
