import { listSlots } from '@baton/contracts';
import { expect, it } from '@jest/globals';
import { open, type Stage } from '../browser/describe-pages.js';

export const whatTheTeamDoes = (at: Stage): void => {
  it('a manager changes the rota once they have seen what it does, and books for somebody', async () => {
    const phone = await open(at(), at().charity.team.manager.token);
    await phone.go('/c/heron/rota', 'rota');
    await phone.follow(/^Change this rule/, 'rota-rule');
    await phone.page.getByLabel('It closes so many days later').fill('9');
    await phone.press('Show me what would change', 'rota-rule-refused');
    expect(await phone.alert()).toContain('The longest that fits closes 7 days later at 17:30');
    await phone.page.getByLabel('It closes so many days later').fill('2');
    await phone.page.getByLabel('It closes at').fill('20:00');
    await phone.press('Show me what would change', 'rota-preview');
    expect(await phone.words()).toContain('Nothing has changed yet');
    expect(await phone.words()).toContain('heron Robin');
    await phone.page.getByLabel('Keep them where they are').press('Space');
    await phone.press('Yes, do it');
    expect(await phone.title()).toBe('The rota');
    await phone.follow('End this rule');
    await phone.press('Yes, end it', 'rota-end-asks');
    expect(await phone.alert()).toContain('Please say what should happen to them');
    await phone.follow('No, keep it');
    await phone.page.locator('.steps h3 a').first().press('Enter');
    await phone.page.waitForURL(/\/slots\//);
    await phone.isFine('rota-slot');
    await phone.page.getByLabel('Even past the rules').press('Space');
    await phone.press('Book it for them', 'rota-slot-booked');
    expect(await phone.words()).toContain('Call it off for heron Robin');
    await phone.close();
  });

  it('a manager sets a time without takeovers, a single weekend and the rules of booking; words outlive the session', async () => {
    const phone = await open(at(), at().charity.team.manager.token);
    await phone.go('/c/heron/rota/hiatus', 'hiatus');
    await phone.page.getByLabel('What it is').fill('We rest');
    const { slots } = await at().charity.team.manager.does(listSlots, {
      charityId: at().charity.charityId,
      state: 'booked',
    });
    const booked = slots.at(-1)?.opensAtWall.slice(0, 10) ?? '';
    await phone.page.getByLabel('First day').fill(booked);
    await phone.page.getByLabel('Last day').fill(booked);
    await phone.press('Show me what would change', 'hiatus-counted');
    expect(await phone.words()).toContain('Booked weekends at that time: 1');
    expect(await phone.words()).toContain('Nothing has changed yet');
    await phone.page.getByLabel('Keep them where they are').press('Space');
    await phone.carry(undefined);
    await phone.press('Yes, set it', 'hiatus-signed-out');
    expect(await phone.page.getByLabel('What it is').inputValue()).toBe('We rest');
    await phone.carry(at().charity.team.manager.token);
    await phone.press('Send it again', 'hiatus-set');
    expect(await phone.words()).toMatch(
      /It is set. 0 free weekends went.*We rest.*1 booked weekend stays in it/s,
    );
    await phone.pressAfterTheSession('Take back: We rest', at().charity.team.manager.token);
    expect(await phone.words()).toContain('It is taken back. 0 free weekends came back.');
    await phone.go('/c/heron/rota/add');
    await phone.page.getByLabel('From').fill('2020-01-01T10:00');
    await phone.page.getByLabel('Until').fill('2020-01-02T10:00');
    await phone.press('Add it', 'rota-add-refused');
    expect(await phone.page.getByLabel('From').inputValue()).toBe('2020-01-01T10:00');
    await phone.go('/c/heron/rota/booking');
    await phone.page.getByLabel('Days of rest').fill('-3');
    await phone.press('Keep it like this', 'booking-rules-refused');
    expect(await phone.page.getByLabel('Days of rest').inputValue()).toBe('-3');
    await phone.page.getByLabel('Days of rest').fill('14');
    await phone.press('Keep it like this');
    expect(await phone.words()).toContain('It is kept');
    await phone.go('/c/heron/rota/moved', 'moved');
    await phone.close();
  });

  it('a moderator goes on call for the next takeover, offers it, and takes a call', async () => {
    const phone = await open(at(), at().charity.team.moderator.token);
    await phone.go('/manager?charity=heron', 'manager');
    expect(await phone.words()).toContain('The team is called');
    await phone.press(/^I see to it/, 'on-call-taken');
    expect(await phone.words()).toContain('You saw to it');
    await phone.press(/^Put me on call/, 'on-call-planned');
    expect(await phone.words()).toContain('On call: You');
    await phone.unfold('Ask somebody to take it');
    await phone.page.getByLabel('A note for whoever takes it').fill('x'.repeat(501));
    await phone.press(/^Ask them/, 'on-call-note-refused');
    expect(await phone.alert()).toContain('longer than 500 characters');
    const note = 'Robin was low on Friday.';
    await phone.page.getByLabel('A note for whoever takes it').fill(note);
    await phone.press(/^Ask them/, 'on-call-offered');
    expect(await phone.words()).toContain('Offered to anybody of the team');
    expect(await phone.words()).not.toContain(note);
    await phone.go('/c/heron/rota', 'rota-moderator');
    expect(await phone.page.locator('main .steps a, main button').count()).toBe(0);
    await phone.close();
    const manager = await open(at(), at().charity.team.manager.token);
    await manager.go('/c/heron/on-call', 'on-call-manager');
    expect(await manager.words()).not.toContain(note);
    expect(await manager.words()).toMatch(/You are asked to take over \(\d\)/);
    await manager.press(/^Take it, /, 'on-call-handed-over');
    expect(await manager.words()).toContain(note);
    await manager.press(/^Give it up, /);
    expect(await manager.words()).toContain('Nobody is on call yet');
    await manager.follow('How the team is called', 'on-call-settings');
    await manager.page.getByLabel('Minutes before everybody').fill('90');
    await manager.press('Keep it like this', 'on-call-settings-refused');
    expect(await manager.alert()).toContain('Minutes before everybody is called');
    await manager.page.getByLabel('Minutes before everybody').fill('20');
    await manager.press('Keep it like this');
    expect(await manager.page.getByLabel('Minutes before everybody').inputValue()).toBe('20');
    await manager.close();
  });

  it('a moderator has the rota in their own calendar, for as long as they like', async () => {
    const phone = await open(at(), at().charity.team.moderator.token);
    await phone.go('/c/heron/rota');
    await phone.follow('Put the rota into my calendar');
    await phone.press('Make a link', 'rota-calendar');
    const address = await phone.page.locator('input[readonly]').inputValue();
    const fetched = await fetch(address);
    expect(await fetched.text()).toContain('Takeover: heron Robin');
    await phone.pressAfterTheSession('End link 1', at().charity.team.moderator.token);
    expect((await fetch(address)).status).toBe(410);
    await phone.close();
  });
};
