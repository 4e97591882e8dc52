import {
  accept,
  DirectAnswer,
  type finishSurvey,
  isChronicallyLonely,
  type LonelinessAnswers,
  type OutputOf,
  type ResultOf,
  refuse,
  surveyAnswered,
  UclaAnswer,
} from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import { type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { experienceFact } from '../../analyst/experience-fact.js';
import { type SurveyRow, surveyColumns, surveyOf } from '../survey-row.js';
import { type Answer, GivenAnswers } from './given-answers.js';

type Finished = OutputOf<typeof finishSurvey>;
interface Scores {
  readonly loneliness: LonelinessAnswers;
  readonly experience: number | null;
}

const answered = `
  UPDATE survey SET answered_at = baton.now(), companionship = $3, left_out = $4, isolated = $5, direct = $6, experience = $7
   WHERE charity_id = $1 AND survey_id = $2 RETURNING ${surveyColumns}`;

/** Sends off a survey whose row is locked: from here on its answers count, and none of them changes any more. */
@Injectable()
export class SendOff {
  constructor(
    private readonly given: GivenAnswers,
    private readonly vault: Vault,
  ) {}

  async send(tx: Tx, survey: SurveyRow): Promise<ResultOf<typeof finishSurvey>> {
    if (survey.state === 'over') return refuse('surveyOver');
    if (survey.state === 'answered') return accept({ survey: surveyOf(survey), needsHelp: false });
    const scores = scoresIn(await this.given.of(tx, survey));
    return accept(finished(await this.write(tx, survey, scores), scores));
  }

  private async write(tx: Tx, survey: SurveyRow, scores: Scores): Promise<SurveyRow> {
    const { companionship, leftOut, isolated, direct } = scores.loneliness;
    const [row] = await tx.query<SurveyRow>(answered, [
      ...[tx.charityId, survey.survey_id, companionship, leftOut, isolated, direct, scores.experience],
    ]);
    if (!row) throw new Error('a locked survey was not updated');
    await this.tell(tx, row, scores);
    return row;
  }

  private async tell(tx: Tx, survey: SurveyRow, scores: Scores): Promise<void> {
    const { survey_id: surveyId, takeover_id: takeoverId, curator_id: curatorId, wave } = survey;
    const data = { surveyId, takeoverId, curatorId, wave };
    await appendFacts(tx, newFact(surveyAnswered, { subject: surveyId, revision: 2, data }));
    // Analysts have been promised what is said after a takeover, and nothing else so far.
    if (wave === 'after') await appendFacts(tx, await experienceFact(tx, this.vault, survey, scores));
  }
}

/** Chronic loneliness, and words of a crisis: both are a reason to show where somebody is to be found. */
const finished = (survey: SurveyRow, { loneliness }: Scores): Finished => ({
  survey: surveyOf(survey),
  needsHelp: isChronicallyLonely(loneliness) || survey.alarms > 0,
});

function scoresIn(given: readonly Answer[]): Scores {
  const answers = new Map(given.map(({ key, answer }) => [key, answer]));
  const ucla = (key: string) => UclaAnswer.nullable().parse(answers.get(key) ?? null);
  const experience = answers.get('experience');
  return {
    loneliness: {
      ...{ companionship: ucla('companionship'), leftOut: ucla('leftOut'), isolated: ucla('isolated') },
      direct: DirectAnswer.nullable().parse(answers.get('direct') ?? null),
    },
    experience: experience === undefined ? null : Number(experience),
  };
}
