import type { TakeoverId } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { describe, expect, it } from '@jest/globals';
import { notesPage } from './notes-form.js';

describe('notes that could not be saved', () => {
  it('are in their form, with why, and with the version they were written on', () => {
    const takeoverId = newId<TakeoverId>();
    const typed = 'Tired on Sunday.';
    const kept = { text: typed, forReport: false, version: 3, changedAt: null };
    const refused = { text: typed, forReport: true, problem: 'Please try again in a minute.' };
    const page = notesPage({ slug: 'badger', takeoverId, kept, refused });
    expect(page).toContain(typed);
    expect(page).toContain('Please try again in a minute.');
    expect(page).toContain('name="version" value="3"');
    expect(page).toContain('checked');
    expect(page).not.toContain('What is kept now');
  });
});
