import type { Company, CompanyBook, Trade } from './companies'
import { firstRoundPartners, secondRoundPartners } from './partners'
import type { Rounds } from './rounds'
import type { Row } from './row-collection'
import type { Staff } from './staff'
import type { Story } from './story'

export type Listed = {
  /** Every company with a name in the story, by that name. */
  byName: ReadonlyMap<string, Company>
  firstRound: Company[]
  secondRound: Company[]
  thirdRound: Company[]
  secondListId: string
  thirdListId: string
}

const software = 'Ohjelmistot'
const consulting = 'IT-konsultointi'
const support = 'IT-tukipalvelut'
const ictTrades: readonly Trade[] = [
  { fi: 'Pilvi', sv: 'Moln', industry: software, keywords: ['pilviteknologia', 'devops'] },
  { fi: 'Koodi', sv: 'Kod', industry: software, keywords: ['fullstack'] },
  { fi: 'Ohjelmistot', sv: 'Program', industry: software, keywords: ['fullstack', 'devops'] },
  { fi: 'Data', sv: 'Data', industry: consulting, keywords: ['power bi'] },
  { fi: 'Automaatio', sv: 'Automation', industry: consulting, keywords: ['ohjelmistorobotiikka'] },
  { fi: 'IT-tuki', sv: 'IT-stöd', industry: support, keywords: ['helpdesk'] },
  { fi: 'Järjestelmät', sv: 'System', industry: software, keywords: ['pilviteknologia'] },
  { fi: 'Palvelukeskus', sv: 'Service', industry: support, keywords: ['helpdesk', 'pilviteknologia'] },
]
const localTrades: readonly Trade[] = [
  { fi: 'Hoiva', sv: 'Omsorg', industry: 'Hoivapalvelut', keywords: ['hoiva'], category: 'other' },
  { fi: 'Keittiöt', sv: 'Kök', industry: 'Keittiöpalvelut', keywords: ['keittiö'], category: 'other' },
  { fi: 'Kuljetus', sv: 'Transport', industry: 'Kuljetus', keywords: ['logistiikka'], category: 'other' },
  { fi: 'Varastointi', sv: 'Lager', industry: 'Varastointi', keywords: ['logistiikka'], category: 'other' },
  { fi: 'Rakennus', sv: 'Bygg', industry: 'Rakentaminen', keywords: ['rakentaminen'], category: 'other' },
  {
    fi: 'Metalli',
    sv: 'Metall',
    industry: 'Metallituotteet',
    keywords: ['metalli'],
    category: 'manufacturing',
  },
  { fi: 'Siivous', sv: 'Städ', industry: 'Siivous', keywords: ['siivous'], category: 'other' },
]

/** The three lists the rounds began from: 50 known companies, 200 found by keywords, 40 employers near by. */
export function addSourceLists(story: Story, staff: Staff, book: CompanyBook, rounds: Rounds): Listed {
  const { random } = story
  const byName = new Map<string, Company>()
  const invented = (trades: readonly Trade[], count: number, madeAt: Date) =>
    Array.from({ length: count }, (_, index) =>
      book.invent(trades[index % trades.length] ?? random.pick(trades), madeAt),
    )

  const firstAt = story.at(-425, '10:00')
  const known = firstRoundPartners.map((words) => book.describe(words, firstAt))
  const firstRound = [...known, ...invented(ictTrades, 45, firstAt)]
  const secondAt = story.at(-205, '10:00')
  const joining = secondRoundPartners.map((words) => book.describe(words, secondAt))
  const returning = known.slice(0, 2)
  const secondRound = [...returning, ...joining, ...invented(ictTrades, 187, secondAt)]
  const thirdAt = story.at(-35, '10:00')
  const thirdRound = invented(localTrades, 40, thirdAt)
  for (const company of [...known, ...joining]) byName.set(company.name, company)

  addList(story, staff, rounds.first, firstAt, firstRound, () => true, {
    name: 'Aiemmissa hankkeissa mukana olleet ICT-yritykset',
    provider: 'own_crm',
    criteria: 'Yrityspalvelujen asiakastietokanta: ICT-ala, aiempi hankeyhteistyö.',
  })
  const secondListId = addList(
    story,
    staff,
    rounds.second,
    secondAt,
    secondRound,
    (company) => returning.includes(company),
    {
      name: 'Modernit ohjelmistoyritykset ja ICT-tuki',
      provider: 'vainu',
      criteria: 'Pieniä ja kasvavia yrityksiä, joiden sivuilla puhutaan hakusanoista.',
      keywords: ['devops', 'fullstack', 'ohjelmistorobotiikka', 'power bi', 'pilviteknologia', 'helpdesk'],
      licence_note: 'Yrityspalvelujen lisenssi. Tiedot poistetaan, jos yritys ei vastaa vuoteen.',
    },
  )
  const thirdListId = addList(story, staff, rounds.third, thirdAt, thirdRound, () => false, {
    name: 'Lähiseudun työnantajat',
    provider: 'register',
    criteria: 'Kaupparekisterin toimialat, 5–249 työntekijää, alle 30 km.',
    keywords: ['hoiva', 'keittiö', 'logistiikka', 'rakentaminen', 'metalli', 'siivous'],
  })
  return { byName, firstRound, secondRound, thirdRound, secondListId, thirdListId }
}

type List = Pick<Row<'source_list'>, 'name' | 'provider' | 'criteria' | 'keywords' | 'licence_note'>

function addList(
  story: Story,
  staff: Staff,
  roundId: string,
  madeAt: Date,
  companies: readonly Company[],
  isEarlierPartner: (company: Company) => boolean,
  list: List,
): string {
  const id = story.id(madeAt)
  story.rows.add('source_list', {
    id,
    round_id: roundId,
    run_on: madeAt.toISOString().slice(0, 10),
    created_by: staff.liaison,
    created_at: madeAt,
    ...list,
  })
  const asked = new Set(list.keywords ?? [])
  for (const company of companies)
    story.rows.add('source_list_company', {
      source_list_id: id,
      company_id: company.id,
      matched_keywords: company.keywords.filter((keyword) => asked.has(keyword)),
      earlier_project: isEarlierPartner(company),
      added_at: madeAt,
    })
  story.tell(madeAt, staff.liaison, 'source_list_added', ['source_list', id], { roundId })
  return id
}
