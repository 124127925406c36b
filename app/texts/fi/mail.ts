export default {
  title: 'Lähtevä posti',
  lead_kept: 'Sähköpostipalvelua ei ole asetettu, joten viestit jäävät tänne. Linkit toimivat tästä.',
  lead_sent: 'Viestit lähtevät sähköpostipalvelun kautta. Lähteneen viestin tekstiä ei säilytetä.',
  search: 'Vastaanottaja tai aihe',
  to: 'Vastaanottaja',
  subject: 'Aihe',
  kind: 'Viesti',
  created: 'Kirjoitettu',
  state: 'Tila',
  states: {
    withheld: 'Pidätetty: yritykseen ei saa lähettää postia',
    waiting: 'Odottaa',
    sent: 'Lähetetty',
    kept: 'Säilytetty täällä',
    done: 'Käsitelty',
  },
  problem: 'Palvelu ei ottanut viestiä vastaan ({{problem}}), {{count}} yritystä',
  try_again: 'Yritä uudelleen',
  trying_again: 'Viestiä yritetään lähettää uudelleen.',
  text_gone: 'Viesti on lähtenyt, eikä sen tekstiä säilytetä.',
  empty: 'Yhtään viestiä ei ole vielä lähtenyt',
  kinds: {
    own_page: 'Linkki omalle sivulle',
    own_code: 'Koodi omalle sivulle',
    invitation: 'Kutsu',
    password_reset: 'Salasanan vaihto',
    new_profiles: 'Uusia profiileja',
    meeting: 'Tapaaminen',
  },
  footer: 'Tämän viestin lähetti Silta. Jos se ei kuulu sinulle, voit jättää sen huomiotta.',
  own_page: {
    subject: 'Sinulle on asiaa omalla sivullasi',
    body: 'Hei!\n\nOmalla sivullasi on jotain katsottavaa. Avaa se alla olevasta linkistä. Saat vielä koodin, jolla sivu aukeaa.\n\nLinkki on vain sinulle. Älä lähetä sitä eteenpäin.',
    link: 'Avaa oma sivu',
  },
  own_code: {
    subject: 'Koodisi on {{code}}',
    body: 'Koodisi on {{code}}. Se toimii 10 minuuttia.\n\nJos et pyytänyt koodia, sinun ei tarvitse tehdä mitään.',
    sms: 'Silta: koodisi on {{code}}. Se toimii 10 minuuttia.',
  },
  invitation: {
    subject: 'Kutsu Siltaan',
    body: 'Hei!\n\nSinulle on avattu tili Siltaan. Valitse salasana alla olevasta linkistä. Linkki on voimassa 7 päivää ja toimii kerran.',
    link: 'Valitse salasana',
  },
  password_reset: {
    subject: 'Vaihda salasanasi',
    body: 'Hei!\n\nSillan tilillesi pyydettiin uutta salasanaa. Vaihda se alla olevasta linkistä tunnin kuluessa.\n\nJos et pyytänyt tätä, salasanasi on ennallaan eikä sinun tarvitse tehdä mitään.',
    link: 'Vaihda salasana',
  },
  meeting: {
    booked: {
      subject: 'Tapaaminen {{when}}',
      body: 'Hei!\n\n{{title}}\n\n{{when}}\n\n{{where}}\n\nKalenterikutsu on liitteenä.',
    },
    changed: {
      subject: 'Tapaaminen siirtyi: {{when}}',
      body: 'Hei!\n\nTapaamisen tiedot muuttuivat. Nyt on sovittu näin:\n\n{{title}}\n\n{{when}}\n\n{{where}}\n\nUusi kalenterikutsu on liitteenä ja korvaa aiemman.',
    },
    cancelled: {
      subject: 'Tapaaminen peruttu: {{when}}',
      body: 'Hei!\n\nTämä tapaaminen on peruttu:\n\n{{title}}\n\n{{when}}\n\nLiitteenä oleva tiedosto poistaa sen kalenterista.',
    },
    declined: {
      subject: 'Kutsuttu ei pääse: {{when}}',
      body: 'Hei!\n\nYksi tapaamiseen kutsutuista ilmoitti, ettei pääse. Näet tapaamisen sivulta, kuka.\n\n{{title}}\n\n{{when}}',
    },
    guest_link: 'Katso, siirrä tai peru',
    host_link: 'Avaa tapaaminen',
  },
  new_profiles: {
    subject_one: 'Yksi uusi profiili odottaa sinua',
    subject_other: '{{count}} uutta profiilia odottaa sinua',
    subject_for_need_one: 'Yksi profiili tarpeeseen {{need}}',
    subject_for_need_other: '{{count}} profiilia tarpeeseen {{need}}',
    body_one:
      'Hei!\n\nSinulle on esitelty yksi osaaja. Katso profiili ja kerro mielipiteesi. Kirjautuminen vie hetken.',
    body_other:
      'Hei!\n\nSinulle on esitelty {{count}} osaajaa. Katso profiilit ja kerro mielipiteesi. Kirjautuminen vie hetken.',
    link: 'Katso profiilit',
  },
}
