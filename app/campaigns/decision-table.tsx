import { Link } from '@remix-run/react'
import type { ChangeEvent } from 'react'
import { PointReasons } from '~/companies/point-reasons'
import type { ListParams, Page } from '~/platform/list-params'
import { useText } from '~/texts/use-text'
import { type Column, DataTable } from '~/ui/data-table'
import { Form, HiddenField, Submit } from '~/ui/form'
import { Choices, Field } from '~/ui/form-fields'
import { Badge, Card, Unknown } from '~/ui/page'
import type { CallListRow } from './call-list.server'

/**
 * The companies under decision. Chosen ones, or all that the filters leave, are included or excluded at once;
 * each row says why it was found and what speaks against calling it.
 */
export function DecisionTable({
  page,
  list,
  open,
}: {
  page: Page<CallListRow>
  list: ListParams
  /** Whether decisions can still be made here. */
  open: boolean
}) {
  const { t } = useText()
  const table = (
    <DataTable caption={t('campaigns:the_list')} columns={useColumns(open)} list={list} {...page} />
  )
  if (!open || page.rows.length === 0) return table
  return (
    <Form label={t('campaigns:decisions')} className="space-y-4" defaultValue={{ scope: 'chosen' }}>
      <HiddenField name="q" value={list.search} />
      <HiddenField name="state" value={list.filters.state} />
      <HiddenField name="keyword" value={list.filters.keyword} />
      <Card className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <Choices
          name="scope"
          label={t('campaigns:scope')}
          options={[
            { value: 'chosen', label: t('campaigns:scope_chosen') },
            {
              value: 'all',
              label: t(page.capped ? 'campaigns:scope_all_capped' : 'campaigns:scope_all', {
                count: page.total,
              }),
            },
          ]}
        />
        <div className="min-w-0 grow basis-60">
          <Field name="reason" label={t('ui:reason')} hint={t('campaigns:exclude_reason_hint')} optional />
        </div>
        <div className="flex flex-wrap gap-2">
          <Submit name="decision" value="include">
            {t('campaigns:include')}
          </Submit>
          <Submit name="decision" value="exclude" look="secondary">
            {t('campaigns:exclude')}
          </Submit>
          <Submit name="decision" value="clear" look="quiet">
            {t('campaigns:clear_decision')}
          </Submit>
        </div>
      </Card>
      <label className="inline-flex min-h-11 items-center gap-3">
        <input type="checkbox" className="size-5 accent-bridge" onChange={chooseAll} />
        {t('campaigns:choose_page')}
      </label>
      {table}
    </Form>
  )
}

function chooseAll(event: ChangeEvent<HTMLInputElement>) {
  const { checked, form } = event.currentTarget
  for (const box of form?.querySelectorAll<HTMLInputElement>('input[name="companyIds"]') ?? [])
    box.checked = checked
}

function useColumns(open: boolean): Column<CallListRow>[] {
  const { t } = useText()
  return [
    {
      id: 'name',
      header: t('ui:name'),
      sort: 'name',
      cell: (company) => (
        <span className="flex min-w-48 items-start gap-3">
          {open && (
            <input
              type="checkbox"
              name="companyIds"
              value={company.id}
              aria-label={t('campaigns:choose_company', { name: company.name })}
              className="mt-0.5 size-5 shrink-0 accent-bridge"
            />
          )}
          <Link className="link font-medium" to={`/companies/${company.id}`}>
            {company.name}
          </Link>
        </span>
      ),
    },
    {
      id: 'municipality',
      header: t('companies:municipality'),
      sort: 'municipality',
      cell: ({ municipality }) => municipality ?? <Unknown />,
    },
    {
      id: 'why',
      header: t('campaigns:why'),
      sort: 'points',
      cell: (company) => (
        <span className="block min-w-48 space-y-1">
          <PointReasons points={company.points} reasons={company.reasons} />
          {company.matchedKeywords.length > 0 && (
            <span className="flex flex-wrap gap-1">
              {company.matchedKeywords.map((keyword) => (
                <Badge key={keyword}>{keyword}</Badge>
              ))}
            </span>
          )}
        </span>
      ),
    },
    {
      id: 'decision',
      header: t('campaigns:decision'),
      cell: (company) => (
        <>
          <Decision company={company} />
          {open && company.blockedBy === 'contacted_recently' && (
            <Link
              className="link inline-flex min-h-6 items-center"
              to={`../exceptions/${company.id}`}
              relative="path"
            >
              {t('queue:allow')}
              <span className="sr-only"> {company.name}</span>
            </Link>
          )}
        </>
      ),
    },
  ]
}

function Decision({ company }: { company: CallListRow }) {
  const { t } = useText()
  return (
    <span className="flex flex-wrap items-center gap-2">
      {company.blockedBy && <Badge tone="bad">{t(`campaigns:blocked.${company.blockedBy}`)}</Badge>}
      {company.decision === 'include' && <Badge tone="good">{t('campaigns:state.included')}</Badge>}
      {company.decision === 'exclude' && <Badge tone="warn">{t('campaigns:state.excluded')}</Badge>}
      {!company.decision && !company.blockedBy && (
        <span className="text-soft">{t('campaigns:state.undecided')}</span>
      )}
      {company.reason && <span className="text-sm text-soft">{company.reason}</span>}
      {!company.phone && <span className="text-sm text-warn">{t('campaigns:no_phone')}</span>}
    </span>
  )
}
