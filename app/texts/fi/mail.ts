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
  states: { waiting: 'Odottaa', sent: 'Lähetetty', kept: 'Säilytetty täällä', done: 'Käsitelty' },
  problem: 'Palvelu ei ottanut viestiä vastaan ({{problem}}), {{count}} yritystä',
  text_gone: 'Viesti on lähtenyt, eikä sen tekstiä säilytetä.',
  empty: 'Yhtään viestiä ei ole vielä lähtenyt',
  kinds: {
    invitation: 'Kutsu',
    password_reset: 'Salasanan vaihto',
    new_profiles: 'Uusia profiileja',
    meeting: 'Tapaaminen',
  },
  footer: 'Tämän viestin lähetti Silta. Jos se ei kuulu sinulle, voit jättää sen huomiotta.',
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
