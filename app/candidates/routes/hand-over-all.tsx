import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Select, TextArea } from '~/ui/form-fields'
import { Page } from '~/ui/page'
import { HandOverAllForm } from '../caseload/caseload'
import { handOverAll, listCoachChoices, listHandOverFrom } from '../caseload/coaches.server'

export const meta = pageTitle('caseload:hand_over_all.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const [from, coaches] = await Promise.all([listHandOverFrom(db, viewer), listCoachChoices(db)])
  return { from, coaches }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')

  const form = await parseForm(request, HandOverAllForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const count = await handOverAll(trx, viewer, form.value)
    return { to: '/caseload', toast: { text: 'caseload:hand_over_all.done', params: { count } } }
  })
}

export default function HandOverAll() {
  const { t } = useText()
  const { from, coaches } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      title={t('caseload:hand_over_all.title')}
      lead={t('caseload:hand_over_all.lead')}
      up={{ to: '/caseload', label: t('caseload:title') }}
    >
      {from.length === 0 ? (
        <p className="text-soft">{t('caseload:empty_title')}</p>
      ) : (
        <Form>
          <Select
            name="fromId"
            label={t('caseload:hand_over_all.from')}
            options={from.map(({ id, name, count }) => ({
              value: id,
              label: t('caseload:hand_over_all.count', { name, count }),
            }))}
          />
          <Select
            name="coachId"
            label={t('caseload:hand_over.to')}
            options={coaches.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextArea
            name="reason"
            label={t('ui:reason')}
            hint={t('caseload:hand_over.reason_hint')}
            rows={2}
          />
          <Submit look="danger">{t('caseload:hand_over_all.action')}</Submit>
        </Form>
      )}
    </Page>
  )
}
