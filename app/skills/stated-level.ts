import type { Token } from './text-tokens'

/** How well a skill is known: 1 basics, 2 good, 3 expert; the scale of `candidate_skill.level`. */
export type SkillLevel = 1 | 2 | 3

/** Tokens a found skill covers, first and last inclusive. */
type TokenSpan = { first: number; last: number }

type Statement = { negated: boolean; level?: SkillLevel; years?: number }

const set = (words: string) => new Set(words.split(/\s+/))

/** Words that may stand between a skill and its level: "Finnish level B1". */
const levelNames = set(
  'level taso tasolla tasoa nivå nivån taitotaso kielitaitotaso sujuu sujuvat on som är is as',
)

const clauseBreakers = set(
  'mutta vaan but however although though men dock fast vaikka sen sijaan while whereas',
)
const negators = set(
  'en emme ei et eivät eikä enkä ilman vailla no not never without lack lacks lacking none dont cannot cant havent hasnt didnt inte ingen inga inget aldrig utan saknar ej',
)
/** After these the sentence does not say that a skill is missing: "not only", "ei vaadita". */
const notANegation =
  /^(?:vain|ainoastaan|pelkästään|vaadi|vaadita|edelly|pakolli|välttämät|tarvita|tarvitse|haittaa|only|just|limited|required|necessary|mandatory|essential|must|problem|later|less|bara|endast|krav|krävs|nödvänd|också|även|tvekan)/
const abilityWords =
  /^(?:[a-zåäö]*kokemu|osaa|hallitse|tunne|tiedä|käytä|käyttä|kokemus|kokemuks|koke|taito|taida|tuttu|tuttua|perehty|tehny|työskennel|ohjelmoi|kooda|opiskel|osaami|koulutus|tietoa|tietämys|experience|knowledge|skill|familiar|use|used|using|worked|work|know|proficien|able|understanding|background|program|exposure|training|expertise|erfarenhet|kunskap|kan$|använ|arbetat|jobbat|behärska|känner|känne|van$|vana$|kunnig|program|utbildning|certifi|kortti|korttia|lupaa)/
const unfamiliar = set('vieras vierasta vieraita unfamiliar obekant puuttuu puuttuvat')
const hopes = /^(?:oppia|oppimaan|oppimisesta|opetella|opettelemaan|learn|learning|lära)$/
const hopeVerbs =
  /^(?:halu|tahdo|toivo|kiinnost|innokas|want|would|wish|hope|eager|keen|interested|like|willing|vill|skulle|önskar|intresse)/
const alreadyKnown = set('lisää enemmän more further deeper mer vidare')
const swedishWords = set('och att är som med för på av till jag vi kan inte ett har')
const resumes = /^(?:osaan|hallitsen|tunnen|kokemusta|i|know|kan|behärskar|erfarenhet|have|har|olen)$/

/** What each found skill's sentence says about it. `spans` lie in one sentence, in order; `tokens` are that sentence's. */
export function readStatements(tokens: Token[], spans: TokenSpan[], text: string): Statement[] {
  const statements: Statement[] = spans.map(() => ({ negated: false }))
  const reader = new SentenceReader(tokens, spans, text)
  for (const index of reader.negatedSpans())
    mark(statements, index, (statement) => ({ ...statement, negated: true }))
  for (const { index, level } of reader.levels())
    mark(statements, index, (statement) => ({ level, ...statement }))
  for (const { index, years } of reader.years())
    mark(statements, index, (statement) => ({ years, ...statement }))
  return statements
}

function mark(statements: Statement[], index: number, change: (statement: Statement) => Statement) {
  const statement = statements[index]
  if (statement) statements[index] = change(statement)
}

class SentenceReader {
  constructor(
    private readonly tokens: Token[],
    private readonly spans: TokenSpan[],
    private readonly text: string,
  ) {}

  negatedSpans(): number[] {
    return this.tokens.flatMap((token, at) => {
      if (negators.has(token.norm) && !this.isSwedishArticle(token)) return this.negatedBy(at)
      if (unfamiliar.has(token.norm)) return this.listEndingBefore(at)
      if (hopes.test(token.norm)) return this.hopedFor(at)
      return []
    })
  }

  private negatedBy(at: number): number[] {
    const following = this.within(at + 1, at + 3)
    if (following.some((token) => notANegation.test(token.norm))) return []

    const clauseEnd = this.clauseEnd(at)
    const ability = this.within(at + 1, Math.min(at + 3, clauseEnd)).some((token) =>
      abilityWords.test(token.norm),
    )
    const ahead = this.spans.findIndex((span) => span.first > at && span.first <= clauseEnd)
    const nearAhead = ahead >= 0 && (this.spans[ahead]?.first ?? 0) - at <= 2
    if (ahead >= 0 && (ability || nearAhead)) return this.spansBetween(at + 1, clauseEnd)

    const isLast = at === clauseEnd
    const abilityBefore = this.within(at - 4, at - 1).some((token) => abilityWords.test(token.norm))
    const directlyAfter = this.spans.some((span) => span.last === at - 1)
    if (ability || (isLast && (abilityBefore || directlyAfter))) return this.listEndingBefore(at)
    return []
  }

  /** Finnish "en" is "I do not", Swedish "en" is "a". */
  private isSwedishArticle({ norm }: Token): boolean {
    return norm === 'en' && this.tokens.some((token) => swedishWords.has(token.norm))
  }

  private hopedFor(at: number): number[] {
    const near = this.within(at - 4, at + 2)
    if (!this.within(at - 4, at).some((token) => hopeVerbs.test(token.norm))) return []
    if (near.some((token) => alreadyKnown.has(token.norm))) return []
    return this.spansBetween(at + 1, this.clauseEnd(at))
  }

  levels(): { index: number; level: SkillLevel }[] {
    const mentions = this.tokens.flatMap((token, at) => {
      const level = levelOf(token.norm)
      const isSkill = this.spans.some((span) => at >= span.first && at <= span.last)
      return level && !isSkill ? [{ first: at, last: at, level }] : []
    })
    return this.attach(mentions, ({ last }) => this.listStartingAfter(last, 4))
  }

  years(): { index: number; years: number }[] {
    return this.attach(this.yearMentions(), ({ first, last }) => {
      const ahead = this.listStartingAfter(last, 6)
      return ahead.length > 0 ? ahead : this.listEndingBefore(first, 5)
    })
  }

  /** What stands right after a skill is told of that skill alone, and outweighs what is told of a whole list. */
  private attach<Mention extends TokenSpan>(mentions: Mention[], listOf: (mention: Mention) => number[]) {
    const alone = new Map(mentions.map((mention) => [mention, this.spanDirectlyBefore(mention.first)]))
    const toLists = mentions.filter((mention) => alone.get(mention) === undefined)
    return [
      ...[...alone].flatMap(([mention, index]) => (index === undefined ? [] : [{ ...mention, index }])),
      ...toLists.flatMap((mention) => listOf(mention).map((index) => ({ ...mention, index }))),
    ]
  }

  private yearMentions(): { first: number; last: number; years: number }[] {
    return this.tokens.flatMap((token, at) => {
      const unit = yearUnits.get(token.norm)
      const number = this.tokens[at - 1]
      if (
        !unit ||
        !number ||
        token.gap === 'break' ||
        /^(?:old|vanha|gammal|ikäi)/.test(this.tokens[at + 1]?.norm ?? '')
      )
        return []
      const before = this.tokens[at - 2]
      const tight = before && /^\s*[.,\-–]\s*$/.test(this.text.slice(before.end, number.start))
      const decimal = tight && /^\d+$/.test(before.norm) && /^\d$/.test(number.norm)
      const isRange = decimal && /[-–]/.test(this.text.slice(before.end, number.start))
      const amount = isRange
        ? Number(before.norm)
        : decimal
          ? Number(`${before.norm}.${number.norm}`)
          : numberOf(number.norm)
      if (amount === undefined || amount > 60 * unit) return []
      const years = Math.round((amount / unit) * 10) / 10
      return years > 50 ? [] : [{ first: decimal ? at - 2 : at - 1, last: at, years }]
    })
  }

  /** The span just before a token with nothing but a bracket, dash or colon between. */
  private spanDirectlyBefore(at: number): number | undefined {
    const token = this.tokens[at]
    const after = levelNames.has(this.tokens[at - 1]?.norm ?? '') ? at - 2 : at - 1
    const index = this.spans.findIndex((span) => span.last === after)
    const before = this.tokens[after]
    if (index < 0 || !token || !before) return undefined
    return /^[\s(:\-–—]*$/.test(this.textBetween(before, token)) ? index : undefined
  }

  /** The text between two tokens, without the name of a level scale. */
  private textBetween(from: Token, to: Token): string {
    const between = this.text.slice(from.end, to.start)
    return between.replace(/,?\s*(\p{L}+)/u, (words, word) =>
      levelNames.has(word.toLowerCase()) ? '' : words,
    )
  }

  /** The first span at most `reach` tokens after a token, and those listed with it. */
  private listStartingAfter(at: number, reach: number): number[] {
    const first = this.spans.findIndex((span) => span.first > at)
    const start = this.spans[first]
    if (!start || start.first - at > reach || start.first > this.clauseEnd(at)) return []
    if (this.within(at + 1, start.first - 1).some((token) => levelOf(token.norm))) return []
    const list = [first]
    for (let next = first + 1; this.areListed(next - 1, next); next++) list.push(next)
    return list
  }

  private listEndingBefore(at: number, reach = 4): number[] {
    const last = this.spans.findLastIndex((span) => span.last < at)
    const end = this.spans[last]
    if (!end || at - end.last > reach || (at - end.last > 1 && this.clauseEnd(end.last) < at)) return []
    const list = [last]
    for (let before = last - 1; this.areListed(before, before + 1); before--) list.unshift(before)
    return list
  }

  /** Whether two neighbouring spans stand in one list: commas, slashes and conjunctions between them. */
  private areListed(index: number, next: number): boolean {
    const a = this.spans[index]
    const b = this.spans[next]
    if (!a || !b) return false
    const from = this.tokens[a.last]
    const to = this.tokens[b.first]
    return from !== undefined && to !== undefined && isListGap(this.text.slice(from.end, to.start))
  }

  private spansBetween(first: number, last: number): number[] {
    return this.spans.flatMap((span, index) => (span.first >= first && span.last <= last ? [index] : []))
  }

  private within(first: number, last: number): Token[] {
    return this.tokens.slice(Math.max(0, first), Math.max(0, last + 1))
  }

  /** Index of the last token of the clause a token stands in. */
  private clauseEnd(at: number): number {
    for (let next = at + 1; next < this.tokens.length; next++) {
      const token = this.tokens[next]
      const before = this.tokens[next - 1]
      if (!token || !before) break
      const between = this.text.slice(before.end, token.start)
      if (clauseBreakers.has(token.norm) || /[;.:]/.test(between)) return next - 1
      if (/,/.test(between) && resumes.test(token.norm)) return next - 1
    }
    return this.tokens.length - 1
  }
}

const listWords =
  '(?:but also|as well as|along with|utan också|utan även|vaan myös|ja myös|samt även|ja|sekä|tai|och|samt|eller|and|or)'
const listGap = new RegExp(
  `^(?:[\\s,/|•·&+()\\-–]|(?<!\\p{L})(?:${listWords}|ms|microsoft|apache|google|adobe|hashicorp|esim|mm|kuten|such as|like|t\\.ex|bl\\.a|e\\.g)(?!\\p{L})\\.?)*$`,
  'iu',
)

/** Whether the text between two words is only what stands between the items of a list. */
export function isListGap(between: string): boolean {
  return between.length <= 40 && listGap.test(between)
}

/** Level a single word states, in any of the three languages, CEFR levels included. */
export function levelOf(norm: string): SkillLevel | undefined {
  return levelWords.find(([pattern]) => pattern.test(norm))?.[1]
}

const levelWords: [RegExp, SkillLevel][] = [
  [
    /^(?:perusteet|perusteita|perusteiden|perustaidot|perustaso|perusosaaminen|perustiedot|alkeet|alkeita|alkeiden|auttava|auttavasti|alkeistaso|hieman|vähän|jonkin|basics?|beginner|elementary|rudimentary|grunderna|grundläggande|grundkunskaper|lite|nybörjare|a1|a2)$/,
    1,
  ],
  [
    /^(?:hyvä|hyvät|hyvää|hyvin|hyvällä|vankka|good|solid|well|intermediate|goda?|gott|bra|medelgod[at]?|b1|b2|keskitaso|kohtalainen|kohtalaisesti|kohtalaiset|tyydyttävä|tyydyttävät|nöjaktig[at]?)$/,
    2,
  ],
  [
    /^(?:erinomainen|erinomaiset|erinomaista|erinomaisesti|vahva|vahvaa|vahvat|syvällinen|syvällistä|sujuva|sujuvasti|sujuvaa|kiitettävä|kiitettävät|äidinkiel[a-zäö]*|tongue|edistynyt|asiantuntijataso|expert|advanced|excellent|fluent|fluently|native|strong|deep|extensive|indepth|proficient|utmärkta?|flytande|modersmål|djup|djupa?|gedigna?|stark|starka|avancerad|avancerade|c1|c2)$/,
    3,
  ],
]

/** Units per year. */
const yearUnits = new Map<string, number>([
  ...['v', 'vuotta', 'vuoden', 'vuosi', 'vuosien', 'year', 'years', 'yr', 'yrs', 'år', 'års'].map(
    (word): [string, number] => [word, 1],
  ),
  ...['kk', 'kuukautta', 'kuukauden', 'month', 'months', 'månad', 'månader', 'månaders'].map(
    (word): [string, number] => [word, 12],
  ),
])

/** Whether a word counts years or months: `vuotta`, `years`, `kk`. */
export function isYearUnit(norm: string | undefined): boolean {
  return norm !== undefined && yearUnits.has(norm)
}

const numberWords: string[][] = [
  ['yksi', 'yhden', 'one', 'ett'],
  ['kaksi', 'kahden', 'two', 'två'],
  ['kolme', 'kolmen', 'three', 'tre'],
  ['neljä', 'neljän', 'four', 'fyra'],
  ['viisi', 'viiden', 'five', 'fem'],
  ['kuusi', 'kuuden', 'six', 'sex'],
  ['seitsemän', 'seven', 'sju'],
  ['kahdeksan', 'eight', 'åtta'],
  ['yhdeksän', 'nine', 'nio'],
  ['kymmenen', 'ten', 'tio'],
]

function numberOf(norm: string): number | undefined {
  const digits = /^(\d{1,3})\+?$/.exec(norm)
  if (digits) return Number(digits[1])
  const index = numberWords.findIndex((words) => words.includes(norm))
  return index < 0 ? undefined : index + 1
}
