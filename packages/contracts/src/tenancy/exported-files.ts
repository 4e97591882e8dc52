import type { ServiceName } from '../define/service-name.js';

/** A file of the archive: JSON Lines, one record a line. A field that is not named here never leaves its service. */
export interface ExportedFile {
  readonly about: string;
  readonly fields: Readonly<Record<string, string>>;
}

const curatorId = 'the curator, by pseudonymous id';
const penName = 'the name the curator goes by here';

/**
 * What `begin-export` puts into a charity's archive, by service and file; its README is drawn from this. Who a curator is,
 * is in none of them: an archive is kept in places that no vault guards.
 */
export const exportedFiles = {
  'api-gateway': {
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
  },
  recruitment: {
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
  },
  scheduling: {
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
  },
  'posting-gateway': {
    accounts: {
      about: 'The X accounts that were connected. Keys and tokens are not in the archive.',
      fields: {
        accountId: 'the account',
        handle: 'its handle',
        displayName: 'its name',
        xUserId: 'its id at X',
        state: 'whether it is connected',
        scopes: 'what was allowed',
        connectedAt: 'when it was connected',
      },
    },
    takeovers: {
      about: 'Takeovers, as the posting gateway kept them.',
      fields: {
        takeoverId: 'the takeover',
        curatorId,
        penName,
        opensAt: 'its beginning',
        closesAt: 'its end',
        openedAt: 'when it opened',
        closedAt: 'when it closed',
      },
    },
    posts: {
      about: 'Every post, whatever became of it. A text is empty where its author’s key has been shredded.',
      fields: {
        postId: 'the post',
        takeoverId: 'its takeover; none for a post of the charity’s own',
        author: 'curator or charity',
        curatorId,
        kind: 'post, reply, introduction, signOff, cover or own',
        threadId: 'the first post of its thread',
        position: 'its place in it',
        text: 'its text',
        mediaIds: 'its pictures',
        mentionId: 'what it replies to',
        findings: 'what the checks found',
        state: 'what became of it',
        acceptedAt: 'when it was handed over',
        publishedAt: 'when it went out',
        deletedAt: 'when X was asked to delete it',
        xPostId: 'its id at X',
        declineReason: 'why a moderator declined it',
        rejectionWords: 'why X rejected it',
      },
    },
    'post-stories': {
      about: 'What happened to each post, in the words its author saw.',
      fields: { postId: 'the post', at: 'when', what: 'what happened' },
    },
    'follow-ups': {
      about: 'People whose words sounded like a crisis, and what the team did.',
      fields: {
        followUpId: 'the follow-up',
        takeoverId: 'the takeover',
        postId: 'the post; none where it was not taken in',
        severity: 'how grave it sounded',
        openedAt: 'since when it waited',
        closedAt: 'when somebody had seen to it',
        closedBy: 'who',
        outcome: 'what was done',
        note: 'what they said about it',
      },
    },
    proposals: {
      about: 'Words that the team suggested for a held post.',
      fields: {
        postId: 'the post',
        at: 'when',
        by: 'who',
        text: 'the words',
        note: 'what was said about them',
      },
    },
    'post-notes': {
      about: 'What the team said among itself about a post.',
      fields: { noteId: 'the note', postId: 'the post', at: 'when', by: 'who', text: 'its text' },
    },
    mentions: {
      about: 'Replies to the account, and mentions of it.',
      fields: {
        mentionId: 'the mention',
        takeoverId: 'the takeover it came in',
        xPostId: 'its id at X',
        from: 'the handle it came from',
        text: 'its text',
        at: 'when',
        answeredAt: 'when it was answered',
        setAside: 'why the curator was spared it',
        answersXPostId: 'the post at X that it answers',
        parkedAt: 'when it was left to the team',
        parkingNote: 'what for',
        reportedAt: 'when the team was told about it',
        reportReason: 'why',
        reportNote: 'what they were told',
        reportOutcome: 'what they did',
        seenToAt: 'when the team had seen to it',
        mutedAt: 'since when its writer is muted',
      },
    },
    pictures: {
      about: 'Pictures; each is a file under pictures/, named by its id.',
      fields: {
        mediaId: 'the picture',
        curatorId,
        altText: 'its description',
        mimeType: 'its kind',
        width: 'in pixels',
        height: 'in pixels',
        bytes: 'its size',
        begunAt: 'when it was sent',
      },
    },
    costs: {
      about: 'What X took money for.',
      fields: {
        takeoverId: 'the takeover it was for',
        postId: 'the post, where it was one',
        kind: 'what it was: a post, one with a link, a reply, a read, an upload, a deletion',
        units: 'how many',
        microUsd: 'what it cost, in millionths of a US dollar',
        pricesAsOf: 'the day of the price list',
        at: 'when',
      },
    },
    'switch-proofs': {
      about: 'Each use of the kill switch, with its proof.',
      fields: {
        number: 'counts the uses',
        mode: 'what it was set to',
        at: 'when',
        by: 'the member who did it',
        reason: 'why, in their words',
        stopped: 'posts that were stopped',
        alreadyOut: 'posts that were out',
        unknown: 'posts X may have had',
      },
    },
    policies: {
      about: 'The posting policy, in every version.',
      fields: {
        version: 'its number',
        policy: 'its rules',
        setAt: 'when it was set',
        setBy: 'the member who set it',
      },
    },
    signposting: {
      about: 'Where people in distress were pointed to, in every version.',
      fields: {
        version: 'its number',
        resources: 'the helplines',
        setAt: 'when they were set',
        setBy: 'the member who set them',
      },
    },
  },
  feedback: {
    surveys: {
      about: 'Surveys and their answers. Words are empty where their author’s key has been shredded.',
      fields: {
        surveyId: 'the survey',
        takeoverId: 'the takeover',
        curatorId,
        wave: 'when in the curator’s part it was asked',
        openedAt: 'when it was opened',
        answeredAt: 'when it was answered',
        setAside: 'why the curator was spared it',
        companionship: 'UCLA: lacks companionship',
        leftOut: 'UCLA: feels left out',
        isolated: 'UCLA: feels isolated',
        direct: 'ONS: feels lonely',
        experience: 'how it was, 1 to 5',
        words: 'in their own words',
      },
    },
    'takeover-counts': {
      about: 'What went out in each takeover, counted.',
      fields: {
        takeoverId: 'the takeover',
        published: 'posts that went out',
        replies: 'replies among them',
        pictures: 'pictures among them',
        held: 'posts that were held',
      },
    },
  },
} as const satisfies Record<ServiceName, Record<string, ExportedFile>>;

export type ExportedFileOf<Service extends ServiceName> = Extract<
  keyof (typeof exportedFiles)[Service],
  string
>;
