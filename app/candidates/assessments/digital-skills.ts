import type { AssessmentContent } from './assessment'
import { EVERYDAY_QUESTIONS } from './digital-everyday-questions'
import { WORK_QUESTIONS } from './digital-work-questions'
import { say } from './form-wording'

/** The first version of the test of digital skills. Answers rest on it, so a change is a new version, not an edit. */
export const DIGITAL_SKILLS: AssessmentContent = {
  areas: [
    { key: 'device', name: say('Laite ja tiedostot', 'Apparat och filer', 'Device and files') },
    {
      key: 'finding',
      name: say('Tiedon etsiminen ja asiointi', 'Söka och uträtta ärenden', 'Finding and e-services'),
    },
    { key: 'messages', name: say('Viestintä', 'Kommunikation', 'Communication') },
    { key: 'documents', name: say('Tekstit ja taulukot', 'Texter och tabeller', 'Texts and tables') },
    { key: 'safety', name: say('Turvallisuus', 'Säkerhet', 'Safety') },
  ],
  questions: [...EVERYDAY_QUESTIONS, ...WORK_QUESTIONS],
  levels: [
    {
      from: 0,
      name: say('Alkuun pääsevä', 'Kommer i gång', 'Getting started'),
      explanation: say(
        'Osa arjen digiasioista sujuu, moni vaatii vielä apua.',
        'En del digitala vardagssaker går bra, många kräver ännu hjälp.',
        'Some everyday digital things work, many still need help.',
      ),
      route: say(
        'Työelämän digitaidot: ohjattu kurssi ryhmässä ja rinnalla digituki kirjastossa. Harjoitellaan ensin niitä alueita, joilla pisteitä on vähiten.',
        'Arbetslivets digitala färdigheter: en ledd kurs i grupp och digistöd på biblioteket. Vi övar först de områden där poängen är lägst.',
        'Digital skills for working life: a guided course in a group, with digital support at the library. The areas with fewest points are practised first.',
      ),
    },
    {
      from: 12,
      name: say('Pärjäävä', 'Klarar sig', 'Managing'),
      explanation: say(
        'Tavalliset työelämän välineet ovat tuttuja, ja uutta oppii tekemällä.',
        'Arbetslivets vanliga verktyg är bekanta och nytt lärs genom att göra.',
        'The usual tools of working life are familiar, and new ones are learnt by doing.',
      ),
      route: say(
        'Digitaalisten palvelujen perusteet: itseopiskelu verkossa, noin viisi opintopistettä, tukena opintopiiri.',
        'Grunderna i digitala tjänster: självstudier på nätet, ungefär fem studiepoäng, med en studiecirkel som stöd.',
        'Basics of digital services: self-study online, about five credits, with a study circle for support.',
      ),
    },
    {
      from: 22,
      name: say('Edistynyt', 'Avancerad', 'Advanced'),
      explanation: say(
        'Valitset itse sopivat välineet ja pystyt neuvomaan muita.',
        'Du väljer själv lämpliga verktyg och kan ge andra råd.',
        'You choose fitting tools yourself and can advise others.',
      ),
      route: say(
        'Kehittäminen ja ylläpito: ICT-alan polkuopinnot, tai alan työkokeilu, jos kiinnostus on sinne.',
        'Utveckling och drift: stigstudier inom ICT, eller arbetsprövning i branschen om intresset finns där.',
        'Development and operations: path studies in ICT, or a work trial in the field if that interests.',
      ),
    },
  ],
}
