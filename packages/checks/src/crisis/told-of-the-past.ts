/** Years that have gone by, and having come through: what makes words of a crisis a story told afterwards. */
export const longAgo = `
  (years|decades|decade|a decade|long time|a lifetime) (ago|back|since then|later|on)
  (back then|back in the day|in those days|at the time|in my (teens|twenties|thirties|forties|youth)|in my darkest)
  (when|while) i was (a|young|younger|at|in|first|little|newly|diagnosed|first diagnosed|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|%)
  (as|being) a (teenager|teen|child|student|kid|young|young man|young woman)
  used to
  in my (teens|twenties|thirties|forties|youth|early twenties|late teens)
  (climbed|came|got|made it|crawled|pulled myself) (back)? (out|up|through)
  (i was|was i) (so)? wrong
  (in|since|summer of|winter of|around|spring of|autumn of|of) %
  (i|we) (survived|came through|got through|made it through|came out|recovered|got help|got better|rang|reached out|lived|am still here|found help|told someone)
  (glad|happy|grateful|thankful|proud|relieved) ~ (i|to be|that i|am|it) ~ (here|alive|stayed|did not|failed|survived|am|around|lived)
  (what|that|who|which|it|this|talking|therapy|medication|the samaritans|a nurse|a friend|my dog) (really)? (helped|saved|kept|pulled|got) me (was|then|back|through|alive|going|out|survive|and)?
  (before|until|till|then) (i|someone|therapy|help|a|my) (got|found|had|met|told|talked|reached|asked|nurse|friend|gp|doctor|neighbour|rang|listened|helped|noticed|asked me)
  (now|today) i (am|have|love|can|know|run|help|laugh|dance|sing|volunteer) ~ (glad|happy|here|well|love|grateful|proud|better|life|others|garden|dog|hope|differently|it gets)
`;

/** What says that it is not over. */
export const notOver = `
  (again|still|tonight|these days|lately|right now|last night|yesterday|this morning|this week|last week|since then|once more|every day|now i (want|feel|am back|do|think|wish)|are back|is back|came back|coming back|come back|returning|returned|today i (want|feel|wish|am back))
`;

/** Said of then, not of now, in the words themselves. */
export const isSaidOfThen = (said: string): boolean => {
  const told = `${said} `.replace(/ (?:did not|did|could not|used to|to|would|could) [^ ]+/gu, ' did');
  return then.test(told) && !now.test(told);
};

const then =
  / (?:wanted|felt|was|were|tried|thought|planned|cut|took|had|hated|attempted|did|could|wished|used|hit|beat|hurt|would|stood|sat|burned|burnt|wrote|went|lost|raped|abused|punched|kicked|choked|strangled|harmed|saved|started|gave|overdosed|swallowed) /u;
const now = / (?:want|wants|am|feel|will|going|keep|keeps|is|are|has|have|wish|do|can) /u;
