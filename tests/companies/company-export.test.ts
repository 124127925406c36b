import { beforeEach, expect, test } from 'vitest'
import { columnsOfFile, guessColumns } from '~/companies/import/column-mapping'
import { readCompanyFile } from '~/companies/import/company-file.server'
import { loader as exportPage } from '~/companies/routes/companies-csv'
import { db } from '~/platform/db.server'
import { argsOf, as } from '../support/as'
import { clearDatabase } from '../support/database'
import { makeCompany } from '../support/factories'
import { statusOf } from '../support/reply'
import { importTable } from './import-table'

beforeEach(clearDatabase)

const full = {
  business_id: '0538134-0',
  name: 'Virta "Ilo"; Oy',
  form: 'oy',
  registered_on: '2019-03-05',
  industry: 'Ohjelmistot',
  industry_code: '62010',
  industry_code_2025: '62100',
  municipality: 'Jyväskylä',
  street: 'Katu 1',
  postcode: '00100',
  website: 'https://virta.example',
  phone: '+358401234567',
  email: 'info@virta.example',
  size_band: '10-49',
  growth: 'growing',
  growth_source: 'Tilinpäätös 2025',
  funded: 'Seed 2025',
  language: 'sv',
  web_text: 'DevOps ja pilvi',
}

test.each(['fi', 'sv', 'en'] as const)(
  'what is exported in %s is imported again unchanged',
  async (language) => {
    const liaison = await as('liaison')
    await db.updateTable('user_account').set({ language }).where('id', '=', liaison.viewer.userId).execute()
    await makeCompany(full)
    await makeCompany({ business_id: '0112038-9', name: 'Valo Oy', form: 'oy' })

    const response = await exportPage(argsOf(liaison.request('/companies/export.csv')))
    const table = await response.text()
    const file = await readCompanyFile(Buffer.from(table))
    if (!file.ok) throw new Error(file.reason)
    const columns = columnsOfFile(file, guessColumns(file.header, file.rows))
    expect(columns.map(({ field }) => field)).not.toContain(null)
    const { counts } = await importTable(liaison, table, { overwritten: Object.keys(full) })
    expect(counts).toMatchObject({ known: 2, updated: 0, new: 0, refused: 0, problems: 0 })

    await db.deleteFrom('source_list_company').execute()
    await db.deleteFrom('company').execute()
    await importTable(liaison, table)
    const back = await db.selectFrom('company').select(keys(full)).orderBy('business_id', 'desc').execute()
    expect(back[0]).toEqual(full)
  },
)

const keys = <T extends object>(of: T) => Object.keys(of) as (keyof T)[]

test('only the companies of the list are exported, and the taking is written down', async () => {
  await makeCompany(full)
  await makeCompany({ business_id: '0112038-9', name: 'Valo Oy', municipality: 'Pori' })
  const liaison = await as('liaison')
  const response = await exportPage(argsOf(liaison.request('/companies/export.csv?municipality=Pori')))
  const lines = (await response.text()).trim().split('\r\n')
  expect(lines).toHaveLength(2)
  expect(lines[1]).toContain('Valo Oy')
  const noted = await db.selectFrom('list_export').select(['user_id', 'list', 'address', 'rows']).execute()
  expect(noted).toEqual([
    { user_id: liaison.viewer.userId, list: 'companies', address: '/companies?municipality=Pori', rows: 1 },
  ])
})

test.each(['coordinator', 'project_manager', 'caller'] as const)(
  'a %s exports no companies',
  async (role) => {
    const other = await as(role)
    expect(await statusOf(() => exportPage(argsOf(other.request('/companies/export.csv'))))).toBe(403)
  },
)
