import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Page } from '~/ui/page'
import { UndoForm } from '../bulk-change'
import { findOwnSegment, removeSegment } from '../segments.server'

export const meta = pageTitle('prospects:segment.remove')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.read')
  const segment = await findOwnSegment(db, viewer, idParam(params, 'segmentId'))
  if (!segment) throw notFound()
  return { name: segment.name }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.read')
  const form = await parseForm(request, UndoForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const segment = await findOwnSegment(trx, viewer, idParam(params, 'segmentId'))
    if (!segment) throw notFound()
    await removeSegment(trx, segment)
    return {
      to: '/segments',
      toast: { text: 'prospects:segment.removed', undo: `/segments/${segment.id}/restoring` },
    }
  })
}

export default function SegmentRemoval() {
  const { t } = useText()
  const { name } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('prospects:segment.remove')}
      lead={name}
      up={{ to: '/segments', label: t('prospects:segment.title') }}
      narrow
    >
      <Form>
        <Submit look="danger">{t('prospects:segment.remove')}</Submit>
      </Form>
    </Page>
  )
}
