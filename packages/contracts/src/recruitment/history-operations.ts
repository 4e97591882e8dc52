import { z } from 'zod';
import { staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { ApplicationId, ApplicationNoteId, CharityId, Instant, MessageId } from '../define/ids.js';
import { ApplicationState } from './application-moves.js';
import { DecisionReason } from './decision-operations.js';
import { MailRecord } from './screening-operations.js';

/** By pseudonymous ids and single words: what was noted, written or mailed is not in it. */
const HistoryLine = z.discriminatedUnion('what', [
  z.object({ what: z.literal('applied') }),
  z.object({
    what: z.literal('moved'),
    from: ApplicationState,
    to: ApplicationState,
    reason: DecisionReason.nullable(),
  }),
  z.object({ what: z.literal('noted'), noteId: ApplicationNoteId }),
  z.object({ what: z.literal('asked'), messageId: MessageId }),
  z.object({ what: z.literal('answered'), messageId: MessageId }),
  z.object({ what: z.literal('mailed'), letter: z.string(), outcome: MailRecord.shape.outcome }),
  /** Somebody, or Baton to send a mail, looked up who the person is. */
  z.object({ what: z.literal('identityOpened') }),
]);

export const listApplicationHistory = defineOperation({
  name: 'list-application-history',
  owner: 'recruitment',
  summary: 'Everything that happened about an application: what, when and by whom, oldest first.',
  method: 'GET',
  path: '/charities/{charityId}/applications/{applicationId}/history',
  access: [staff('manager')],
  input: z.object({ charityId: CharityId, applicationId: ApplicationId }),
  output: z.object({
    lines: z.array(
      z.object({
        at: Instant,
        by: z.enum(['team', 'person', 'baton']),
        /** As the audit names them: `manager 0192…`, `applicant 0192…`, `recruitment`. */
        actor: z.string(),
        line: HistoryLine,
      }),
    ),
  }),
  refusals: {},
});
