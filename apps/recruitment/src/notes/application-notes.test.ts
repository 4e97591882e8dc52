import { type ApplicationNoteId, type Caller, type MemberId, TypedText } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

describe('a note about an application', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity();
  });
  afterAll(() => stage.close());

  const aForm = async () => {
    const form = charity.form();
    accepted(await charity.apply(form));
    return form;
  };
  type Place = { readonly applicationId: Awaited<ReturnType<typeof aForm>>['applicationId'] };
  const note = ({ applicationId }: Place, text: string, noteId = newId<ApplicationNoteId>()) =>
    stage.call(
      'note-on-application',
      { charityId: charity.charityId, applicationId, noteId, text },
      charity.manager,
    );
  const remove = ({ applicationId }: Place, noteId: ApplicationNoteId, caller = charity.manager) =>
    stage.call('remove-application-note', { charityId: charity.charityId, applicationId, noteId }, caller);
  const view = async ({ applicationId }: Place) =>
    accepted(
      await stage.call('view-application', { charityId: charity.charityId, applicationId }, charity.manager),
    );

  it('is read by the team, oldest first, and begins the screening', async () => {
    const form = await aForm();
    accepted(await note(form, 'Writes warmly. 你好'));
    accepted(await note(form, 'Ask about spring.'));
    const { notes, state } = await view(form);
    expect(notes.map(({ text }) => text)).toEqual(['Writes warmly. 你好', 'Ask about spring.']);
    expect(state).toBe('screening');
    expect(await charity.audited('application.noted')).toHaveLength(2);
  });

  it('written twice is one note; another under its id is refused', async () => {
    const form = await aForm();
    const noteId = newId<ApplicationNoteId>();
    accepted(await note(form, 'Once.', noteId));
    accepted(await note(form, 'Once.', noteId));
    expect(await note(form, 'Something else.', noteId)).toMatchObject({ refusal: { code: 'idReused' } });
    expect((await view(form)).notes).toHaveLength(1);
  });

  it('is taken away by whoever wrote it and by nobody else', async () => {
    const form = await aForm();
    const { noteId } = accepted(await note(form, 'Too much said.'));
    const other = { ...charity.manager, memberId: newId<MemberId>() } as Caller;
    expect(await remove(form, noteId, other)).toMatchObject({ refusal: { code: 'notYours' } });
    for (let twice = 0; twice < 2; twice += 1) accepted(await remove(form, noteId));
    expect((await view(form)).notes).toEqual([]);
  });

  it('can be read by whom it is about, once they are a curator, and goes when they go', async () => {
    const curator = await charity.aCurator();
    accepted(await note(curator, 'A calm voice.'));
    const asked = { charityId: charity.charityId };
    const { notes } = accepted(await stage.call('download-my-data', asked, curator.caller));
    expect(notes.map(({ text }) => text)).toEqual(['A calm voice.']);
    accepted(await stage.call('leave', { ...asked, pastPosts: 'keep' }, curator.caller));
    const left = await stage.inCharity(charity.charityId, (tx) =>
      tx.query('SELECT FROM application_note WHERE application_id = $1', [curator.applicationId]),
    );
    expect(left).toEqual([]);
    expect(await note(curator, 'Too late.')).toMatchObject({ refusal: { code: 'notFound' } });
  });

  it('is about nobody of another charity, and holds no broken character', async () => {
    const other = await stage.aCharity();
    const form = await aForm();
    const input = {
      charityId: other.charityId,
      applicationId: form.applicationId,
      noteId: newId<ApplicationNoteId>(),
      text: 'x',
    };
    expect(await stage.call('note-on-application', input, other.manager)).toMatchObject({
      refusal: { code: 'notFound' },
    });
    expect(TypedText.safeParse('half \ud83d').success).toBe(false);
    expect(await note(form, 'x'.repeat(4001))).toMatchObject({ refusal: { code: 'badInput' } });
  });
});
