import type { AssessmentContent } from './assessment'
import { say } from './form-wording'

const SCALE = [
  { points: 0, text: say('Ei vielä', 'Inte ännu', 'Not yet') },
  { points: 1, text: say('Vähän', 'Lite', 'A little') },
  { points: 2, text: say('Melko hyvin', 'Ganska bra', 'Fairly well') },
  { points: 3, text: say('Hyvin', 'Bra', 'Well') },
]

const state = (key: string, area: string, fi: string, sv: string, en: string) => ({
  key,
  area,
  text: say(fi, sv, en),
  options: SCALE,
})

/** The first version of the checklist of looking for work. Answers rest on it, so a change is a new version. */
export const JOB_SEARCH: AssessmentContent = {
  areas: [
    { key: 'channels', name: say('Kanavat', 'Kanaler', 'Channels') },
    { key: 'tools', name: say('Välineet', 'Verktyg', 'Tools') },
    {
      key: 'working_life',
      name: say('Työelämän tuntemus', 'Kunskap om arbetslivet', 'Knowledge of working life'),
    },
    { key: 'competence', name: say('Oma osaaminen', 'Eget kunnande', 'Own competence') },
    { key: 'language', name: say('Kieli', 'Språk', 'Language') },
    {
      key: 'attitude',
      name: say('Aktiivinen ja myönteinen ote', 'Aktivt och positivt grepp', 'Active and positive attitude'),
    },
  ],
  questions: [
    state(
      'c_adverts',
      'channels',
      'Tiedän, missä alani paikkoja ilmoitetaan, ja seuraan niitä.',
      'Jag vet var jobb i min bransch annonseras och följer dem.',
      'I know where jobs in my field are advertised, and follow them.',
    ),
    state(
      'c_hidden',
      'channels',
      'Otan itse yhteyttä työnantajiin, vaikka paikkaa ei ole haettavana.',
      'Jag kontaktar själv arbetsgivare, fast det inte finns något ledigt jobb.',
      'I contact employers myself even when no job is advertised.',
    ),
    state(
      'c_people',
      'channels',
      'Kerron tuttavilleni ja verkostoilleni, millaista työtä haen.',
      'Jag berättar för bekanta och nätverk vilket arbete jag söker.',
      'I tell people I know what kind of work I look for.',
    ),
    state(
      't_cv',
      'tools',
      'Ansioluetteloni on ajan tasalla ja muokkaan sitä hakemani työn mukaan.',
      'Mitt cv är aktuellt och jag anpassar det till jobbet jag söker.',
      'My CV is up to date and I shape it to the job I apply for.',
    ),
    state(
      't_application',
      'tools',
      'Osaan kirjoittaa hakemuksen, joka vastaa ilmoitukseen.',
      'Jag kan skriva en ansökan som svarar på annonsen.',
      'I can write an application that answers the advert.',
    ),
    state(
      't_interview',
      'tools',
      'Valmistaudun haastatteluun ja osaan antaa esimerkkejä työstäni.',
      'Jag förbereder mig för intervjun och kan ge exempel på mitt arbete.',
      'I prepare for an interview and can give examples of my work.',
    ),
    state(
      'w_field',
      'working_life',
      'Tiedän, mitä alani työnantajat tarvitsevat juuri nyt.',
      'Jag vet vad arbetsgivarna i min bransch behöver just nu.',
      'I know what employers in my field need just now.',
    ),
    state(
      'w_rules',
      'working_life',
      'Tunnen työelämän pelisäännöt: sopimuksen, työajan ja palkan perusteet.',
      'Jag känner till arbetslivets spelregler: avtal, arbetstid och grunderna för lön.',
      'I know the rules of working life: contract, hours and the basis of pay.',
    ),
    state(
      'w_ways',
      'working_life',
      'Tiedän, mitä työkokeilu, palkkatuki ja oppisopimus ovat.',
      'Jag vet vad arbetsprövning, lönesubvention och läroavtal är.',
      'I know what a work trial, a pay subsidy and an apprenticeship are.',
    ),
    state(
      'o_strengths',
      'competence',
      'Osaan sanoa, missä olen hyvä, ja perustella sen.',
      'Jag kan säga vad jag är bra på och motivera det.',
      'I can say what I am good at, and give reasons.',
    ),
    state(
      'o_other',
      'competence',
      'Tunnistan taidot, jotka olen oppinut muualla kuin töissä.',
      'Jag känner igen färdigheter som jag har lärt mig annanstans än i arbetet.',
      'I recognise skills I have learnt elsewhere than at work.',
    ),
    state(
      'o_goal',
      'competence',
      'Tiedän, millaista työtä haluan ja mitä minun pitää vielä oppia.',
      'Jag vet vilket arbete jag vill ha och vad jag ännu behöver lära mig.',
      'I know what work I want and what I still have to learn.',
    ),
    state(
      'l_applying',
      'language',
      'Pystyn hakemaan töitä kielellä, jota työssä käytetään.',
      'Jag kan söka jobb på det språk som används i arbetet.',
      'I can apply for jobs in the language used at work.',
    ),
    state(
      'l_instructions',
      'language',
      'Ymmärrän työohjeet ja kysyn, jos jokin jää epäselväksi.',
      'Jag förstår arbetsinstruktioner och frågar om något är oklart.',
      'I understand instructions at work and ask when something is unclear.',
    ),
    state(
      'l_writing',
      'language',
      'Pystyn kirjoittamaan työssä tarvittavat viestit.',
      'Jag kan skriva de meddelanden som behövs i arbetet.',
      'I can write the messages that the work needs.',
    ),
    state(
      'a_weekly',
      'attitude',
      'Teen työnhaun eteen jotain joka viikko.',
      'Jag gör något för jobbsökandet varje vecka.',
      'I do something for my job search every week.',
    ),
    state(
      'a_setback',
      'attitude',
      'Jatkan, vaikka vastaus olisi kielteinen tai sitä ei tulisi.',
      'Jag fortsätter även om svaret är nej eller uteblir.',
      'I go on even if the answer is no or none comes.',
    ),
    state(
      'a_hope',
      'attitude',
      'Uskon, että minulle löytyy sopivaa työtä.',
      'Jag tror att det finns ett lämpligt arbete för mig.',
      'I believe that there is work that suits me.',
    ),
  ],
  levels: [],
}
