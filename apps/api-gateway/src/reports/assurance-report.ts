import type { ReportDocument } from '@baton/contracts';
import { momentWords } from '../pages/weekends/clocks.js';
import { type Block, counted, prose, section, table } from './blocks.js';
import { dayWords, seasonWords } from './season-words.js';
import { checksBlocks, decidersTable, dollars, holdWords } from './shared-sections.js';
import type { Account, AssuranceFigures, AuditProof, Heading } from './what-is-known.js';
import { incidentWords, stateWords, switchWords } from './words-of-report.js';

/** Rows of a list that has to stay on one page. */
const shown = 5;

/** One page for trustees: what was promised, and whether it was kept. */
export function assuranceReport(
  { charity, madeAt, season }: Heading,
  { figures, account, audit }: { figures: AssuranceFigures; account: Account; audit: AuditProof },
  nameOf: (by: string) => string,
): ReportDocument {
  const { zone, weekends, holds } = figures;
  const [only] = weekends;
  const about = season || !only ? seasonWords(season) : weekendWords(only, zone);
  return {
    title: 'Assurance report',
    line: `${charity} · ${about}`,
    ...{ zone, madeAt },
    sections: [
      ...section('The windows', ...windowsBlocks(figures, season === null)),
      ...section('The agreement', prose(agreementWords(figures))),
      ...section('The checks', ...checksBlocks(account)),
      ...section('Who decided', prose(holdWords(holds)), decidersTable(holds, nameOf)),
      ...section('The kill switch', switchBlock(account)),
      ...section('Incidents', incidentsBlock(figures)),
      ...section('The audit', prose(auditWords(audit))),
      ...section('The cost', prose(costWords(account, weekends.length))),
    ],
  };
}

const weekendWords = ({ penName, opensAt, closesAt }: AssuranceFigures['weekends'][number], zone: string) =>
  `${penName}, ${momentWords(opensAt, zone)} to ${momentWords(closesAt, zone)}`;

function windowsBlocks({ weekends, zone }: AssuranceFigures, isOne: boolean): Block[] {
  if (weekends.length === 0) return [prose('There was no takeover on these days.')];
  const over = weekends.filter(({ windowKept }) => windowKept !== null);
  const broken = over.filter(({ windowKept }) => windowKept === false);
  const early = weekends.filter(({ state }) => state === 'endedEarly').length;
  const [only] = weekends;
  const of =
    isOne && only ? `The takeover: ${stateWords[only.state]}. ` : `${counted(weekends.length, 'takeover')}. `;
  const words = `${of}Windows kept to the minute: ${over.length - broken.length} of ${over.length}. Ended before their time: ${early}.`;
  if (broken.length === 0) return [prose(words)];
  return [
    prose(words),
    table(
      capped('Windows that were not kept', broken.length),
      [
        ['Day', 'text'],
        ['Curator', 'text'],
        ['Opened', 'moment'],
        ['Closed', 'moment'],
      ],
      broken
        .slice(0, shown)
        .map(({ opensAt, penName, openedAt, closedAt }) => [
          dayWords(opensAt, zone),
          penName,
          openedAt,
          closedAt,
        ]),
    ),
  ];
}

const capped = (caption: string, count: number): string =>
  count > shown ? `${caption} (${shown} of ${count}; each weekend’s own report has its own)` : caption;

function agreementWords({ agreements, weekends }: AssuranceFigures): string {
  if (weekends.length === 0) return 'Nobody took over, so nobody had to agree.';
  const said = agreements.map(({ version, weekends: count }) =>
    version === null
      ? `none known for ${counted(count, 'weekend')}`
      : `version ${version} for ${counted(count, 'weekend')}`,
  );
  return `The curating agreement that was accepted: ${said.join(', ')}.`;
}

function switchBlock({ switchUses }: Account): Block {
  if (switchUses.length === 0) return prose('It was not used in these windows.');
  return table(
    capped('Each use, with the number under which its proof is kept', switchUses.length),
    [
      ...([
        ['When', 'moment'],
        ['What', 'text'],
        ['Proof', 'count'],
      ] as const),
      ...([
        ['Stopped', 'count'],
        ['Already out', 'count'],
        ['Unknown', 'count'],
      ] as const),
    ],
    switchUses
      .slice(0, shown)
      .map(({ at, mode, proof, stopped, alreadyOut, unknown }) => [
        at,
        switchWords[mode],
        proof,
        stopped,
        alreadyOut,
        unknown,
      ]),
  );
}

function incidentsBlock({ incidentsByKind: kinds }: AssuranceFigures): Block {
  if (kinds.length === 0) return prose('None.');
  return prose(`${kinds.map(({ kind, count }) => `${incidentWords[kind]}: ${count}`).join('. ')}.`);
}

function auditWords(audit: AuditProof): string {
  if (!audit.holds) return `The audit does NOT hold: line ${audit.broken.number}. ${audit.broken.words}`;
  return `Every line of the audit is as it was written, ${audit.head.number.toLocaleString('en-GB')} of them, checked against ${counted(audit.anchors, 'published hash', 'published hashes')}. The last line’s hash: ${audit.head.hash}`;
}

const costWords = ({ costs }: Account, weekends: number): string => {
  const all = dollars(costs.microUsd).toFixed(2);
  const each = weekends > 1 ? `, $${(dollars(costs.microUsd) / weekends).toFixed(2)} a weekend` : '';
  return `X charged $${all}${each}.`;
};
