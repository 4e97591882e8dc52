import { allOperations, type Caller, type CharityId, decideCall, type Operation } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import type { Answer, GatewayOnStage } from './gateway-on-stage.js';

export const routed = allOperations.filter(({ path }) => path !== 'internal');

/** What was decided, by operation and by whose charity it named. */
export type Decisions = Record<string, string>;

/** Tries every route there is, for a charity of one's own and for another's. */
export class EveryRoute {
  constructor(
    private readonly gateway: GatewayOnStage,
    private readonly charities: { readonly ours: CharityId; readonly theirs: CharityId },
  ) {}

  /** What the door decides, route by route. */
  async decisionsFor(token: string | undefined): Promise<Decisions> {
    const decisions: Decisions = {};
    for (const operation of routed) {
      for (const [whose, charityId] of Object.entries(this.charities)) {
        const answer = await this.attempt(operation, charityId, token);
        decisions[`${operation.name} of ${whose}`] = decisionIn(answer);
      }
    }
    return decisions;
  }

  /** What the contracts say about somebody who has these guises: the kindest of their answers. */
  decisionsByContract(guises: readonly Caller[]): Decisions {
    const now = new Date();
    return Object.fromEntries(
      routed.flatMap((operation) =>
        Object.entries(this.charities).map(([whose, charityId]) => {
          const named = operation.path.includes('{charityId}') ? charityId : undefined;
          const decisions = guises
            .filter((guise) => guise.kind !== 'staff' || guise.charityId === named)
            .map((guise) => decideCall(operation, guise, named, now));
          const kindest = (['allowed', 'stepUpNeeded', 'signedOut'] as const).find((each) =>
            decisions.includes(each),
          );
          return [`${operation.name} of ${whose}`, kindest ?? 'forbidden'];
        }),
      ),
    );
  }

  /** With fresh ids for whatever the path names besides the charity, and an empty body. */
  private attempt(operation: Operation, charityId: CharityId, token?: string): Promise<Answer> {
    const path = operation.path.replace('{charityId}', charityId).replace(/\{\w+\}/g, () => newId());
    const carriesBody = operation.method === 'POST' || operation.method === 'PUT';
    return this.gateway.ask(`/api${path}`, {
      method: operation.method,
      headers: {
        ...(carriesBody ? { 'content-type': 'application/json' } : {}),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(carriesBody ? { body: '{}' } : {}),
    });
  }
}

/** What the door said; `allowed` is any answer that is not the door's own no. */
function decisionIn({ status, body }: Answer): 'allowed' | 'signedOut' | 'forbidden' | 'stepUpNeeded' {
  const code = body.refusal?.code;
  if (status === 401 && code === 'signedOut') return 'signedOut';
  if (status === 403 && (code === 'forbidden' || code === 'stepUpNeeded')) return code;
  return 'allowed';
}
