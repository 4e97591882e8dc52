import type { LeftOut, RotaId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { zoneOfCharity } from '../charity/zone-of-charity.js';
import { type HiatusSpan, hiatusAt, hiatusSpans } from '../hiatus/hiatus-spans.js';
import { type Hiatus, hiatusesOf } from '../hiatus/hiatuses.js';
import type { Window } from '../windows/window.js';
import type { ZoneRules } from '../windows/zone-rules.js';
import { dayOf, lastDayToFill, laterDay } from './horizon.js';
import { leftOutByClocks, leftOutByHiatus, type Situation } from './plan-rota.js';
import type { RotaRule } from './rota-rule.js';
import { type SlotAhead, slotsAheadOf } from './slots-ahead.js';
import { windowsOfRule } from './windows-of-rule.js';

/** By which clock and which law it is planned. */
export interface View {
  readonly now: Date;
  readonly rules: ZoneRules;
  /** A hiatus that is only thought of, or one as it would be. */
  readonly thoughtOf?: Hiatus;
}

export interface RotaToPlan {
  readonly rotaId: RotaId;
  /** Undefined: it has ended, and there should be no windows. */
  readonly rule: RotaRule | undefined;
}

/** What a rota is planned from, as it is at this moment. */
export async function situationOf(tx: Tx, { rotaId, rule }: RotaToPlan, view: View): Promise<Situation> {
  const { windows, leapt } = rule ? windowsOfRule(rule, { ...view, until: lastDayToFill(view.now) }) : none;
  const { wanted, leftOut } = outsideOf(await spansAhead(tx, view), windows);
  return {
    rotaId,
    wanted,
    leftOut: [...leftOut, ...leapt.map(leftOutByClocks)],
    slots: await slotsAheadOf(tx, view.now),
    now: view.now,
    law: view.rules.law,
  };
}

/** One-off slots are there because somebody added them: there should be those that no hiatus touches. */
export async function situationOfOneOffs(tx: Tx, view: View): Promise<Situation> {
  const slots = await slotsAheadOf(tx, view.now);
  const oneOffs = slots.filter(({ rotaId }) => rotaId === null);
  const spans = await spansAhead(tx, view, oneOffs.at(-1)?.closesAt);
  const wanted = oneOffs.filter((slot) => !hiatusAt(slot, spans)).map(windowOfSlot);
  return { rotaId: null, wanted, leftOut: [], slots, now: view.now, law: view.rules.law };
}

const none = { windows: [], leapt: [] };

/** When the charity has no takeovers, as far as rotas are filled, or as somebody looks farther. */
export async function spansAhead(
  tx: Tx,
  { now, rules, thoughtOf }: View,
  farther = now,
): Promise<HiatusSpan[]> {
  const zone = (await zoneOfCharity(tx)) ?? 'UTC';
  const until = laterDay(lastDayToFill(now), dayOf(farther));
  const known = (await hiatusesOf(tx)).filter(({ hiatusId }) => hiatusId !== thoughtOf?.hiatusId);
  return hiatusSpans(thoughtOf ? [...known, thoughtOf] : known, { zone, now, rules, until });
}

function outsideOf(
  spans: readonly HiatusSpan[],
  windows: readonly Window[],
): { wanted: Window[]; leftOut: LeftOut[] } {
  const leftOut = windows.flatMap((window) => {
    const hiatus = hiatusAt(window, spans);
    return hiatus ? [leftOutByHiatus(window, hiatus.hiatusId)] : [];
  });
  return { wanted: windows.filter((window) => !hiatusAt(window, spans)), leftOut };
}

const windowOfSlot = ({ zone, opensAtWall, closesAtWall, opensAt, closesAt }: SlotAhead): Window => ({
  zone,
  opensAtWall,
  closesAtWall,
  opensAt,
  closesAt,
});
