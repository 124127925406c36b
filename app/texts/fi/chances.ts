export default {
  title: 'Yhdenvertaisuus: ketkä esitellään',
  lead: 'Kuinka pitkälle eri ryhmien ihmiset ovat päässeet. Tilanne {{day}}; luvut vaihtuvat kuukausittain.',
  by: {
    group_language: 'Ryhmän kielen mukaan',
    municipality: 'Asuinkunnan mukaan',
    referred_by: 'Ohjaajan mukaan',
  },
  group: 'Ryhmä',
  people: 'Henkilöitä',
  all: 'Yhteensä',
  other: 'Muut ja pienet ryhmät',
  not_told: 'Ei tiedossa',
  class: {
    not_shown: 'Ei esitelty',
    shown: 'Esitelty, ei avattu',
    viewed: 'Avattu, ei vastausta',
    refused: 'Vastaus: ei nyt',
    interested: 'Työnantaja kiinnostui',
    placed: 'Työjaksolla',
  },
  from_to: '{{first}} – {{last}}',
  merged:
    'Yhdessä sarakkeessa, koska ihmisiä on liian vähän: {{steps}}. Portaat erottuvat, kun kullakin on vähintään {{least}} ihmistä.',
  hidden: 'piilossa',
  hidden_sign: '–',
  empty_title: 'Liian vähän ihmisiä',
  empty: 'Taulukko syntyy, kun henkilöitä on tarpeeksi, jotta yksittäistä ihmistä ei voi päätellä.',
  explained_title: 'Mitä luvut ovat',
  explained: {
    furthest: 'Jokainen henkilö on taulukossa kerran, siinä sarakkeessa, johon hän on pisimmillään päässyt.',
    hidden:
      'Alle viiden luvut on piilotettu (–), ja niiden lisäksi muita niin, ettei mitään voi laskea summista. Pienet ryhmät ja sarakkeet on yhdistetty.',
    small: 'Erot voivat olla sattumaa, kun ryhmät ovat pieniä. Taulukko antaa aiheen kysyä, ei vastausta.',
  },
  not_held_title: 'Mitä emme tiedä',
  not_held:
    'Ikää, sukupuolta, alkuperää, kansalaisuutta, terveyttä ja perhettä ei kirjata, koska niitä ei palvelussa tarvita (tietosuoja-asetus 5 art. 1 c, yhdenvertaisuuslaki 8 §). Siksi niiden mukaan ei voi laskea. Turvakiellon alaisten asuinkunta on kohdassa Ei tiedossa.',
}
