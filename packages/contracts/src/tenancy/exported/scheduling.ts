import { curatorId, type ExportedFile, penName } from './exported-file.js';

export const ofScheduling = {
  rotas: {
    about: 'The rules that slots come from.',
    fields: {
      rotaId: 'the rota',
      rule: 'its rule',
      filledUntil: 'how far slots have been made',
      endedAt: 'when it was ended, if it was',
    },
  },
  slots: {
    about: 'Windows that curators could book.',
    fields: {
      slotId: 'the slot',
      rotaId: 'the rota it comes from',
      zone: 'the zone of the wall times',
      opensAtWall: 'its beginning on the wall clock',
      closesAtWall: 'its end on the wall clock',
      opensAt: 'its beginning',
      closesAt: 'its end',
      law: 'the edition of the zone database the two were derived by',
    },
  },
  hiatuses: {
    about: 'Times without takeovers.',
    fields: {
      hiatusId: 'the hiatus',
      label: 'what it is called',
      from: 'its first day',
      until: 'its last day',
      everyYear: 'whether it comes every year',
    },
  },
  'zone-changes': {
    about: 'Slots that moved because a country changed the law of its clocks.',
    fields: {
      slotId: 'the slot',
      law: 'the edition of the zone database it moved by',
      lawBefore: 'the edition before',
      zone: 'the zone of the wall times',
      opensAtWall: 'its beginning on the wall clock',
      closesAtWall: 'its end on the wall clock',
      openedBefore: 'its beginning before',
      closedBefore: 'its end before',
      opensAt: 'its beginning since; empty where it is gone',
      closesAt: 'its end since; empty where it is gone',
      takeoverId: 'the takeover that moved with it, if it was booked',
      curatorId,
      changedAt: 'when it moved',
    },
  },
  takeovers: {
    about: 'Slots that were booked, as they happened.',
    fields: {
      takeoverId: 'the takeover',
      slotId: 'its slot',
      curatorId,
      opensAt: 'its beginning',
      closesAt: 'its end',
      state: 'scheduled, open or closed',
    },
  },
  curators: {
    about: 'Curators who may book.',
    fields: { curatorId, penName, identityLevel: 'how much of themselves they show' },
  },
  preFlights: {
    about: 'What was found missing a day and an hour before takeovers.',
    fields: {
      takeoverId: 'the takeover',
      time: 'a day or an hour before',
      opensAt: 'when it was to open',
      askedAt: 'when it was looked',
      problems: 'what was missing; null where it is not known',
    },
  },
  reminderWishes: {
    about: 'How curators wish to be reminded, where they have said so.',
    fields: {
      curatorId,
      zone: 'whose clock it goes by; null: the charity’s',
      channel: 'by mail, by their calendar, or not at all',
      reminders: 'of what',
    },
  },
  'booking-rules': {
    about: 'How people book, where the charity has settled it.',
    fields: {
      bookingsAhead: 'how many bookings one may have ahead',
      coolDownDays: 'days of rest between two of the same person',
      weeksAhead: 'how far ahead one may book',
      offerMinutes: 'how long an offer lasts at most',
      swapsNeedManager: 'whether the team says yes to swaps',
      standbyFirst: 'whether who stands by is asked before who waits',
    },
  },
  standby: {
    about: 'Who stands by, and for what.',
    fields: {
      standbyId: 'counts them',
      curatorId,
      slotId: 'for this slot',
      from: 'or from this day',
      until: 'to this one',
      since: 'when they said so',
    },
  },
  waitlist: {
    about: 'Who waits for a slot.',
    fields: {
      curatorId,
      from: 'from this day',
      until: 'to this one',
      weekdays: 'on these weekdays',
      joinedAt: 'since when',
    },
  },
  cancellations: {
    about: 'Bookings that were called off. What was said about them is not in the archive.',
    fields: {
      takeoverId: 'the booking',
      curatorId,
      by: 'by curator or team',
      at: 'when',
    },
  },
  offers: {
    about: 'Slots that were offered to somebody, one person at a time.',
    fields: {
      offerId: 'the offer',
      slotId: 'the slot',
      curatorId,
      because: 'cover or freed',
      askedAs: 'why they were asked at that turn',
      state: 'what became of it',
      offeredAt: 'when',
      expiresAt: 'until when they could take it',
      answeredAt: 'when it ended',
    },
  },
  swaps: {
    about: 'Swaps of two bookings.',
    fields: {
      swapId: 'the swap',
      proposedBy: 'who proposed it, by pseudonymous id',
      curatorId: 'who was asked, by pseudonymous id',
      gives: 'the takeover that was given',
      wants: 'the takeover that was asked for',
      state: 'what became of it',
      proposedAt: 'when',
    },
  },
} as const satisfies Record<string, ExportedFile>;
