import { describePages } from '../browser/describe-pages.js';
import { answersThatWait } from './answers-that-wait.js';
import { whatCuratorsDo } from './what-curators-do.js';
import { whatTheTeamDoes } from './what-the-team-does.js';

describePages('weekends by page', {
  heron: (at) => {
    whatCuratorsDo(at);
    whatTheTeamDoes(at);
    answersThatWait(at);
  },
});
