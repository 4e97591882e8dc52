import type { IncidentCount, ReportDocument, ReportSection } from '@baton/contracts';
import { momentWords } from '../pages/weekends/clocks.js';
import { type Block, counted, given, prose, section, table } from './blocks.js';
import {
  checksBlocks,
  costsTable,
  decidersTable,
  engagementSection,
  holdWords,
  pulseSection,
} from './shared-sections.js';
import type { Account, Heading, TakeoverFigures } from './what-is-known.js';
import { incidentWords, stateWords } from './words-of-report.js';

/** One weekend, for the team. Nobody’s own answers to a survey are in it: there would be one person’s, and no other’s. */
export function takeoverReport(
  { charity, madeAt }: Heading,
  figures: TakeoverFigures,
  account: Account,
  nameOf: (by: string) => string,
): ReportDocument {
  const { zone, weekend, posts, pulse, holds, notes } = figures;
  const { published, replies, pictures } = posts;
  return {
    title: `The weekend of ${weekend.penName}`,
    line: `${charity} · ${momentWords(weekend.opensAt, zone)} to ${momentWords(weekend.closesAt, zone)}`,
    ...{ zone, madeAt },
    sections: [
      ...section(
        'In short',
        prose(
          `The takeover: ${stateWords[weekend.state]}. ${counted(published, 'post')} went out, ${replies} of them answers, with ${counted(pictures, 'picture')}. ${followerWords(figures)} ${counted(pulse.answers, 'follower')} told whether it helped.`,
        ),
      ),
      ...pulseSection(pulse),
      ...followersSection(figures.followersWords),
      ...engagementSection(figures.engagement),
      ...section('What was looked at before it went', prose(holdWords(holds)), decidersTable(holds, nameOf)),
      ...section('The checks', ...checksBlocks(account)),
      ...section('What happened', incidentsList(figures)),
      ...section('What it cost', costsTable(account)),
      ...(notes === null ? [] : section('What the manager noted', given(notes))),
      ...section('How to read this', prose(reading)),
    ],
  };
}

/** Under a heading of their own: these are words of people, and nobody’s figures. */
const followersSection = (words: readonly string[]): ReportSection[] =>
  words.length === 0
    ? []
    : section(
        'What followers wrote',
        prose('Not everything: what the team chose. Nobody knows who wrote it.'),
        ...words.map(given),
      );

function followerWords({ followers: { opened, closed, week } }: TakeoverFigures): string {
  const last = week ?? closed;
  if (opened === null || last === null) return 'The account’s followers were not counted.';
  const more = last - opened;
  const when = week === null ? 'at the end' : 'a week after';
  const change =
    more === 0 ? 'as many as before' : `${Math.abs(more)} ${more > 0 ? 'more' : 'fewer'} than before`;
  return `The account had ${counted(last, 'follower')} ${when}, ${change}.`;
}

const incidentsList = ({ incidents, incidentsByKind }: TakeoverFigures): Block =>
  incidents.length === 0
    ? prose('Nothing that trustees should know of.')
    : table(
        orderWords(incidents.length, incidentsByKind),
        [
          ['When', 'moment'],
          ['What', 'text'],
          ['Proof number', 'count'],
        ],
        incidents.map(({ at, kind, proof }) => [at, incidentWords[kind], proof]),
      );

function orderWords(shown: number, kinds: readonly IncidentCount[]): string {
  const all = kinds.reduce((sum, { count }) => sum + count, 0);
  return `In the order in which it happened${all > shown ? ` (the last ${shown} of ${all})` : ''}`;
}

const reading =
  '“At least” and “at most” are the ends of a 95 % interval (Wilson): were everybody asked again and again, it would hold the true share in 95 of 100 weekends. Followers chose themselves to answer, so it says nothing of those who did not. What a curator answered about themself is in the season’s report alone, together with at least nine others.';
