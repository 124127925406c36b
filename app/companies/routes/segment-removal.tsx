import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { doOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { FormPage } from '~/ui/form-page'
import { findOwnSegment, removeSegment } from '../segments.server'

export const meta = pageTitle('prospects:segment.remove')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.read')
  const segment = orNotFound(await findOwnSegment(db, viewer, idParam(params, 'segmentId')))
  return { name: segment.name }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.read')
  return doOnce(request, viewer.userId, async (trx) => {
    const segment = orNotFound(await findOwnSegment(trx, viewer, idParam(params, 'segmentId')))
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
    <FormPage
      title={t('prospects:segment.remove')}
      lead={name}
      up={{ to: '/segments', label: t('prospects:segment.title') }}
      submit={t('prospects:segment.remove')}
      look="danger"
    />
  )
}
