import type { MentionConcern, SetAside, Severity } from '@baton/contracts';
import { foldAccents } from '../reading/fold-accents.js';
import { unmask } from '../reading/unmask.js';
import { wholeWords } from '../reading/whole-words.js';
import { readWords } from '../reading/words.js';
import { whatWordsDo } from './what-words-do.js';

export interface MentionToShield {
  readonly from: string;
  readonly text: string;
  /** The same for one person in every look; where it is not known, `from` tells them apart. */
  readonly writer?: string | undefined;
  /** Of earlier looks: how many messages its writer wrote just before, and who wrote the same. */
  readonly earlier?: { readonly byWriter: number; readonly copiedBy: readonly string[] };
  /** Somebody has asked not to read who wrote it. */
  readonly isMuted?: boolean;
  /** Since when whoever wrote it has their account; undefined: not known. */
  readonly accountSince?: Date | undefined;
  readonly at?: Date;
}

export interface ShieldLimits {
  /** Messages to this takeover in the hour before these. */
  readonly inLastHour: number;
  /** More than this in an hour is a storm. */
  readonly mostAnHour: number;
  /** Whole words and phrases that are not to be read. */
  readonly mutedWords?: readonly string[];
  /** Accounts younger than so many days are new; 0: none is. */
  readonly newAccountDays?: number;
}

/** Messages of one account in a few minutes, from which on they are a flood. */
const flood = 6;
const dayMs = 86_400_000;
/** Accounts that wrote the same, from which on it is a campaign. */
const chorus = 3;
/** Shorter texts are the same by chance: "Thank you!". */
const shortestCopied = 25;

const graveness: Readonly<Record<MentionConcern, Severity>> = {
  threat: 'high',
  slur: 'high',
  sexual: 'high',
  abuse: 'medium',
  link: 'low',
  flood: 'low',
  copies: 'low',
  storm: 'low',
  muted: 'low',
  mutedWord: 'low',
  newAccount: 'low',
  reported: 'low',
};

/**
 * What a curator is spared, message by message in the order they came; undefined: they see it. Flood and copies are seen among
 * the messages of one look and those `earlier` tells of; what was shown before it became one stays where it is.
 */
export function shieldMentions(
  mentions: readonly MentionToShield[],
  { inLastHour, mostAnHour, mutedWords = [], newAccountDays = 0 }: ShieldLimits,
): (SetAside | undefined)[] {
  const byAuthor = tally(mentions.map(whoWrote));
  const authorsOf = new Map<string, Set<string>>();
  const cores = mentions.map(({ text }) => coreOf(text));
  for (const [index, mention] of mentions.entries()) {
    const core = cores[index];
    if (core === undefined) continue;
    const authors = authorsOf.get(core) ?? new Set(mention.earlier?.copiedBy);
    authorsOf.set(core, authors.add(whoWrote(mention)));
  }
  const unwanted = mutedWords.length > 0 ? wholeWords(mutedWords) : undefined;
  return mentions.map((mention, index) => {
    const { text, isMuted, earlier } = mention;
    const kinds = whatWordsDo(text);
    if ((byAuthor.get(whoWrote(mention)) ?? 0) + (earlier?.byWriter ?? 0) >= flood) kinds.push('flood');
    if ((authorsOf.get(cores[index] ?? '')?.size ?? 0) >= chorus) kinds.push('copies');
    if (inLastHour + index >= mostAnHour) kinds.push('storm');
    if (isMuted) kinds.push('muted');
    if (unwanted && foldAccents(readWords(text).plain.text).search(unwanted) >= 0) kinds.push('mutedWord');
    if (ageDays(mention) < newAccountDays) kinds.push('newAccount');
    return kinds.length === 0 ? undefined : { kinds, severity: gravest(kinds) };
  });
}

/** Where it is not known when an account began, it is an old one: nobody is set aside for what X left out. */
const ageDays = ({ at, accountSince }: MentionToShield): number =>
  at && accountSince ? (at.getTime() - accountSince.getTime()) / dayMs : Number.POSITIVE_INFINITY;

const gravest = (kinds: readonly MentionConcern[]): Severity =>
  (['high', 'medium'] as const).find((grade) => kinds.some((kind) => graveness[kind] === grade)) ?? 'low';

function tally(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

const whoWrote = ({ writer, from }: MentionToShield): string => writer ?? from.toLowerCase();

/** What two copies have in common whoever they are sent to and however they are decorated; undefined: too short to be one. */
export function coreOf(text: string): string | undefined {
  const core = unmask(text)
    .text.replaceAll(/@\w{1,15}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
  return core.length < shortestCopied ? undefined : core;
}
