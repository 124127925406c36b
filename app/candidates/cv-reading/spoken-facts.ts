import type { PersonalFactKind } from './cv-reading'

const word = (words: string) => `(?<![\\p{L}\\d-])(?:${words})(?![\\p{L}\\d-])`
const END = '(?=\\s*(?:[.,;:!)]|$)|\\s+(?:ja|mutta|sekä|joten|and|but|so|which|since|och|men|samt|sedan)\\s)'
const FEW_WORDS = '(?:[\\p{L}\\d-]+\\.?,?\\s){0,4}?'
const COUNT = '(?:yhden|kahden|kolmen|neljän|viiden|kuuden|monen|\\d)'
/** Time spent with one's own children; its cover ("äitiysloman sijaisuus", "maternity leave cover") is a job. */
const FAMILY_LEAVE =
  '(?:äitiys|isyys|vanhempain|hoito|perhe)(?:loma|vapaa)(?:lla|ni)?(?!\\s(?:sijai|vikari))|kotiäiti(?:nä)?|koti-isä(?:nä)?|mammaledig|pappaledig|barnledig|hemmamamma|hemmapappa|(?:var|varit|är) föräldraledig|on (?:maternity|paternity|parental) leave|stay[- ]at[- ]home (?:mum|mom|dad|mother|father|parent)'
const CHILDREN =
  '(?:yksi|kaksi|kolme|neljä|viisi|\\d)\\s(?:\\p{L}+\\s)?(?:tytärtä|poikaa|lasta)|(?:one|two|three|four|five|\\d)\\s(?:\\p{L}+\\s)?(?:daughters?|sons?|child|children|kids)|(?:en|ett|två|tre|fyra|fem|\\d)\\s(?:\\p{L}+\\s)?(?:dotter|döttrar|son|söner|barn)'
const ILLNESS_FI =
  '(?:\\p{L}+)?(?:diabetes|astma|epilepsia|masennus|adhd|add|autismi|reuma|skitsofrenia|migreeni|allergia|syöpä|ms-tauti|keliakia|sairaus|tauti|vamma|vaiva|diagnoosi|oireyhtymä|rajoite|sairauksia|vaivoja|allergioita|kipuja|uupumus|masennusta|fibromyalgia|mielialahäiriö|paniikkihäiriö|mielenterveysongelmia|rajoitteita)'
/** The same as what keeps somebody from something: "astman vuoksi", "selkävaivojen takia". */
const BECAUSE_OF_ILLNESS_FI =
  '(?:(?:\\p{L}+)?(?:diabeteksen|astman|epilepsian|masennuksen|adhd:n|autismin|reuman|skitsofrenian|migreenin|allergian|syövän|keliakian|fibromyalgian|uupumuksen|selkävaivan|selkävaivojen|selkäkivun|selkäkipujen|mielenterveysongelmien)|(?:\\p{L}+)?(?:sairauteni|vammani|vaivani|vaivojeni|kipujeni|rajoitteeni|diagnoosini))\\s(?:vuoksi|takia|johdosta)'
/** Somebody else's illness, as those who care for people write of it. */
const OF_CLIENTS_FI = '(?<!(?:asiakka|potila|asukka|oppila|omaise)\\p{L}*\\s)'
const ILLNESS_EN =
  '(?:(?:an?|my|some|chronic|severe|mild|type)\\s|\\d\\s)*(?:diabetes|asthma|epilepsy|depression|adhd|autism|arthritis|schizophrenia|migraines?|allerg(?:y|ies)|cancer|bipolar disorder|anxiety|burnout|ptsd|fibromyalgia|chronic pain|hearing loss|c(?:o)?eliac disease|(?:\\p{L}+\\s)?(?:disease|illness|disability|injury|diagnosis)|back (?:pain|problems?))'
const ILLNESS_SV =
  '(?:(?:en|ett|svår|kronisk|typ)\\s|\\d\\s)*(?:\\p{L}+)?(?:diabetes|astma|epilepsi|depression|adhd|autism|reumatism|schizofreni|migrän|allergi|cancer|celiaki|sjukdom|skada|diagnos|funktionsnedsättning|ryggbesvär|ryggproblem|ryggont|utmattning|utmattningssyndrom|ångest|fibromyalgi|hörselnedsättning)'
const FAITH_FI =
  'kristitty|muslimi|juutalainen|ateisti|buddhalainen|hindu|uskovainen|uskonnoton|helluntailainen|luterilainen|katolilainen|lestadiolainen|jehovan todistaja'
const FAITH_EN =
  'christian|muslim|jew|jewish|atheist|buddhist|hindu|catholic|lutheran|protestant|religious|sikh'
const FAITH_SV =
  'kristen|muslim|jude|judisk|ateist|buddhist|hindu|katolik|luthersk|protestant|troende|religiös'

type Spoken = [kind: PersonalFactKind, pattern: string]

/** What somebody says of themselves in an ordinary sentence. Each tells by itself that the writer is meant. */
export const SPOKEN_ANYWHERE: Spoken[] = [
  [
    'age',
    // "Olen 20 vuotta siivonnut" tells of work.
    `${word('olen|oon')}\\s(?:nyt\\s|jo\\s|iältäni\\s)?\\d{2}(?:\\s?(?:v|vuotta))?\\.?${END}|(?<!\\d)\\d{2}\\s?v\\.?\\s${word('ihminen|nainen|mies|äiti|isä')}|${word(
      "(?:i am|i[’']m)",
    )}\\s(?:now\\s)?\\d{2}${END}|${word("i am|i[’']m")}\\s${FEW_WORDS}\\d{2}[- ]years?[- ]old|${word(
      'jag är',
    )}\\s(?:nu\\s)?\\d{2}(?:\\sår)?${END}|${word('\\d{2}-åring')}`,
  ],
  [
    'gender',
    `${word('olen|oon')}\\s${FEW_WORDS}${word('nainen|mies|tyttö|poika|muunsukupuolinen|transnainen|transmies')}|${word(
      "i am|i[’']m",
    )}\\s(?:an?\\s)?${FEW_WORDS}${word('man|woman|male|female|non-binary')}${END}|${word(
      'jag är',
    )}\\s${FEW_WORDS}${word('kvinna|tjej|kille|ickebinär')}|${word('jag är')}\\s(?:en\\s${FEW_WORDS})?${word('man')}${END}`,
  ],
  ['birth_date', word('synnyin|olen syntynyt|i was born|jag föddes|jag är född')],
  [
    'nationality',
    `${word(
      '(?:eu|eta|usa)-kansalainen|kaksoiskansalainen|olen (?:kotoisin|syntyisin)|(?:\\p{L}+n|eu:n)\\skansalainen|olen (?:\\p{L}+\\s)?(?:kantasuomalainen|suomalainen|maahanmuuttaja|ulkomaalainen|pakolainen|turvapaikanhakija)',
    )}|${word('(?:eu|eea|us|uk|dual|british|\\p{L}+(?:ish|ian|ean|ese)) citizen')}(?!\\s(?:service|advice|survey|portal|science))|${word(
      "(?:i am|i[’']m) (?:an? )?(?:immigrant|refugee|asylum seeker|foreigner)|jag är (?:en )?(?:\\p{L}+ )?(?:medborgare|invandrare|flykting|utlänning)|(?:eu|ees)-medborgare",
    )}`,
  ],
  [
    'marital_status',
    word(
      "kihloissa|(?:olen|oon) (?:\\p{L}+ )?(?:naimisissa|eronnut|naimaton|leski|yksinhuoltaja|sinkku)|jag är (?:gift|förlovad|ogift|skild|frånskild|sambo|änka|änkling|ensamstående)|i(?: am|[’']m) (?:married|divorced|widowed|unmarried|engaged to be married)|engaged to be married",
    ),
  ],
  [
    'family',
    word(
      `lapseton|perheetön|perheellinen|${FAMILY_LEAVE}|${COUNT}\\s(?:[\\p{L}-]+\\s)?(?:lapsen|tyttären|pojan|teinin|[\\p{L}-]*ikäisen)\\s\\p{L}*(?:äiti|isä|vanhempi|huoltaja)|minulla on (?:${CHILDREN}|perhe|lapsia|lapsi|vaimo|aviomies)|minulla ei ole (?:lapsia|perhettä)|i have (?:${CHILDREN}|no children|a family|a wife|a husband)|(?:single )?(?:mother|father|mum|mom|dad) of (?:${CHILDREN}|one|two|three|four|five|\\d)|jag har (?:${CHILDREN}|inga barn|familj|fru|man och barn)|(?:ensamstående )?(?:mamma|pappa|mor|far|\\p{L}+barnsmamma|\\p{L}+barnspappa) till (?:${CHILDREN}|två|tre|fyra|fem|\\d)|\\p{L}+barns(?:mamma|pappa|mor|far)`,
    ),
  ],
  [
    'religion',
    word(
      `(?:olen|oon) (?:\\p{L}+\\s)?(?:${FAITH_FI})|(?:i am|i[’']m) (?:an? )?(?:\\p{L}+ )?(?:${FAITH_EN})|jag är (?:en )?(?:\\p{L}+ )?(?:${FAITH_SV})`,
    ),
  ],
  [
    'health',
    `${word(
      `sairastan|kärsin ${FEW_WORDS}\\p{L}*(?:vaivoista|vaivasta|kivuista|kivusta|säryistä|sairaudesta|migreenistä|masennuksesta|uupumuksesta|unettomuudesta|ahdistuksesta|reumasta|astmasta|allergiasta)|(?:olen|oon) (?:\\p{L}+ )?(?:sairas|vammainen|raskaana|diabeetikko|astmaatikko|allerginen|masentunut|työkyvytön)|(?:minulla|mulla) on ${FEW_WORDS}${ILLNESS_FI}`,
    )}|${OF_CLIENTS_FI}${word(BECAUSE_OF_ILLNESS_FI)}|${word(`i have ${ILLNESS_EN}`)}${END}|${word(`(?:because of|due to) my ${ILLNESS_EN}|i (?:was|have been) diagnosed with ${ILLNESS_EN}`)}|${word(
      "i suffer from|(?:i am|i[’']m) (?:\\p{L}+ )?(?:disabled|pregnant|diabetic|asthmatic|allergic)|jag lider av|jag är (?:\\p{L}+ )?(?:sjuk|gravid|diabetiker|astmatiker|allergisk)",
    )}|${word(`jag har ${ILLNESS_SV}|på grund av min ${ILLNESS_SV}|jag har diagnostiserats med ${ILLNESS_SV}`)}`,
  ],
  [
    'unemployment',
    `${word('työttömänä|pitkäaikaistyöttömänä')}(?!\\solev)|${word(
      "(?:olen|oon) (?:\\p{L}+ )?(?:työtön|pitkäaikaistyötön)|työtön (?:työnhakija|vuodesta)|(?:i am|i[’']m|i have been|been|was) (?:\\p{L}+ )?unemployed|unemployed (?:since|from|for)|jag är (?:\\p{L}+ )?arbetslös|arbetslös (?:sedan|från)|varit arbetslös",
    )}`,
  ],
]

/** Words that speak of the writer where a CV speaks of the person, and of customers or work elsewhere. */
export const SPOKEN_OF_THE_PERSON: Spoken[] = [
  ['age', `^\\d{2}\\s?(?:v|vuotta|years|år)\\.?(?=\\s*(?:,|$))|${word('\\d{2}[- ]year[- ]old')}`],
  [
    'health',
    word('diabeetikko|astmaatikko|epileptikko|allergikko|diabetiker|astmatiker|epileptiker|allergiker'),
  ],
  ['gender', `${word('nainen|mies|kvinna|woman|man|female|male')},?\\s\\d{2}(?!\\d)`],
  [
    'nationality',
    `${word('kansalainen|kantasuomalainen|maahanmuuttaja')}|^${word('suomalainen|svensk|finländare|finnish')}${END}`,
  ],
  [
    'marital_status',
    `${word('förlovad')}|^${word('engaged')}${END}|${word('yksinhuoltaja\\p{L}*(?:äiti|isä)|ensamstående (?:mamma|pappa|mor|far)')}`,
  ],
  [
    'family',
    `${word('vaimo(?:ni)?|aviomies|aviomieheni|puolisoni|min fru|my wife|my husband|childless|barnlös|no children|ei lapsia|inga barn|perheenäiti|perheenisä|familjefar')}|${word(CHILDREN)}`,
  ],
  [
    'religion',
    `${word(FAITH_FI)}${END}|^${word(`${FAITH_EN}|${FAITH_SV}`)}${END}|^(?:uskonto|religion|trossamfund|uskontokunta)\\s*:`,
  ],
]
