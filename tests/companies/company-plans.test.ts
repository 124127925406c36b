import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loader } from '~/companies/routes/companies'
import { db } from '~/platform/db.server'
import { databaseUrl } from '~/platform/env.server'
import { PostgresClient } from '~/platform/postgres-client.server'
import { statements } from '~/platform/postgres-dialect.server'
import { companyRows } from '../../scripts/bench/rows/companies'
import { houseRows } from '../../scripts/bench/rows/house'
import { argsOf, as, type SignedIn } from '../support/as'

type Statement = { text: string; parameters: unknown[] }
type PlanNode = { 'Node Type': string; 'Relation Name'?: string; Filter?: string; Plans?: PlanNode[] }

const companies = 20_000
const nobodysId = '00000000-0000-7000-8000-000000000000'
const client = new PostgresClient(databaseUrl())
let liaison: SignedIn

beforeAll(async () => {
  await db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx)
    for (const source of [houseRows, companyRows])
      await sql.raw(source.sql({ companies, calls: 0 })).execute(trx)
  })
  await sql`vacuum analyze`.execute(db)
  liaison = await as('liaison')
}, 180_000)

afterAll(() => client.close())

async function statementsOf(address: string): Promise<Statement[]> {
  const heard: Statement[] = []
  const hear = (statement: unknown) => heard.push(statement as Statement)
  statements.subscribe(hear)
  await loader(argsOf(liaison.request(address)))
  statements.unsubscribe(hear)
  return heard
}

/** Whether any of these looks at every company for those it wants. */
async function readsAllCompanies(asked: Statement[]): Promise<boolean> {
  for (const { text, parameters } of asked.filter((statement) => statement.text.startsWith('select'))) {
    const [row] = await client.query({ text: `explain (format json) ${text}`, parameters, simple: false })
    const plan = (row?.['QUERY PLAN'] as [{ Plan: PlanNode }] | undefined)?.[0].Plan
    if (plan && scansCompanies(plan)) return true
  }
  return false
}

function scansCompanies({ Plans = [], ...node }: PlanNode): boolean {
  // Without a filter it stops where counting stops.
  if (node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'company' && node.Filter) return true
  return Plans.some(scansCompanies)
}

test.each([
  ['the list', '/companies'],
  ['a deep page', '/companies?page=200'],
  ['a rare word', '/companies?q=kaivonpora'],
  ['a word with letters beyond a to z', '/companies?q=sähkö'],
  ['a common word', '/companies?q=ohjelmisto'],
  ['a word of a text from the web', '/companies?q=kubernetes'],
  ['two words', '/companies?q=power bi'],
  ['a mistyped word', '/companies?q=kubernetse'],
  ['a municipality', '/companies?municipality=Keuruu'],
  ['a region', '/companies?region=kainuu'],
  ['an industry', '/companies?industry=87'],
  ['funding', '/companies?funded=yes'],
  ['fits', '/companies?fits=3'],
  ['several municipalities', '/companies?municipality=Keuruu&municipality=Raahe'],
  ['a language that few speak', '/companies?language=sv'],
  ['a rare legal form', '/companies?form=osk&form=ry'],
  ['a postcode', '/companies?postcode=021'],
  ['a group', '/companies?group=yes'],
  ['no number known', '/companies?phone=no'],
  ['contacted lately', '/companies?reached=3'],
  ['another’s companies', `/companies?owner=${nobodysId}`],
  ['a source list', `/companies?list=${nobodysId}`],
  ['a stage', '/companies?stage=joined&stage=active'],
  ['never contacted', '/companies?sort=contacted'],
])('%s asks few statements, and none reads every company', async (_what, address) => {
  const asked = await statementsOf(address)
  expect(asked.length).toBeLessThanOrEqual(12)
  expect(await readsAllCompanies(asked)).toBe(false)
})
