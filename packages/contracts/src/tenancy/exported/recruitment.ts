import { curatorId, type ExportedFile, penName } from './exported-file.js';

export const ofRecruitment = {
  calls: {
    about: 'Calls for curators.',
    fields: {
      callId: 'the call',
      version: 'its newest version',
      opensAt: 'from when one can apply',
      closesAt: 'until when',
      capacity: 'how many can apply',
      openedAt: 'when it was opened',
    },
  },
  'call-versions': {
    about: 'What each call said and asked, in every version.',
    fields: {
      callId: 'the call',
      version: 'its number',
      content: 'its words, its questions and what applicants consent to, in every language',
      publishedAt: 'when it was published',
    },
  },
  agreements: {
    about: 'The curating agreement, in every version.',
    fields: {
      version: 'its number',
      text: 'its text',
      poll: 'its poll',
      hash: 'SHA-256 of the text',
      publishedAt: 'when it was published',
    },
  },
  applications: {
    about: 'Who applied, by pseudonym. What people wrote about themselves is not in the archive.',
    fields: {
      applicationId: 'the application',
      callId: 'the call',
      callVersion: 'the version of the call that was answered',
      curatorId,
      penName,
      identityLevel: 'how much of themselves they show',
      state: 'how far it has come',
      agreementVersion: 'the agreement they accepted',
      appliedAt: 'when',
    },
  },
  nominations: {
    about:
      'How many people were suggested as curators in each week of the last year. Weeks with fewer than ten are left out; what became of it is told to nobody.',
    fields: {
      weekOf: 'the Monday of the week, in UTC',
      nominatedBy: 'by followers or by curators',
      suggested: 'how many, rounded down to five',
    },
  },
  'application-moves': {
    about: 'How each application went from state to state.',
    fields: {
      applicationId: 'the application',
      from: 'the state before',
      to: 'the state after',
      actor: 'who moved it, by pseudonymous id',
      reason: 'why the team said no or “not now”, in a word of a list',
      at: 'when',
    },
  },
  'agreement-acceptances': {
    about: 'Who accepted which version of the agreement.',
    fields: { curatorId, version: 'the version', hash: 'SHA-256 of what was accepted', acceptedAt: 'when' },
  },
  'letter-words': {
    about: 'What letters were made to say in place of Baton’s own words, in every version.',
    fields: {
      letter: 'the letter',
      language: 'in which language',
      version: 'its number',
      subject: 'its subject; none where Baton’s own words went again',
      opening: 'its first paragraph',
      text: 'its text',
      setBy: 'by whom of the team',
      setAt: 'when',
    },
  },
  'identity-openings': {
    about: 'Every time somebody was looked up in the identity vault.',
    fields: { applicationId: 'who was looked up', openedBy: 'by whom', openedAt: 'when' },
  },
} as const satisfies Record<string, ExportedFile>;
