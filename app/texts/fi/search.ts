export default {
  title: 'Haku',
  words: 'Hakusanat',
  begin: 'Mitä etsit?',
  hint: 'Yrityksen nimi tai Y-tunnus, yhteyshenkilö, puhelinnumero, tarve, kandidaatin numero, tapaaminen tai työjakso. Vähintään kaksi merkkiä.',
  nothing: 'Ei osumia: {{words}}',
  found_one: '{{count}} osuma',
  found_other: '{{count}} osumaa',
  show_all: 'Näytä kaikki',
  in_companies: 'Hae yritysten kaikista tiedoista',
  kinds: {
    companies: 'Yritykset',
    contacts: 'Yhteyshenkilöt',
    needs: 'Osaamistarpeet',
    candidates: 'Kandidaatit',
    meetings: 'Tapaamiset',
    placements: 'Työjaksot',
  },
}
