import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  answerPulse,
  finishSurveyByLink,
  giveConsent,
  listArchive,
  listPulses,
  type PulseTap,
  saveSurveyAnswerByLink,
  viewArchiveEntry,
  viewConsents,
  viewPulse,
  viewSurveyByLink,
  withdrawConsent,
} from '@baton/contracts';
import { Person, textsMailed } from '../people.js';
import { waitFor } from '../wait-for.js';
import type { Weekend } from './posting.js';

/** A page that was open for less is taken for a machine. */
const aMomentMs = 2_100;

/** The curator is asked, followers are asked, and the weekend stays for others for as long as the curator wants it to. */
export async function didItHelp(weekend: Weekend): Promise<void> {
  await survey(weekend);
  await pulse(weekend);
  await archive(weekend);
}

async function survey({ stage, charity, takeover }: Weekend): Promise<void> {
  const { charityId } = charity;
  await stage.tell.step(
    'The curator answers the survey by the link in a mail, signed in nowhere',
    async () => {
      const token = await waitFor('the mail with the survey', 30_000, async () => {
        const texts = await textsMailed(stage.system, takeover.identity.email);
        const links = texts.flatMap((text) => /\/survey\?token=(\S+)/.exec(text)?.slice(1, 2) ?? []);
        const door = new Person(stage.system.gatewayOrigin);
        for (const link of links) {
          const opened = await door.does(viewSurveyByLink, { charityId, token: link });
          if (opened.survey.takeoverId === takeover.takeoverId) return link;
        }
        return undefined;
      });
      const visitor = new Person(stage.system.gatewayOrigin);
      const { survey: asked, questions } = await visitor.does(viewSurveyByLink, { charityId, token });
      const answers = {
        companionship: 'someOfTheTime',
        leftOut: 'hardlyEverOrNever',
        isolated: 'hardlyEverOrNever',
        direct: 'occasionally',
        experience: '5',
        words: 'I was nervous, and then I did not want to leave.',
      };
      for (const [key, answer] of Object.entries(answers))
        await visitor.does(saveSurveyAnswerByLink, {
          ...{ charityId, token, key, answer },
          mayQuote: key === 'words',
        });
      for (let twice = 0; twice < 2; twice += 1) await visitor.does(finishSurveyByLink, { charityId, token });
      await stage.facts.hear('survey.answered', { surveyId: asked.surveyId }, 20_000);
      return {
        value: undefined,
        by: 'feedback',
        fact: 'survey.answered',
        detail: `“${questions[0]?.words}” and ${questions.length - 1} more, sent off twice and counted once`,
      };
    },
  );
}

async function pulse({ stage, charity }: Weekend): Promise<void> {
  const { charityId } = charity;
  await stage.tell.step('Followers come by the link in the sign-off, and say whether it helped', async () => {
    const signOff = (await stage.x.postsOf(charity.handle)).find(({ text }) => text.includes('Did it help?'));
    const [, code] = /\/p\/(\S+)/.exec(signOff?.text ?? '') ?? [];
    if (!code) throw new Error('the sign-off leads nowhere');
    const follower = new Person(stage.system.gatewayOrigin);
    const { ticket } = await follower.does(viewPulse, { code });
    if (!ticket) throw new Error('nobody is asked any more');
    await pause(aMomentMs);
    const aDevice = () => randomBytes(16).toString('base64url');
    const taps: { lessAlone: PulseTap; learned: PulseTap } = { lessAlone: 'yes', learned: 'aLittle' };
    const words = 'I am not the only one with legs like that.';
    const answer = { code, ticket, device: aDevice(), ...taps, words };
    for (let twice = 0; twice < 2; twice += 1) await follower.does(answerPulse, answer);
    await follower.isRefused(answerPulse, { ...answer, device: aDevice() }, 'countedAlready');
    const { pulses } = await charity.manager.does(listPulses, { charityId });
    const answered = pulses.find((one) => one.code === code)?.figures.answered;
    if (answered !== 1) throw new Error(`${answered} answers were counted`);
    return {
      value: undefined,
      by: 'feedback',
      detail: 'three taps, no account; pressed twice, and sent from elsewhere as well, it counts once',
    };
  });
}

async function archive({ stage, charity, takeover }: Weekend): Promise<void> {
  const { charityId } = charity;
  const { takeoverId, curator } = takeover;
  const visitor = new Person(stage.system.gatewayOrigin);
  const shown = async () =>
    (await visitor.does(listArchive, { charityId })).entries.some((one) => one.takeoverId === takeoverId);
  await stage.tell.step('The curator lets the weekend stay in the public archive', async () => {
    const { consents } = await curator.does(viewConsents, { charityId });
    const wording = consents.find(({ channel }) => channel === 'archive')?.wording;
    if (!wording) throw new Error('nobody asks about the archive');
    const { version, hash } = wording;
    await curator.does(giveConsent, { charityId, channel: 'archive', version, hash });
    await waitFor('the weekend in the archive', 30_000, async () => ((await shown()) ? true : undefined));
    const { posts } = await visitor.does(viewArchiveEntry, { charityId, takeoverId });
    return {
      value: undefined,
      by: 'posting-gateway',
      fact: 'consent.given',
      detail: `${posts.length} posts stay`,
    };
  });
  await stage.tell.step('They take that back, and it is gone', async () => {
    await curator.does(withdrawConsent, { charityId, channel: 'archive', pastPosts: 'keep' });
    const since = Date.now();
    await waitFor('an archive without it', 30_000, async () => ((await shown()) ? undefined : true));
    await visitor.isRefused(viewArchiveEntry, { charityId, takeoverId }, 'notFound');
    return { value: undefined, fact: 'consent.withdrawn', detail: `after ${Date.now() - since} ms` };
  });
}
