/** Short and hurried ways of writing, and what they say in full. Apostrophes are off already: "don't" comes as "dont". */
export const plainSpeech: ReadonlyMap<string, string> = read(`
  im: i am
  ive: i have
  id: i would
  dont dnt dontt: do not
  doesnt dosent: does not
  didnt didint: did not
  cant cannot cnt cannae: can not
  couldnt cudnt: could not
  wont: will not
  wouldnt: would not
  shouldnt: should not
  isnt: is not
  arent: are not
  wasnt: was not
  werent: were not
  havent: have not
  hasnt: has not
  hadnt: had not
  aint: is not
  amnt: am not
  its: it is
  thats: that is
  theres: there is
  whats: what is
  hes: he is
  shes: she is
  theyre: they are
  youre: you are
  theyd: they would
  youd: you would
  hed: he would
  shed: she would
  everyoned: everyone would
  theyll: they will
  youll: you will
  itll: it will
  everyones: everyone is
  nobodys: nobody is
  wanna wana: want to
  gonna gunna gona: going to
  gotta: have to
  tryna: trying to
  imma ima: i will
  lemme: let me
  gimme: give me
  u yu: you
  ur: your
  r: are
  thru: through
  anymore nomore: any more
  noone: no one
  every1: everyone
  everybody evryone everone evry1: everyone
  any1: anyone
  anybody: anyone
  somebody some1: someone
  nobody: no one
  wo: without
  bc coz cuz cos cause: because
  b4: before
  2nite 2night tonite tnite: tonight
  2day: today
  2moro tmrw tmr tomorow: tomorrow
  n: and
  nd: and
  mself meself myslef mysef mysel myselve maself: myself
  tho: though
  yall: you all
  mum mam mom mammy mummy ma: mum
  dad da daddy: dad
  wnat wan wnt: want
  dei diee: die
  kil kll killl: kill
  lfie liffe: life
  liek: like
  sucide sucid suicde suiside suicicde sewerslide suecide: suicide
  kms: kill myself
  selfharm selfharming: self harm
  wheelchairs: wheelchair
  meds: tablets
  pills: tablets
`);

/** Only with its apostrophe: without one they are words of their own. */
export const withApostrophe: ReadonlyMap<string, string> = read(`
  i'll: i will
  we'll: we will
  he'll: he will
  she'll: she will
  we'd: we would
  we're: we are
`);

function read(lines: string): ReadonlyMap<string, string> {
  return new Map(
    lines
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [short = '', full = ''] = line.split(':').map((side) => side.trim());
        return short.split(' ').map((word) => [word, full] as const);
      }),
  );
}
