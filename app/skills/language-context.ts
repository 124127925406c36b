import type { Candidate, SkillPage } from './skill-page'
import { isListGap, levelOf } from './stated-level'
import type { Token } from './text-tokens'

const cues = new Set(
  `puhun puhuu puhumme osaan osaa kielet kielitaito kielitaitoni kielitaitoa äidinkieli äidinkielenä äidinkieleni
   kirjoitan kirjallisesti suullisesti kirjallinen suullinen viestin asioin kielellä käytän opiskelen opiskellut
   talar pratar språk språkkunskaper modersmål modersmålet kan behärskar skriver muntligen skriftligen läser
   speak speaks speaking spoken written languages language skills tongue native fluent fluently fluency proficient communication bilingual write
   kunskaper kunskap taito taidot osaaminen osaamista perusteet alkeet grunderna
   read learning study studied studying knowledge communicate`.split(/\s+/),
)
const mayFollow = new Set(
  'language languages skills speaking speaker both well level is kieli kielet kielen kieltä kielellä taito on sekä ja and or och samt tai eller fluently at as in på med som i suullisesti kirjallisesti äidinkielenä'.split(
    ' ',
  ),
)

/**
 * Whether a word that is a language, a country, a people or an adjective stands for the language here:
 * a level or a word for speaking near it, or another language in the same list. "Finnish companies" is none.
 */
export function isLanguageContext(candidate: Candidate, page: SkillPage): boolean {
  const { tokens, text } = page
  if (statesLevel(candidate, tokens, text)) return true
  const cue = hasCue(candidate, tokens)
  if (cue && /^(?:in|på|spoken|written)$/.test(tokens[candidate.first - 1]?.norm ?? '')) return true
  if (describesNoun(candidate, tokens)) return false
  if (cue) return true

  const first = tokens[candidate.first]
  const opensSentence = first !== undefined && tokens[candidate.first - 1]?.sentence !== first.sentence
  const isWritten = isWrittenAsLanguage(candidate, tokens)
  const settled = isWritten || opensSentence ? page.settledNear(candidate, listReach) : []
  const doubtful = isWritten ? page.doubtfulNear(candidate, listReach) : []
  const meant = doubtful.filter(
    (other) => isWrittenAsLanguage(other, tokens) && !describesNoun(other, tokens),
  )
  return [...settled, ...meant].some((other) => areListed(candidate, other, page))
}

/** Words two languages of a list may be apart. */
const listReach = 5

/** Finnish and Swedish write languages small and countries with a capital; English writes both with a capital. */
function isWrittenAsLanguage({ phrase, first }: Candidate, tokens: Token[]): boolean {
  const raw = tokens[first]?.raw ?? ''
  const isSmall = raw === raw.toLowerCase()
  return phrase.language === 'en' ? !isSmall : isSmall
}

function areListed(a: Candidate, b: Candidate, page: SkillPage): boolean {
  if (b.phrase.skill.kind !== 'language' || a.phrase.skill.id === b.phrase.skill.id) return false
  return isListGap(page.textBetween(a, b))
}

/** "suomi (äidinkieli)", "English: B2", "sujuva englanti", "flytande svenska". */
function statesLevel({ first, last }: Candidate, tokens: Token[], text: string): boolean {
  const near = [first - 2, first - 1, last + 1, last + 2]
  return near.some((at) => {
    const token = tokens[at]
    const own = tokens[at < first ? first : last]
    if (!token || !own || token.sentence !== own.sentence || !levelOf(token.norm)) return false
    const [from, to] = at < first ? [token.end, own.start] : [own.end, token.start]
    return !/[.;!?]/.test(text.slice(from, to))
  })
}

/** "Finnish companies", "svenska företag": an adjective before its noun. */
function describesNoun({ phrase, last }: Candidate, tokens: Token[]): boolean {
  const next = tokens[last + 1]
  if (phrase.language === 'fi' || next?.gap !== 'space') return false
  return !mayFollow.has(next.norm) && !levelOf(next.norm)
}

function hasCue({ first, last }: Candidate, tokens: Token[]): boolean {
  const sentence = tokens[first]?.sentence
  return tokens
    .slice(Math.max(0, first - 5), last + 3)
    .some((token) => token.sentence === sentence && cues.has(token.norm))
}
