import type { Seeker } from './seeker'

const capital = ['Espoo', 'Helsinki', 'Vantaa'] as const

/** The eight of the Finnish-speaking ICT group. */
export const finnishGroup = [
  {
    name: 'Aino Rantakallio',
    municipality: 'Espoo',
    language: 'fi',
    headline: 'Ohjelmistotestaaja, joka kirjoittaa selkeitä virheraportteja',
    about:
      'Siirryin testaukseen asiakaspalvelusta. Olen tehnyt manuaalista testausta ja opetellut testiautomaatiota harjoitusprojektissa. Huomaan poikkeukset ja kysyn, kun en ymmärrä.',
    goal: 'Työ ohjelmistotestaajana vuoden sisällä.',
    languages: { fi: 'native', en: 'B2' },
    forms: ['work_trial', 'hire'],
    worksIn: capital,
    skills: [
      [
        'ohjelmistotestaus',
        2,
        'Vastasin verkkokaupan tilauspolun ohjelmistotestauksesta ja kirjasin siitä 46 virhettä.',
      ],
      ['testiautomaatio', 1, 'Tein harjoitusprojektissa testiautomaation kirjautumiselle.'],
      ['Robot Framework', 1, 'Kirjoitin kahdeksan Robot Framework -testiä kurssin lopputyönä.'],
      ['Jira', 2, 'Kirjasin virheet Jiraan ja seurasin niiden korjausta.'],
      ['asiakaspalvelu', 3, 'Työskentelin asiakaspalvelussa kuusi vuotta.'],
    ],
    path: [
      ['2016–2022', 'Asiakaspalvelija', 'Verkkokauppa Pihlajapuoti'],
      ['2024–2025', 'Ohjelmistotestauksen kurssit, 30 op', 'Avoin ammattikorkeakoulu'],
      ['2013–2016', 'Merkonomi', 'Ammattiopisto'],
    ],
  },
  {
    name: 'Mikael Havukainen',
    municipality: 'Vantaa',
    language: 'fi',
    headline: 'Lähituki ja Microsoft 365 -ympäristöt',
    about:
      'Olen rakentanut tietokoneita koulusta asti ja auttanut ihmisiä niiden kanssa rauhallisesti. Haluan lähitukeen, jossa tapaa käyttäjiä kasvotusten.',
    goal: 'Työkokeilun kautta vakituiseen tukityöhön.',
    languages: { fi: 'native', en: 'B1' },
    forms: ['work_trial', 'pay_subsidised', 'hire'],
    worksIn: capital,
    skills: [
      ['helpdesk', 2, 'Vastasin oppilaitoksen helpdeskissä noin kahteenkymmeneen tukipyyntöön päivässä.'],
      ['Windows', 3, 'Asensin ja vakioin Windows-työasemia kolmelle luokalle.'],
      ['Microsoft 365', 2, 'Ohjasin henkilöstöä Microsoft 365:n käyttöönotossa.'],
      ['Active Directory', 1, 'Loin käyttäjätunnuksia ja ryhmiä Active Directoryssa.'],
    ],
    path: [
      ['2021–2023', 'Mikrotukihenkilö', 'Oppilaitos Kivisilta'],
      ['2018–2021', 'Datanomi', 'Ammattiopisto'],
    ],
  },
  {
    name: 'Sanna Peltovuori',
    municipality: 'Espoo',
    language: 'fi',
    headline: 'Raportoinnin rakentaja, taustalla taloushallinto',
    about:
      'Kymmenen vuotta taloushallinnossa opetti kysymään, mihin lukua käytetään. Nyt rakennan raportit itse ja selitän ne ymmärrettävästi.',
    goal: 'Data-analyytikon tai raportoinnin tehtävä.',
    languages: { fi: 'native', en: 'B2', sv: 'B1' },
    forms: ['work_trial', 'commission', 'hire'],
    worksIn: capital,
    skills: [
      ['Power BI', 2, 'Tein myynnistä Power BI -raportin, jota johtoryhmä käyttää viikoittain.'],
      ['Excel', 3, 'Rakensin kuukausiraportin Excel-taulukoilla.'],
      ['SQL', 2, 'Haen tarvitsemani tiedot itse SQL-kyselyillä.'],
      ['kirjanpito', 3, 'Hoidin keskikokoisen yrityksen kirjanpidon tilinpäätökseen asti.'],
    ],
    path: [
      ['2012–2023', 'Kirjanpitäjä', 'Tilitoimisto Kaisla ja Kuisma'],
      ['2024–2025', 'Data-analytiikan opinnot, 25 op', 'Avoin yliopisto'],
      ['2009–2012', 'Tradenomi', 'Ammattikorkeakoulu'],
    ],
  },
  {
    name: 'Jukka-Pekka Korvenranta',
    municipality: 'Kirkkonummi',
    language: 'fi',
    headline: 'Ohjelmistorobotiikka ja prosessien kuvaaminen',
    about:
      'Olen tehnyt tuotannonsuunnittelua ja tiedän, missä käsityö hidastaa. Rakennan robotteja, jotka toimivat myös poikkeuspäivänä.',
    goal: 'RPA-kehittäjä palvelutalossa.',
    languages: { fi: 'native', en: 'B1' },
    forms: ['work_trial', 'pay_subsidised', 'hire'],
    worksIn: ['Espoo', 'Kirkkonummi'],
    skills: [
      [
        'ohjelmistorobotiikka',
        2,
        'Rakensin ohjelmistorobotin, joka siirtää tilaukset järjestelmästä toiseen.',
      ],
      ['UiPath', 2, 'Suoritin UiPathin kehittäjän oppimispolun ja tein kolme robottia.'],
      ['Python', 1, 'Kirjoitan robottien apuskriptit Pythonilla.'],
      ['prosessien kuvaaminen', 2, 'Tein prosessien kuvaamista yhdessä ostajien kanssa.'],
    ],
  },
  {
    name: 'Linnéa Skogberg',
    municipality: 'Kauniainen',
    language: 'sv',
    headline: 'Frontendutvecklare som bryr sig om tillgänglighet',
    about:
      'Jag har byggt webbplatser för föreningar och lärt mig React på egen hand. Jag läser koden högt tills den är begriplig och testar alltid med tangentbord.',
    goal: 'Ett team där jag får lära mig av andra.',
    languages: { sv: 'native', fi: 'B2', en: 'C1' },
    forms: ['work_trial', 'commission', 'hire'],
    worksIn: ['Helsinki', 'Espoo', 'Kauniainen'],
    skills: [
      ['React', 2, 'Jag byggde ett anmälningssystem i React för en idrottsförening.'],
      ['TypeScript', 1, 'Jag skrev om anmälningssystemet i TypeScript under våren.'],
      ['CSS', 3, 'Jag har gjort layout i CSS för tolv webbplatser.'],
      ['webbtillgänglighet', 2, 'Jag granskade tillgängligheten på tre webbplatser enligt WCAG.'],
    ],
  },
  {
    name: 'Teemu Louhivaara',
    municipality: 'Espoo',
    language: 'fi',
    headline: 'Linux-ylläpitäjä matkalla DevOps-tehtäviin',
    about:
      'Ylläpidin palvelimia pienessä konesalissa, kunnes se suljettiin. Olen sen jälkeen opetellut kontit ja julkaisuputket omilla koneilla ja kurssilla.',
    goal: 'DevOps-tiimiin, jossa saa myös opettaa muita.',
    languages: { fi: 'native', en: 'B2' },
    forms: ['work_trial', 'pay_subsidised', 'hire'],
    worksIn: capital,
    skills: [
      ['Linux', 3, 'Ylläpidin neljääkymmentä Linux-palvelinta viiden vuoden ajan.'],
      ['Docker', 2, 'Siirsin kotipalvelimeni palvelut Docker-kontteihin.'],
      ['CI/CD', 2, 'Rakensin julkaisuputken, joka ajaa testit ja vie version tuotantoon.'],
      ['Git', 2, 'Versionhallinnassa käytän Git-työkalua, myös haarojen yhdistämiseen.'],
      ['DevOps', 1, 'Suoritin DevOps-opinnot avoimessa ammattikorkeakoulussa.'],
    ],
    path: [
      ['2016–2022', 'Järjestelmäasiantuntija', 'Konesali Tunturilampi'],
      ['2024–2025', 'Development and Operations, 15 op', 'Avoin ammattikorkeakoulu'],
      ['2012–2016', 'Tietotekniikan insinööri, opinnot kesken', 'Ammattikorkeakoulu'],
    ],
  },
  {
    name: 'Hanna Mustalampi',
    municipality: 'Helsinki',
    language: 'fi',
    headline: 'Käyttöliittymäsuunnittelija',
    about:
      'Piirrän ensin paperille ja kokeilen viiden ihmisen kanssa, ennen kuin mikään on valmista. Taustalla graafisen suunnittelun työt.',
    goal: 'Palvelumuotoilun tai käyttöliittymäsuunnittelun juniorirooli.',
    languages: { fi: 'native', en: 'C1' },
    forms: ['commission', 'work_trial', 'hire'],
    worksIn: ['Helsinki', 'Espoo'],
    skills: [
      ['Figma', 3, 'Suunnittelin Figmassa ajanvarauksen koko käyttöliittymän.'],
      [
        'käyttöliittymäsuunnittelu',
        2,
        'Tein ajanvaraussovelluksen käyttöliittymäsuunnittelun kolmelle käyttäjäryhmälle.',
      ],
      ['käytettävyystestaus', 2, 'Järjestin käytettävyystestit kahdeksalle ikäihmiselle.'],
      ['graafinen suunnittelu', 3, 'Tein graafista suunnittelua neljä vuotta mainostoimistossa.'],
    ],
  },
  {
    name: 'Raimo Kangaspuro',
    municipality: 'Vantaa',
    language: 'fi',
    headline: 'Verkkojen ja laitteiden kokenut asentaja',
    about:
      'Olen kaapeloinut, asentanut ja selvittänyt vikoja kaksikymmentä vuotta. Etsin työpaikkani mieluiten omilla yhteydenotoilla.',
    goal: 'Verkkoasentajan tai tukihenkilön työ.',
    languages: { fi: 'native', sv: 'A2' },
    forms: ['hire', 'pay_subsidised'],
    worksIn: ['Vantaa', 'Helsinki'],
    remote: false,
    skills: [
      ['tietoverkot', 3, 'Rakensin toimitiloihin tietoverkot kytkimineen.'],
      ['helpdesk', 2, 'Päivystin helpdeskiä joka kolmas viikko.'],
      ['Windows', 2, 'Vaihdoin kahdensadan Windows-koneen käyttöjärjestelmän.'],
    ],
  },
] as const satisfies readonly Seeker[]
