import type { Random } from './seeded-random'

type InventedName = { name: string; slug: string; form: string; language: 'fi' | 'sv' }

/** Words that no two real companies are likely to have side by side; any likeness is an accident. */
const beginnings = [
  'Ahven',
  'Halava',
  'Havu',
  'Hiilos',
  'Hilla',
  'Jäkälä',
  'Kaisla',
  'Kanerva',
  'Karpalo',
  'Keto',
  'Kielo',
  'Kontio',
  'Kuhan',
  'Kuusama',
  'Lumikko',
  'Muikku',
  'Näre',
  'Orava',
  'Paatsama',
  'Pihka',
  'Rahka',
  'Ruska',
  'Saukko',
  'Suovilla',
  'Tähti',
  'Uistin',
  'Varpu',
  'Vihma',
] as const
const endings = [
  'harju',
  'joki',
  'kallio',
  'koski',
  'lahti',
  'luoto',
  'mäki',
  'niemi',
  'notko',
  'ranta',
  'saari',
  'salmi',
  'suo',
  'vaara',
] as const
const swedishBeginnings = [
  'Abborr',
  'Alm',
  'Ask',
  'Blåbärs',
  'Gran',
  'Hassel',
  'Lav',
  'Ljung',
  'Måne',
  'Nors',
  'Rönn',
  'Säv',
] as const
const swedishEndings = ['backen', 'fjärden', 'holmen', 'kulla', 'sund', 'udden', 'viken', 'ängen'] as const

/** Gives names that are all different; `trade` is what the company does, as its name says it. */
export function nameMaker(random: Random) {
  const finnish = random.shuffled(beginnings.flatMap((first) => endings.map((last) => first + last)))
  const swedish = random.shuffled(
    swedishBeginnings.flatMap((first) => swedishEndings.map((last) => first + last)),
  )
  return (trade: { fi: string; sv: string }, language: 'fi' | 'sv'): InventedName => {
    const first = (language === 'fi' ? finnish : swedish).pop()
    if (!first) throw new Error('the invented names have run out')
    const trader = language === 'fi' && random.chance(0.06)
    const name =
      language === 'sv'
        ? `${first} ${trade.sv} Ab`
        : `${trader ? 'Tmi ' : ''}${first} ${trade.fi}${trader ? '' : ' Oy'}`
    return { name, slug: slugOf(first), form: trader ? 'tmi' : 'oy', language }
  }
}

const firstNames = [
  'Aino',
  'Antti',
  'Eero',
  'Eija',
  'Elina',
  'Esa',
  'Hanne',
  'Heikki',
  'Iida',
  'Ilkka',
  'Inka',
  'Jaana',
  'Jari',
  'Johanna',
  'Jouni',
  'Kaisa',
  'Kalle',
  'Katri',
  'Kimmo',
  'Laura',
  'Leena',
  'Maarit',
  'Matti',
  'Miia',
  'Niko',
  'Oili',
  'Outi',
  'Pasi',
  'Pirjo',
  'Risto',
  'Saara',
  'Sami',
  'Tarja',
  'Tero',
  'Ulla',
  'Ville',
] as const
const lastNames = [
  'Haapaselkä',
  'Hakovirta',
  'Hietaranta',
  'Ilvesmäki',
  'Jokikallio',
  'Kaarnasuo',
  'Kaislakoski',
  'Katajavuori',
  'Kelohonka',
  'Kivipuro',
  'Koivulehto',
  'Kuusiluoma',
  'Lammensilta',
  'Lehmusoja',
  'Mustaniitty',
  'Mäntyharju',
  'Niittykangas',
  'Oravisto',
  'Pajuluoto',
  'Pihlajasuo',
  'Rantakivi',
  'Saarniaho',
  'Suvantola',
  'Tammiketo',
  'Tuulikallio',
  'Vaahteristo',
  'Varpulampi',
  'Vesihaara',
] as const
const swedishFirstNames = [
  'Anders',
  'Camilla',
  'Fredrik',
  'Gun',
  'Henrik',
  'Johan',
  'Maria',
  'Nina',
  'Stefan',
  'Tina',
] as const
const swedishLastNames = [
  'Alskog',
  'Björkfors',
  'Ekholmsund',
  'Granvik',
  'Hagelskär',
  'Lindudd',
  'Sandkulla',
  'Stenfjärd',
  'Vassholm',
] as const

/** A person at a company; the same name may come again, as names do. */
export function inventPerson(random: Random, language: 'fi' | 'sv'): string {
  return language === 'fi'
    ? `${random.pick(firstNames)} ${random.pick(lastNames)}`
    : `${random.pick(swedishFirstNames)} ${random.pick(swedishLastNames)}`
}

/** A name as the address of a site writes it: small plain letters and hyphens. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
