/** Legal forms of Finnish employers, by the abbreviation in everyday use. */
export const legalForms = [
  'oy',
  'oyj',
  'ky',
  'ay',
  'tmi',
  'osk',
  'ry',
  'saatio',
  'asoy',
  'kunta',
  'kuntayhtyma',
  'valtio',
  'seurakunta',
  'sivuliike',
  'muu',
] as const

export type LegalForm = (typeof legalForms)[number]

const writtenForms: Record<LegalForm, readonly string[]> = {
  oy: ['oy', 'ab', 'oy ab', 'ab oy', 'osakeyhtiö', 'aktiebolag', 'limited company', 'ltd', 'oü'],
  oyj: ['oyj', 'abp', 'julkinen osakeyhtiö', 'publikt aktiebolag', 'public limited company', 'plc'],
  ky: ['ky', 'kb', 'kommandiittiyhtiö', 'kommanditbolag', 'limited partnership'],
  ay: ['ay', 'öb', 'avoin yhtiö', 'öppet bolag', 'general partnership'],
  tmi: [
    'tmi',
    'fma',
    'toiminimi',
    'firma',
    'yksityinen elinkeinonharjoittaja',
    'elinkeinonharjoittaja',
    'enskild näringsidkare',
    'private trader',
    'sole trader',
    'sole proprietor',
  ],
  osk: ['osk', 'ok', 'andelslag', 'anl', 'osuuskunta', 'cooperative', 'co-operative'],
  ry: [
    'ry',
    'rf',
    'yhd',
    'yhdistys',
    'rekisteröity yhdistys',
    'aatteellinen yhdistys',
    'förening',
    'association',
  ],
  saatio: ['säätiö', 'sr', 'sää', 'stiftelse', 'foundation'],
  asoy: ['asy', 'as oy', 'asunto-osakeyhtiö', 'bostadsaktiebolag', 'housing company'],
  kunta: ['kunta', 'kaupunki', 'kommun', 'stad', 'municipality', 'city'],
  kuntayhtyma: [
    'kuntayhtymä',
    'ky-kunta',
    'samkommun',
    'hyvinvointialue',
    'välfärdsområde',
    'joint municipal authority',
  ],
  valtio: ['valtio', 'val', 'valtion virasto', 'staten', 'state', 'state agency'],
  seurakunta: ['seurakunta', 'seurakuntayhtymä', 'församling', 'parish'],
  sivuliike: ['sivuliike', 'sl', 'filial', 'branch'],
  muu: ['muu', 'annan', 'övrig', 'other'],
}

const formOf = new Map(
  legalForms.flatMap((form) => writtenForms[form].map((written) => [written, form] as const)),
)

/** The legal form that a register or a CRM wrote in a cell, or null for words that are none. */
export function readLegalForm(text: string): LegalForm | null {
  const words = text.trim().toLowerCase().replace(/[.:]/g, '').replace(/\s+/g, ' ')
  return formOf.get(words) ?? null
}

const nameEnds = new Map<string, LegalForm>(
  (['oy', 'oyj', 'ky', 'ay', 'tmi', 'osk', 'ry'] as const).flatMap((form) =>
    writtenForms[form]
      .filter((written) => /^\p{L}{2,3}$/u.test(written))
      .map((written) => [written, form] as const),
  ),
)

/** The legal form that a company's own name tells: `Punola Media Oy`, `Oy Bergman Ab`, `Tmi Virtanen`. */
export function legalFormOfName(name: string): LegalForm | null {
  const words = name.toLowerCase().replace(/[.:]/g, '').split(/\s+/)
  return nameEnds.get(words.at(-1) ?? '') ?? nameEnds.get(words[0] ?? '') ?? null
}
