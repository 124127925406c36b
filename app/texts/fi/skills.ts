export default {
  title: 'Osaamissanasto',
  lead: 'Nämä osaamiset Silta tunnistaa ansioluettelosta ja työnantajan sanoista, kolmella kielellä ja taivutettuina.',
  search: 'Osaaminen tai sen muu nimi',
  words: 'Muut nimet',
}
