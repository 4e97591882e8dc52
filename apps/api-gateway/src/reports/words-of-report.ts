import type { CheckName, CostKind, IncidentKind, PostState, SwitchMode, Weekend } from '@baton/contracts';

export const stateWords: Readonly<Record<Weekend['state'], string>> = {
  ahead: 'it is still ahead',
  on: 'it is on just now',
  over: 'it came and went as planned',
  endedEarly: 'it ended before its time',
  calledOff: 'it was called off',
  missed: 'it never began, and nobody had called it off',
};

export const incidentWords: Readonly<Record<IncidentKind, string>> = {
  switchHold: 'Kill switch: every post held',
  switchPause: 'Kill switch: posting paused',
  switchTakenBack: 'Kill switch: account taken back',
  switchReleased: 'Kill switch released',
  crisis: 'Words of a crisis; a person was called',
  reported: 'A message was reported to the team',
  storm: 'A storm of messages began',
  stormOver: 'A storm of messages was over',
  outcomeUnknown: 'X did not say whether it had a post',
  missedWindow: 'A post came too late for the window and was not sent',
  givenBack: 'The account was given back early',
};

export const switchWords: Readonly<Record<SwitchMode, string>> = {
  off: 'Released',
  hold: 'Every post held',
  pause: 'Paused',
  takenBack: 'Account taken back',
};

export const checkWords: Readonly<Record<CheckName, string>> = {
  length: 'Length',
  attachments: 'Attachments',
  controlCharacters: 'Hidden characters',
  crisis: 'Words of a crisis',
  ownIdentity: 'The curator’s own identity',
  contactDetails: 'Contact details',
  identifiers: 'Numbers of a person',
  thirdParties: 'Who somebody else is',
  medicalAdvice: 'Medical advice',
  links: 'Links',
  profanity: 'Swearing',
  shouting: 'Shouting',
  watchedWords: 'The charity’s own list',
  altText: 'Pictures without a description',
};

export const costWords: Readonly<Record<CostKind, string>> = {
  post: 'Posts',
  postWithUrl: 'Posts with a link',
  summonedReply: 'Answers to a mention',
  ownRead: 'Reading our own posts',
  postRead: 'Reading messages',
  media: 'Pictures',
  delete: 'Deleting posts',
};

export const postWords: Readonly<Record<PostState['state'], string>> = {
  held: 'wait for a person',
  declined: 'declined',
  queued: 'wait to go',
  attempting: 'are on their way',
  published: 'published',
  deleted: 'published and deleted since',
  rejected: 'refused by X',
  unknown: 'perhaps out, perhaps not',
  withdrawn: 'taken back by their author',
  missedWindow: 'too late for the window',
};

/** 90 seconds: 2 minutes. */
export function lengthOf(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds)} seconds`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return minutes === 1 ? 'one minute' : `${minutes} minutes`;
  return `${Math.round(minutes / 60)} hours`;
}
