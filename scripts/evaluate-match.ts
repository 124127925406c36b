import { readCvBytes } from '~/candidates/cv-reading/read-cv-bytes.server'
import { type MatchPerson, orderPeople } from '~/needs/match'
import { needOfFile, personOfReading } from '~/needs/match-files.server'
import { SHIPPED_RULES } from '~/needs/match-rules'
import { escoEdgesOf } from '~/skills/esco-edges'
import { joinByLabel } from '~/skills/taxonomy/join-by-label'
import { readTaxonomy, taxonomyFilesAt } from '~/skills/taxonomy/taxonomy-files.server'
import { loadVocabulary, replaceVocabulary } from '~/skills/vocabulary.server'
import { bm25 } from './evaluate-match/bm25'
import { type JudgedNeeds, readJudgedNeeds } from './evaluate-match/judged-needs'
import { linearNdcg, ndcg, orderedPairs, type Ranking } from './evaluate-match/ranking-scores'
import { run } from './run'

/** Lots are drawn among equals, so each need is ordered by this many seeds. */
const DRAWS = 10
const RANDOM_DRAWS = 500
const DEFAULT_FOLDER = '../shared/data/matching/dev'

type Orders = (need: JudgedNeeds['needs'][number]) => Ranking[]

await run(
  {
    name: 'evaluate-match',
    about: `How well the published order agrees with people: needs.json and cvs/ of a folder (--data or MATCH_DATA, else
${DEFAULT_FOLDER}). Only the CVs judged for a need are ordered. nDCG has gains 2^score - 1 (linear ones beside) and
discounts log2(place + 1); pairs are those judged unlike. BM25 (k1 1.2, b 0.75) and chance are computed in the same run.`,
    options: {
      data: { type: 'string' },
      esco: { type: 'string', description: 'a folder or zip of ESCO, whose links are to be used too' },
    },
    withoutDatabase: true,
  },
  async ({ values, log }) => {
    const folder = values.data ?? process.env.MATCH_DATA ?? DEFAULT_FOLDER
    const data = readJudgedNeeds(folder)
    if (!data) {
      console.log(`Skipped: ${folder} holds no needs.json. Give a folder with --data or MATCH_DATA.`)
      return
    }
    const judgements = data.needs.reduce((sum, { judged }) => sum + judged.length, 0)
    console.log(`${data.needs.length} needs, ${data.texts.size} CVs, ${judgements} scores`)
    console.log('order              nDCG@5  nDCG@10  linear@5  linear@10  pairs')
    const people = await readPeople(data, log)
    if (values.esco) await joinEsco(values.esco, log)
    report(`Silta, rules ${SHIPPED_RULES.version}`, data, siltaOrders(people))
    report('BM25', data, bm25Orders(data))
    report('random', data, randomOrders)
  },
)

/** Joins ESCO to the vocabulary by labels alone, as an import does before anybody has reviewed it. */
async function joinEsco(place: string, log: (line: string) => void) {
  const { vocabulary } = loadVocabulary()
  const { concepts, links } = await readTaxonomy(taxonomyFilesAt(place))
  const joined = new Map<string, string>()
  for (const concept of concepts.values()) {
    const join = concept.kind === 'skill' && !concept.obsolete ? joinByLabel(concept, vocabulary) : undefined
    if (join?.how === 'same') joined.set(concept.uri, join.skillId)
  }
  const esco = escoEdgesOf(joined, links)
  log(
    `ESCO: ${joined.size} joins, ${esco.broader.size} skills with broader and ${esco.related.size} with related ones`,
  )
  replaceVocabulary({ ...vocabulary, esco })
}

async function readPeople({ texts }: JudgedNeeds, log: (line: string) => void) {
  const { vocabulary } = loadVocabulary()
  const people = new Map<string, MatchPerson>()
  for (const [name, text] of texts) {
    const result = await readCvBytes(Buffer.from(text))
    if ('problem' in result) log(`${name}: ${result.problem}`)
    else people.set(name, personOfReading(name, result.reading, vocabulary))
  }
  return people
}

function siltaOrders(people: ReadonlyMap<string, MatchPerson>): Orders {
  const { vocabulary } = loadVocabulary()
  return ({ skills, judged }) => {
    const need = needOfFile({ skills }, vocabulary)
    const scoreOf = new Map(judged.map(({ cv, score }) => [cv, score]))
    const compared = judged.flatMap(({ cv }) => people.get(cv) ?? [])
    return Array.from({ length: DRAWS }, (_, draw) =>
      orderPeople(SHIPPED_RULES, need, compared, String(draw)).map(
        ({ personId }) => scoreOf.get(personId) ?? 0,
      ),
    )
  }
}

function bm25Orders({ texts }: JudgedNeeds): Orders {
  const names = [...texts.keys()]
  const scoresFor = bm25([...texts.values()])
  return ({ skills, judged }) => {
    const scores = scoresFor(skills.join(' '))
    const scored = judged.map(({ cv, score }) => ({ score, found: scores[names.indexOf(cv)] ?? 0 }))
    return [scored.sort((a, b) => b.found - a.found).map(({ score }) => score)]
  }
}

function randomOrders({ judged }: JudgedNeeds['needs'][number]): Ranking[] {
  return Array.from({ length: RANDOM_DRAWS }, () =>
    judged
      .map(({ score }) => ({ score, lot: Math.random() }))
      .sort((a, b) => a.lot - b.lot)
      .map(({ score }) => score),
  )
}

function report(name: string, { needs }: JudgedNeeds, orders: Orders): void {
  const perNeed = needs.map(orders)
  const mean = (measure: (ranking: Ranking) => number) => {
    const means = perNeed.map((rankings) => meanOf(rankings.map(measure)))
    return meanOf(means).toFixed(3)
  }
  const pairs = perNeed.map((rankings) => rankings.map(orderedPairs))
  const share = (key: 'right' | 'of') =>
    pairs.reduce((sum, counts) => sum + meanOf(counts.map((count) => count[key])), 0)
  const figures = [
    mean((ranking) => ndcg(ranking, 5)).padStart(6),
    mean((ranking) => ndcg(ranking, 10)).padStart(7),
    mean((ranking) => linearNdcg(ranking, 5)).padStart(8),
    mean((ranking) => linearNdcg(ranking, 10)).padStart(9),
    `${((100 * share('right')) / share('of')).toFixed(1)} %`.padStart(8),
  ]
  console.log(`${name.padEnd(18)} ${figures.join('  ')}`)
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
