import type { Facet, Question } from '@baton/contracts';
import { CallContent } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

type Choice = Extract<Question, { kind: 'choice' }>;

/** One version of a call, and which of its questions tells which facet. */
export interface FacetsAsked {
  readonly callId: string;
  readonly version: number;
  readonly questions: ReadonlyMap<Facet, Choice>;
}

/** Of every version of every call, oldest first. */
export async function facetsAsked(tx: Tx): Promise<FacetsAsked[]> {
  const rows = await tx.query<{ callId: string; version: number; content: unknown }>(
    `SELECT call_id AS "callId", version, content FROM call_version WHERE charity_id = $1
      ORDER BY published_at, version`,
    [tx.charityId],
  );
  return rows.map(({ callId, version, content }) => ({
    callId,
    version,
    questions: new Map(CallContent.parse(content).questions.flatMap(facetOf)),
  }));
}

const facetOf = (question: Question): [Facet, Choice][] =>
  question.kind === 'choice' && question.facet ? [[question.facet, question]] : [];
