export default {
  title: 'Ehdota esittelyjä',
  lead: 'Kaikki avoimet tarpeet ja kaikki, jotka voi esitellä, yhdellä kertaa. Tältä sivulta ei lähde mitään.',
  rule_title: 'Näin ehdotukset syntyvät',
  rule: {
    who: 'Mukaan pääsee, kun vahvistettu osaaminen kattaa jonkin välttämättömän eikä estettä ole: ei kieltoa, ei käytännön estettä, ei jo esitelty tai pois jätetty.',
    turns:
      'Vuoro kiertää: ensin harvimmin esitelty, sitten se, jolle sopivia tarpeita on vähiten, sitten päivän arpa.',
    best: 'Jokainen saa vuorollaan parhaiten sopivan tarpeen, jossa on tilaa.',
    moved:
      'Jos kaikki sopivat ovat täynnä, joku siirtyy toiseen itselleen sopivaan tarpeeseen, jotta kaikki mahtuisivat.',
    five: 'Tarpeessa on enintään viisi henkilöä kerralla. Henkilöä ehdotetaan enintään kolmeen tarpeeseen.',
    people:
      'Ihminen päättää jokaisesta. Valitut jäävät luonnoksiksi, ja suostumus tarkistetaan ennen lähetystä.',
  },
  drafts: 'Valitut, joita ei ole vielä esitelty',
  suggested: 'Ehdotukset',
  with_chance: '{{count}} / {{ready}} saa mahdollisuuden.',
  empty_title: 'Ei ehdotuksia',
  empty: 'Avoimiin tarpeisiin ei juuri nyt sovi ketään, jota ei olisi jo esitelty.',
  taken_one: 'Yksi on jo työnantajan nähtävänä tai valittuna.',
  taken_other: '{{count}} on jo työnantajan nähtävänä tai valittuna.',
  first_chance: 'Ensimmäinen mahdollisuus.',
  turn: '{{turn}}. kierros.',
  moved: 'Siirretty tänne, jotta toinenkin mahtuu.',
  accept: 'Valitse esiteltäväksi',
  without: 'Ilman ehdotusta: {{count}}',
  without_lead: 'Heidät voi esitellä, mutta avoimista tarpeista ei nyt löytynyt paikkaa.',
  no_room: 'sopivat tarpeet täynnä',
  fits_nothing: 'ei sopivaa tarvetta',
  draft: {
    reason_hint: 'Henkilö voi lukea tämän.',
    done: 'Valittu esiteltäväksi. Mitään ei ole lähetetty.',
  },
}
