import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { translatorFor } from '~/texts/language.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Field, Select } from '~/ui/form-fields'
import { Card, Page } from '~/ui/page'
import { readFilter } from '../company-filter'
import { countCompanies } from '../company-list.server'
import { namesInFilters } from '../filter-choices.server'
import { filterInWords } from '../filter-words'
import { SegmentListForm } from '../segment'
import { findSegment, listFromSegment } from '../segments.server'
import { listRoundChoices } from '../source-lists.server'

export const meta = pageTitle('prospects:segment.to_list')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.import')
  const segment = orNotFound(await findSegment(db, viewer, idParam(params, 'segmentId')))
  const filter = readFilter(segment.filter)
  const [counted, names, rounds] = await Promise.all([
    countCompanies(db, viewer, filter),
    namesInFilters(db, [filter]),
    listRoundChoices(db),
  ])
  return { segment, counted, names, rounds }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.import')
  const segmentId = idParam(params, 'segmentId')
  const form = await parseForm(request, SegmentListForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const segment = orNotFound(await findSegment(trx, viewer, segmentId))
    const filter = readFilter(segment.filter)
    const names = await namesInFilters(trx, [filter])
    const words = filterInWords(translatorFor(viewer.language), filter, names)
    const made = await listFromSegment(trx, viewer, segment, form.value, `${segment.name}: ${words}`)
    return {
      to: `/source-lists/${made.id}`,
      toast: { text: 'prospects:segment.listed', params: { count: made.companies } },
    }
  })
}

export default function SegmentList() {
  const { t, format } = useText()
  const { segment, counted, names, rounds } = useLoaderData<typeof loader>()
  const count = format.number(counted.total)
  return (
    <Page
      title={t('prospects:segment.to_list')}
      lead={t('prospects:segment.to_list_lead')}
      up={{ to: '/segments', label: t('prospects:segment.title') }}
      narrow
    >
      <Card className="mb-6">
        <p className="font-medium">{segment.name}</p>
        <p className="text-soft">{filterInWords(t, readFilter(segment.filter), names)}</p>
        <p className="mt-2">
          {t('prospects:segment.companies')}:{' '}
          <strong>{counted.capped ? t('prospects:segment.over', { count }) : count}</strong>
        </p>
      </Card>
      <Form defaultValue={{ name: segment.name }}>
        <Field name="name" label={t('companies:list.name')} />
        <Select
          name="roundId"
          label={t('companies:list.round')}
          optional
          options={rounds.map(({ id, name, projectName }) => ({
            value: id,
            label: `${projectName}: ${name}`,
          }))}
        />
        <Submit>{t('prospects:segment.to_list')}</Submit>
      </Form>
    </Page>
  )
}
