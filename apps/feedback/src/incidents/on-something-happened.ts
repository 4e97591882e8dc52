import type {
  crisisNoticed,
  FactOf,
  IncidentKind,
  mentionReported,
  postMissedWindow,
  postOutcomeUnknown,
  stormBegan,
  stormOver,
} from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { noteIncident } from './note-incident.js';

type OfATakeover =
  | typeof crisisNoticed
  | typeof mentionReported
  | typeof postMissedWindow
  | typeof postOutcomeUnknown
  | typeof stormBegan
  | typeof stormOver;

const kinds = {
  'baton.crisis.noticed.v2': 'crisis',
  'baton.mention.reported.v1': 'reported',
  'baton.post.missed-window.v1': 'missedWindow',
  'baton.post.outcome-unknown.v1': 'outcomeUnknown',
  'baton.storm.began.v1': 'storm',
  'baton.storm.over.v1': 'stormOver',
} as const satisfies Readonly<Record<string, IncidentKind>>;

const isOne = (type: string): type is keyof typeof kinds => Object.hasOwn(kinds, type);

/** What facts tell of one takeover, with nothing to remember but what it was and when. */
@Injectable()
export class OnSomethingHappened implements Consumes<OfATakeover> {
  async handle({ id, type, time, data }: FactOf<OfATakeover>, tx: Tx): Promise<void> {
    if (!isOne(type)) throw new Error(`${type} is no incident`);
    await noteIncident(tx, { id, kind: kinds[type], at: time, takeoverId: data.takeoverId });
  }
}
