import { lists } from '../lists.js';

/** Words that play the same part in what people tell of a crisis. Reading “squeezes” where “grabs” was learned is worth more than either. */
const families: Readonly<Record<string, string>> = {
  person: lists.person.replaceAll('|', ' '),
  self: 'i me my myself mine',
  other: 'he she they him her his hers',
  hurt: 'hit hits hitting beat beats beating punch punched punches kick kicked kicks slap slapped slaps shove shoved shoves push pushed pushes grab grabbed grabs choke choked chokes strangle strangled squeeze squeezed squeezes twist twists twisted pinch pinches pinched throw throws threw spat drag dragged drags smash smashed bruise bruised bruises tie ties tied lock locks locked threaten threatens threatened force forces forced rape rapes raped frightened scared terrified rough abuse abuses abused hurt hurts hurting crack cracks shook shake yank yanks attack attacked stab',
  harm: 'cut cuts cutting burn burns burned burnt burning scratch scratched scratching bite biting bleed bleeding bled blood marks scar scars scissors straighteners razor razors blade blades harm harming harmed starve starving punish punching banging slapping picking wound wounds plasters',
  body: 'arm arms wrist wrists leg legs thigh thighs hair face neck throat hand hands rib ribs eye eyes skin head foot feet chest stomach jaw mouth knuckles',
  means:
    'tablets tablet overdose bridge rope noose knife gun shotgun cliff cliffs train trains railway tracks river sea tide roof ledge balcony viaduct motorway box bottle packet jar cupboard drawer insulin sleepers paracetamol baclofen morphine gas hose garage window canal reservoir engine',
  death:
    'die dying died dead death suicide suicidal kill killing killed unalive grave coffin funeral ashes widow widower',
  end: 'end ending ended gone leave leaving finish finished stop stopped exist existing existence disappear disappearing vanish over done out',
  farewell: 'goodbye bye farewell forgive sorry letter letters note notes love loved remember will last',
  wish: 'want wanted wish wished hope hoping pray praying rather wanting ready longing',
  time: 'tonight tomorrow today now soon monday tuesday wednesday thursday friday saturday sunday weekend night morning christmas birthday week',
  decided:
    'decided decision plan planned planning sorted arranged settled ready date chosen picked booked calm peaceful peace cleared worked nerve brave courage',
  burden:
    'burden drain weight useless worthless waste better easier free freed without cost costing ruin ruined deserve deserves lumbered',
  despair:
    'point hope hopeless future reason empty numb trapped alone lonely dark darkness pointless nothing nobody nowhere broken worthless desperate drowning exit',
  cannot: 'can not never cope enough any more tired fight fighting give gave given',
  fun: 'lol haha cake tea coffee biscuit biscuits cat dog telly football film song book laugh laughing laughed funny joke brilliant lovely best gorgeous',
  help: 'helpline samaritans line nurse nurses support charity talk listen ring text call awareness research campaign petition volunteers training read',
  before: 'ago years back when then used once since after',
};

const familyOf = new Map<string, string[]>();
for (const [family, words] of Object.entries(families)) {
  for (const word of words.split(' ')) familyOf.set(word, [...(familyOf.get(word) ?? []), family]);
}

export const familiesOf = (word: string): readonly string[] => familyOf.get(word) ?? [];
