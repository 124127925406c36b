import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Page } from '~/ui/page'
import { UndoForm } from '../bulk-change'
import { restoreSegment } from '../segments.server'

export const meta = pageTitle('prospects:segment.restore')

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireMay(request, 'companies.read')
  idParam(params, 'segmentId')
  return null
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.read')
  const form = await parseForm(request, UndoForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const restored = await restoreSegment(trx, viewer, idParam(params, 'segmentId'))
    if (!restored) throw notFound()
    return { to: '/segments', toast: { text: 'prospects:segment.restored' } }
  })
}

export default function SegmentRestoring() {
  const { t } = useText()
  return (
    <Page
      title={t('prospects:segment.restore')}
      up={{ to: '/segments', label: t('prospects:segment.title') }}
      narrow
    >
      <Form>
        <Submit>{t('prospects:segment.restore')}</Submit>
      </Form>
    </Page>
  )
}
