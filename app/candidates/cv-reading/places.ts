import { namesEmployer, namesJob } from './job-titles'

/** Countries in three languages and towns that CVs in Finland name, to tell a place from a title or employer. */
const PLACES = new Set(
  `finland suomi sverige sweden ruotsi norway norge norja denmark danmark tanska estonia viro estland eesti
latvia lithuania liettua germany saksa tyskland france ranska frankrike spain espanja spanien italy italia italien
uk england englanti scotland ireland irlanti usa us india intia indien china kiina kina russia venäjä ryssland
ukraine ukraina poland puola polen netherlands alankomaat hollanti nederländerna belgium belgia belgien switzerland
sveitsi schweiz austria itävalta österrike turkey türkiye turkki turkiet iran iraq irak syria syyria syrien somalia
afghanistan vietnam thailand thaimaa philippines filippiinit nigeria kenya canada kanada australia australien japan
japani brazil brasilia portugal portugali greece kreikka grekland romania bulgaria hungary unkari ungern pakistan
bangladesh nepal egypt egypti egypten morocco marokko ghana ethiopia
helsinki helsingfors espoo esbo vantaa vanda tampere tammerfors turku åbo oulu uleåborg jyväskylä kuopio lahti lahtis
pori björneborg kouvola joensuu lappeenranta villmanstrand hämeenlinna tavastehus vaasa vasa seinäjoki rovaniemi
mikkeli kotka salo porvoo borgå kokkola karleby lohja lojo hyvinkää nurmijärvi rauma raumo kajaani savonlinna
kerava kervo kaarina nokia ylöjärvi kangasala tuusula tusby kirkkonummi kyrkslätt raasepori raseborg imatra
riihimäki raahe varkaus iisalmi äänekoski jämsä laukaa muurame keuruu saarijärvi viitasaari tornio kemi pietarsaari
jakobstad maarianhamina mariehamn valkeakoski lempäälä pirkkala akaa forssa heinola järvenpää mäntsälä sipoo sibbo
loviisa lovisa hamina siilinjärvi ylivieska kuusamo sodankylä inari närpiö närpes kristiinankaupunki parainen pargas
naantali raisio lieto uusikaupunki loimaa huittinen kankaanpää ulvila harjavalta
stockholm tukholma göteborg malmö uppsala tallinn tallinna tartu riga london lontoo berlin berliini paris pariisi
oslo copenhagen kööpenhamina köpenhamn hamburg munich münchen amsterdam brussels bryssel dublin madrid barcelona
rome milan vienna wien prague praha warsaw budapest moscow moskova istanbul tehran dubai mumbai delhi bangalore
new york san francisco los angeles seattle boston chicago toronto anywhere`
    .replace(/new york|san francisco|los angeles/g, (name) => name.replace(' ', '_'))
    .split(/\s+/)
    .map((name) => name.replace('_', ' ')),
)
const US_STATE =
  /^(?:AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC)$/

const isKnown = (part: string) => {
  const name = part.trim().replace(/\.$/, '')
  return US_STATE.test(name) || (/^\p{Lu}/u.test(name) && PLACES.has(name.toLowerCase()))
}

const partsOf = (text: string) =>
  text
    .trim()
    .replace(/[.,;]$/, '')
    .split(/\s*[,/()]\s*|\s+[-–]\s+/)
    .filter((part) => part !== '')

/**
 * True for "Helsinki", "Espoo, Finland", "Princeton, NJ", "Helsinki/Espoo": a place and nothing else. An
 * unknown town counts before a known state; before a country it could be an employer.
 */
export function isPlace(text: string): boolean {
  const parts = partsOf(text)
  const first = parts[0]
  if (first === undefined || parts.length > 4 || text.length > 60 || /\d/.test(text)) return false
  const [unknown, ...others] = parts.filter((part) => !isKnown(part))
  if (unknown === undefined) return true
  return (
    others.length === 0 &&
    unknown === first &&
    US_STATE.test(parts[1] ?? '') &&
    !namesJob(unknown) &&
    !namesEmployer(unknown)
  )
}

/** True for a line that ends in a place, as the lines of an address do: "Gotham, USA". */
export function endsInPlace(text: string): boolean {
  const parts = partsOf(text)
  return parts.length <= 4 && text.length <= 60 && isKnown(parts.at(-1) ?? '') && !namesJob(text)
}
