import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ActionButton, Form, HiddenField, Submit } from '~/ui/form'
import { Page } from '~/ui/page'
import { readFilter } from '../company-filter'
import { namesInFilters } from '../filter-choices.server'
import { SegmentChangeForm } from '../segment'
import { SegmentFields } from '../segment-fields'
import { changeSegment, findOwnSegment } from '../segments.server'

export const meta = pageTitle('prospects:segment.edit')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.read')
  const segment = orNotFound(await findOwnSegment(db, viewer, idParam(params, 'segmentId')))
  return { segment, names: await namesInFilters(db, [readFilter(segment.filter)]) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.read')
  const segmentId = idParam(params, 'segmentId')
  const form = await parseForm(request, SegmentChangeForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const segment = orNotFound(await findOwnSegment(trx, viewer, segmentId))
    if (!(await changeSegment(trx, segment, form.value))) return form.conflict('errors:changed_by_other')
    return { to: '/segments', toast: { text: 'prospects:segment.changed' } }
  })
}

export default function EditSegment() {
  const { t } = useText()
  const { segment, names } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('prospects:segment.edit')}
      up={{ to: '/segments', label: t('prospects:segment.title') }}
      actions={
        <ActionButton action={`/segments/${segment.id}/removal`} look="danger">
          {t('prospects:segment.remove')}
        </ActionButton>
      }
      narrow
    >
      <Form
        key={segment.version}
        defaultValue={{
          name: segment.name,
          shared: segment.sharedAt ? 'on' : undefined,
          filter: segment.filter,
        }}
      >
        <HiddenField name="version" value={segment.version} />
        <SegmentFields filter={segment.filter} names={names} />
        <Submit>{t('ui:save')}</Submit>
      </Form>
    </Page>
  )
}
