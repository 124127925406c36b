import type { Language } from '~/texts/text-keys'

/**
 * A script to begin from. It says who calls, for whom, why and where the number is from before anything is asked
 * (GDPR art. 14), and leaves an easy way to refuse.
 */
export const suggestedScript: Record<Language, string> = {
  fi: `# Aluksi
! Hei, olen {soittaja} ja soitan hankkeesta {hanke}. Yrityksenne yhteystiedot ovat lähteestä {lähde}. Onko teillä hetki aikaa?

[jos palaava kumppani]
Olitte mukana jo aiemmin, kiitos siitä. Soitan kysyäkseni, mitä teille kuuluu nyt.
[muuten]
Autamme yrityksiä löytämään osaajia: työnhakijoita, joiden taidot on kartoitettu ja joihin voi tutustua ennen päätöstä. Palvelu on teille maksuton.
[loppu]

# Kysymykset
? Onko teidän ollut vaikea löytää osaajia? [vaikeus]
? Rajoittaako se liiketoimintaanne tai kasvuanne? [kasvu]
? Mitä osaamista tarvitsette juuri nyt? [osaaminen]
? Kuinka monta ihmistä voisitte ottaa puolen vuoden aikana? (ei yhtään / yhden / useita)

# Lopuksi
Kenen kanssa asiasta kannattaa jatkaa? Sopisiko lyhyt tapaaminen?

! Jos ette halua, että teille soitetaan, kirjaan sen heti, eikä kukaan meiltä soita enää.`,
  sv: `# Till att börja med
! Hej, jag heter {uppringare} och ringer från projektet {projekt}. Ert företags kontaktuppgifter kommer från {källa}. Har ni en stund?

[om återkommande partner]
Ni har varit med förut, tack för det. Jag ringer för att höra hur läget är nu.
[annars]
Vi hjälper företag att hitta kunniga medarbetare: arbetssökande vars kunnande är kartlagt och som ni kan lära känna innan ni bestämmer er. Tjänsten är gratis för er.
[slut]

# Frågor
? Har ni haft svårt att hitta kunniga medarbetare? [svårighet]
? Begränsar det er verksamhet eller tillväxt? [tillväxt]
? Vilket kunnande behöver ni just nu? [kunnande]
? Hur många personer kunde ni ta emot inom ett halvår? (ingen / en / flera)

# Till sist
Med vem är det bäst att fortsätta? Passar det med ett kort möte?

! Om ni inte vill bli uppringda antecknar jag det genast, och ingen från oss ringer mer.`,
  en: `# To begin with
! Hello, my name is {caller} and I am calling from the project {project}. Your company's contact details come from {source}. Do you have a moment?

[if returning partner]
You have been with us before, thank you for that. I am calling to hear how things are now.
[else]
We help companies find skilled people: jobseekers whose skills have been mapped and whom you can get to know before deciding. The service is free for you.
[end]

# Questions
? Has it been difficult for you to find skilled people? [difficulty]
? Does that limit your business or your growth? [growth]
? Which skills do you need right now? [skills]
? How many people could you take within half a year? (none / one / several)

# To end with
Whom should we talk to next? Would a short meeting suit you?

! If you do not want to be called, I will note it at once, and nobody from us will call again.`,
}
