import type {
  Caller,
  OutputOf,
  PulseShares,
  reportAssurance,
  reportSeason,
  reportTakeover,
  Share,
} from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage } from './rehearsal/charity-on-stage.js';
import { liveSeason } from './rehearsal/season/live-season.js';
import { type Mark, type PlannedWeekend, planSeason } from './rehearsal/season/plan-season.js';
import {
  countTaps,
  middleOf,
  tookPlaceIn,
  trueChange,
  truePairs,
  ucla,
  wholeTens,
  wilsonError,
} from './rehearsal/season/true-figures.js';
import { Stage } from './rehearsal/stage.js';

const seed = Number(process.env['SEASON_SEED'] ?? 2013);
const days = { from: '2025-01-01', to: '2026-12-31' };
/** The second half alone, from a Wednesday on. */
const half = { from: '2025-10-01', to: '2026-12-31' };

describe('a season of 78 takeovers and more than 20,000 taps', () => {
  const season = planSeason({ seed, weekends: 78 });
  const taken = tookPlaceIn(season);
  let stage: Stage;
  let charity: CharityOnStage;
  let report: OutputOf<typeof reportSeason>;
  let assurance: OutputOf<typeof reportAssurance>;
  beforeAll(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity('Europe/London');
    const begun = performance.now();
    const facts = await liveSeason(stage, charity.charityId, season);
    const lived = performance.now();
    report = await inSeconds('the season', () => read('report-season', days));
    assurance = await inSeconds('the assurance of the season', () => read('report-assurance', days));
    const taps = season.reduce((sum, { pulse }) => sum + pulse.length, 0);
    console.log(`seed ${seed}: ${facts} facts and ${taps} taps in ${Math.round(lived - begun)} ms`);
  }, 120_000);
  afterAll(() => stage.close());

  type Read = 'report-season' | 'report-assurance' | 'report-takeover';
  async function read<Name extends Read>(
    name: Name,
    about: object,
    caller: Caller = charity.manager,
  ): Promise<never> {
    return accepted(
      await stage.call(name, { charityId: charity.charityId, ...about } as never, caller),
    ) as never;
  }
  async function inSeconds<T>(what: string, work: () => Promise<T>): Promise<T> {
    const begun = performance.now();
    const done = await work();
    console.log(`${what}: ${Math.round(performance.now() - begun)} ms`);
    return done;
  }

  it('counts what went out, and what each weekend came to', () => {
    const published = taken.reduce((sum, { posts }) => sum + posts.length, 0);
    const replies = taken.reduce((sum, { posts }) => sum + posts.filter(({ isReply }) => isReply).length, 0);
    const pictures = taken.flatMap(({ posts }) => posts).reduce((sum, one) => sum + one.pictures, 0);
    const held = taken.flatMap(({ posts }) => posts).flatMap(({ holds }) => holds).length;
    expect(report.posts).toEqual({ published, replies, pictures, held });
    expect(report.curators).toBe(new Set(taken.map(({ curatorId }) => curatorId)).size);
    expect(report.weekends.map(({ takeoverId }) => takeoverId)).toEqual(
      taken.map(({ takeoverId }) => takeoverId),
    );
    const states = {
      over: 'over',
      late: 'over',
      missed: 'missed',
      givenBack: 'endedEarly',
      calledOff: 'calledOff',
    };
    expect(report.weekends.map(({ state }) => state)).toEqual(taken.map(({ fate }) => states[fate]));
    expect(report.weekends.map(({ windowKept }) => windowKept)).toEqual(
      taken.map(({ fate }) => fate === 'over' || fate === 'givenBack'),
    );
  });

  it('counts taps, and leaves out those that were set aside', () => {
    expectPulse(report.pulse, taken);
    expect(report.weekends.map(({ pulse }) => pulse.answers)).toEqual(
      taken.map(({ pulse }) => pulse.filter(({ counted }) => counted).length),
    );
    for (const [index, { pulse }] of report.weekends.entries()) {
      const [weekend] = taken.slice(index);
      if (!weekend || weekend.pulse.length === 0) continue;
      const [yes, aLittle, no] = (['yes', 'aLittle', 'no'] as const).map((tap) =>
        countTaps([weekend], 'lessAlone', tap),
      );
      const all = (yes ?? 0) + (aLittle ?? 0) + (no ?? 0);
      expect(pulse.lessAlone).toBeCloseTo((100 * ((yes ?? 0) + (aLittle ?? 0))) / all, 9);
    }
  });

  it('has the middle of what X counts, a day, three days and a week after', () => {
    const measured = taken.flatMap(({ posts }) => posts).flatMap(({ engagement }) => engagement ?? []);
    for (const figures of report.engagement) {
      const rows = measured.map((marks) => marks[figures.mark as Mark]);
      const column = (place: number) => rows.map((row) => row[place] ?? Number.NaN);
      expect(figures).toEqual({
        mark: figures.mark,
        posts: rows.length,
        likes: middleOf(column(0)),
        replies: middleOf(column(1)),
        reposts: middleOf(column(2)),
        quotes: middleOf(column(3)),
        impressions: middleOf(column(4)),
        allImpressions: column(4).reduce((sum, one) => sum + one, 0),
      });
    }
    expect(report.engagement.map(({ mark }) => mark)).toEqual(['day', 'threeDays', 'week']);
    expect(report.weekends.map(({ followersGained }) => followersGained)).toEqual(
      taken.map(({ openedAt, followers: { opened, closed, week } }) =>
        openedAt ? (week ?? closed) - opened : null,
      ),
    );
  });

  it('compares the same people before, after and four weeks later, with the interval a printed table gives', () => {
    expectScores(report, () => true);
  });

  it('T5: has whole tens of people in it, also where it begins in the middle', async () => {
    const later = await inSeconds('half a season', () => read('report-season', half));
    const first = season.findIndex(({ opensAt }) => opensAt >= new Date('2025-09-30T23:00:00Z'));
    expect(first).toBeGreaterThan(30);
    expectScores(later, (week) => week >= first);
    expectPulse(
      (later as typeof report).pulse,
      taken.filter((weekend) => season.indexOf(weekend) >= first),
    );
  });

  it('counts who was asked and who answered', () => {
    const waves = (['before', 'after', 'fourWeeks'] as const).map((wave) => {
      const asked = taken.flatMap(({ surveys }) => surveys).filter((survey) => survey.wave === wave);
      return { wave, opened: asked.length, answered: asked.filter(({ answeredAt }) => answeredAt).length };
    });
    expect(report.surveys.waves).toEqual(waves);
  });

  it('accounts for what was held: who decided, and how quickly', () => {
    const holds = taken.flatMap(({ posts }) => posts).flatMap(({ holds: of }) => of);
    const decided = holds.filter(({ seconds }) => seconds !== null);
    const waited = decided.map(({ seconds }) => seconds ?? 0);
    const by = new Map<string, number>();
    for (const one of decided) by.set(one.by, (by.get(one.by) ?? 0) + 1);
    const expected = {
      held: holds.length,
      approved: decided.filter(({ verdict }) => verdict === 'approve').length,
      declined: decided.filter(({ verdict }) => verdict === 'decline').length,
      undecided: holds.length - decided.length,
      medianSeconds: middleOf(waited),
      longestSeconds: Math.max(...waited),
    };
    for (const figures of [report.holds, assurance.holds]) {
      expect(figures).toMatchObject(expected);
      expect(new Map(figures.deciders.map((one) => [one.by, one.decided]))).toEqual(by);
    }
    expect(assurance.held).toHaveLength(Math.min(200, holds.length));
  });

  it('names every incident, the agreements, and whether windows were kept', () => {
    const kinds = new Map<string, number>();
    const add = (kind: string) => kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    for (const { incidents, switchUses, fate } of taken) {
      for (const kind of incidents) add(kind);
      for (const { mode } of switchUses) add(mode === 'hold' ? 'switchHold' : 'switchPause');
      if (fate === 'givenBack') add('givenBack');
    }
    expect(new Map(report.incidents.map(({ kind, count }) => [kind, count]))).toEqual(kinds);
    expect(assurance.incidents).toHaveLength([...kinds.values()].reduce((sum, one) => sum + one, 0));
    const proofs = assurance.incidents.flatMap(({ proof }) => proof ?? []);
    expect(proofs).toEqual(taken.flatMap(({ switchUses }) => switchUses).map((_, index) => index + 1));
    const began = taken.filter(({ openedAt }) => openedAt);
    expect(assurance.agreements.filter(({ version }) => version !== null)).toEqual(
      [1, 2].map((version) => ({ version, weekends: began.filter((one) => one.version === version).length })),
    );
  });

  it('reports each weekend by itself, and nobody’s own scores in it', async () => {
    const begun = performance.now();
    for (const weekend of taken) {
      const one: OutputOf<typeof reportTakeover> = await read('report-takeover', {
        takeoverId: weekend.takeoverId,
      });
      expect(one.posts.published).toBe(weekend.posts.length);
      expect(one.followers.opened).toBe(weekend.openedAt ? weekend.followers.opened : null);
      const ownSwitch = weekend.switchUses.map(({ mode }) =>
        mode === 'hold' ? 'switchHold' : 'switchPause',
      );
      const own = [
        ...weekend.incidents,
        ...ownSwitch,
        ...(weekend.fate === 'givenBack' ? ['givenBack'] : []),
      ];
      expect(one.incidents.map(({ kind }) => kind).sort()).toEqual(own.sort());
      if (weekend.pulse.length > 0) expectPulse(one.pulse, [weekend]);
      expect(JSON.stringify(one)).not.toMatch(/companionship|someOfTheTime|ucla|experience/i);
    }
    console.log(`${taken.length} weekends: ${Math.round(performance.now() - begun)} ms`);
  }, 60_000);

  function expectPulse(figures: PulseShares, weekends: readonly PlannedWeekend[]): void {
    const all = weekends.flatMap(({ pulse }) => pulse);
    expect(figures.answers).toBe(all.filter(({ counted }) => counted).length);
    expect(figures.setAside).toBe(all.filter(({ counted }) => !counted).length);
    for (const question of ['lessAlone', 'learned'] as const)
      for (const tap of ['yes', 'aLittle', 'no'] as const) {
        const answers = (['yes', 'aLittle', 'no'] as const).reduce(
          (sum, one) => sum + countTaps(weekends, question, one),
          0,
        );
        expectShare(figures[question][tap], countTaps(weekends, question, tap), answers);
      }
  }

  function expectShare(share: Share | null, count: number, of: number): void {
    if (of < 10) expect(share).toBeNull();
    else expect(share).toMatchObject({ count, of });
    if (!share) return;
    expect(share.percent).toBeCloseTo((100 * count) / of, 9);
    expect(wilsonError(share)).toBeLessThan(1e-9);
    expect(share.low).toBeLessThanOrEqual(share.percent);
    expect(share.high).toBeGreaterThanOrEqual(share.percent);
  }

  function expectScores({ surveys }: OutputOf<typeof reportSeason>, isIn: (week: number) => boolean): void {
    for (const [figures, later] of [
      [surveys.uclaAfter, 'after'],
      [surveys.uclaFourWeeks, 'fourWeeks'],
    ] as const) {
      const pairs = truePairs(season, { first: 'before', later, read: ucla });
      const counted = wholeTens(pairs, isIn);
      expect(counted.length).toBeGreaterThanOrEqual(10);
      expect(figures.answered).toBe(pairs.filter(({ week }) => isIn(week)).length);
      expect(figures.counted).toBe(counted.length);
      expect(figures.medianFirst).toBe(middleOf(counted.map((pair) => pair.first)));
      expect(figures.medianLater).toBe(middleOf(counted.map((pair) => pair.later)));
      const change = trueChange(counted);
      expect((figures.meanLater ?? Number.NaN) - (figures.meanFirst ?? Number.NaN)).toBeCloseTo(
        change.mean,
        9,
      );
      expect(figures.change?.mean).toBeCloseTo(change.mean, 9);
      expect(figures.change?.low).toBeCloseTo(change.low, 5);
      expect(figures.change?.high).toBeCloseTo(change.high, 5);
    }
    const isLonely = ({ direct }: { direct: string | null }) =>
      direct === null ? null : Number(direct === 'oftenOrAlways' || direct === 'someOfTheTime');
    const lonely = wholeTens(truePairs(season, { first: 'before', later: 'after', read: isLonely }), isIn);
    expectShare(surveys.lonelyAfter.first, lonely.filter(({ first }) => first === 1).length, lonely.length);
    expectShare(surveys.lonelyAfter.later, lonely.filter(({ later }) => later === 1).length, lonely.length);
    const good = wholeTens(
      truePairs(season, { first: 'after', later: 'after', read: ({ experience }) => experience }),
      isIn,
    );
    expect(surveys.goodExperience.counted).toBe(good.length);
    expectShare(surveys.goodExperience.share, good.filter(({ later }) => later >= 4).length, good.length);
  }
});
