import type { Language } from '~/texts/text-keys'

/**
 * A script to begin from. It says who calls, for whom, why and where the number is from before anything is asked
 * (GDPR art. 14), and leaves an easy way to refuse.
 */
export const suggestedScript: Record<Language, string> = {
  fi: `Hei, olen {{caller}} ja soitan hankkeesta {{project}}. Löysimme yrityksenne listalta "{{source}}". Onko teillä hetki aikaa?

Autamme yrityksiä löytämään osaajia: työnhakijoita, joiden taidot on kartoitettu ja joihin voi tutustua ennen päätöstä. Palvelu on teille maksuton.

1. Onko teidän ollut vaikea löytää osaajia?
2. Rajoittaako se liiketoimintaanne tai kasvuanne?
3. Mitä osaamista tarvitsette juuri nyt?
4. Kenen kanssa asiasta kannattaa jatkaa? Sopisiko lyhyt tapaaminen?

Jos ette halua, että teille soitetaan, kirjaan sen heti, eikä kukaan meiltä soita enää.`,
  sv: `Hej, jag heter {{caller}} och ringer från projektet {{project}}. Vi hittade ert företag på listan "{{source}}". Har ni en stund?

Vi hjälper företag att hitta kunniga medarbetare: arbetssökande vars kunnande är kartlagt och som ni kan lära känna innan ni bestämmer er. Tjänsten är gratis för er.

1. Har ni haft svårt att hitta kunniga medarbetare?
2. Begränsar det er verksamhet eller tillväxt?
3. Vilket kunnande behöver ni just nu?
4. Med vem är det bäst att fortsätta? Passar det med ett kort möte?

Om ni inte vill bli uppringda antecknar jag det genast, och ingen från oss ringer mer.`,
  en: `Hello, my name is {{caller}} and I am calling from the project {{project}}. We found your company on the list "{{source}}". Do you have a moment?

We help companies find skilled people: jobseekers whose skills have been mapped and whom you can get to know before deciding. The service is free for you.

1. Has it been difficult for you to find skilled people?
2. Does that limit your business or your growth?
3. Which skills do you need right now?
4. Whom should we talk to next? Would a short meeting suit you?

If you do not want to be called, I will note it at once, and nobody from us will call again.`,
}
