import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { doOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { FormPage } from '~/ui/form-page'
import { restoreSegment } from '../segments.server'

export const meta = pageTitle('prospects:segment.restore')

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireMay(request, 'companies.read')
  idParam(params, 'segmentId')
  return null
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.read')
  return doOnce(request, viewer.userId, async (trx) => {
    if (!(await restoreSegment(trx, viewer, idParam(params, 'segmentId')))) throw notFound()
    return { to: '/segments', toast: { text: 'prospects:segment.restored' } }
  })
}

export default function SegmentRestoring() {
  const { t } = useText()
  return (
    <FormPage
      title={t('prospects:segment.restore')}
      up={{ to: '/segments', label: t('prospects:segment.title') }}
      submit={t('prospects:segment.restore')}
    />
  )
}
