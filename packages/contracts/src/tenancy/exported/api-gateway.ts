import type { ExportedFile } from './exported-file.js';

export const ofApiGateway = {
  charity: {
    about: 'The charity itself.',
    fields: {
      charityId: 'its id',
      name: 'its name',
      slug: 'its short name in addresses',
      zone: 'its time zone',
      registeredAt: 'when it came aboard',
    },
  },
  team: {
    about: 'Who was on the team when the archive was made, by pseudonymous id.',
    fields: { memberId: 'the member', role: 'their role', joinedAt: 'when they joined' },
  },
  onCall: {
    about: 'Who of the team was on call, and when.',
    fields: { shiftId: 'the shift', memberId: 'the member', beginsAt: 'from when', endsAt: 'until when' },
  },
  onCallSettings: {
    about: 'What the charity has settled about calling its team; nothing where it goes by what is usual.',
    fields: { escalatesAfterMinutes: 'so many minutes whoever is on call has, before everybody is called' },
  },
  alerts: {
    about: 'For what the team was called, and who saw to it.',
    fields: {
      alertId: 'the call',
      reason: 'for what, as a word of a list',
      raisedAt: 'when',
      calledAtFirst: 'how many were called at first',
      escalatedAt: 'when everybody else was; null: they were not',
      takenBy: 'who said that they see to it',
      takenAt: 'when they said so',
    },
  },
  audit: {
    about:
      'The audit, each line exactly as it was hashed, and after them what was published of it (charity, day, number, hash). It proves itself: see “The audit”.',
    fields: {
      charity: 'the charity',
      number: 'counts from 1',
      previous: 'SHA-256 of the line before',
      id: 'the id of what was noted',
      source: 'the service that noted it',
      at: 'when',
      actor: 'who, by pseudonymous id',
      action: 'what',
      about: 'to what',
      details: 'more of it',
    },
  },
} as const satisfies Record<string, ExportedFile>;
