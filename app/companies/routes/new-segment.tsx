import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { filterAddress } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Notice, Page } from '~/ui/page'
import { isNarrowed, readFilter } from '../company-filter'
import { namesInFilters } from '../filter-choices.server'
import { SegmentForm } from '../segment'
import { SegmentFields } from '../segment-fields'
import { saveSegment } from '../segments.server'

export const meta = pageTitle('prospects:segment.save')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'companies.read')
  const filter = readFilter(new URL(request.url).search.slice(1))
  return {
    filter: isNarrowed(filter) ? filterAddress(filter) : null,
    names: await namesInFilters(db, [filter]),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.read')
  const form = await parseForm(request, SegmentForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    await saveSegment(trx, viewer, form.value)
    return { to: '/segments', toast: { text: 'prospects:segment.saved' } }
  })
}

export default function NewSegment() {
  const { t } = useText()
  const { filter, names } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('prospects:segment.save')}
      up={{ to: `/companies?${filter ?? ''}`, label: t('companies:title') }}
      narrow
    >
      {filter === null ? (
        <Notice tone="warn">{t('prospects:segment.nothing_narrowed')}</Notice>
      ) : (
        <Form defaultValue={{ filter }}>
          <SegmentFields filter={filter} names={names} />
          <Submit>{t('ui:save')}</Submit>
        </Form>
      )}
    </Page>
  )
}
