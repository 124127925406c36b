import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, HiddenField, Submit } from '~/ui/form'
import { Field } from '~/ui/form-fields'
import { Page } from '~/ui/page'
import { contentOf, EditedForm, editedOf } from '../assessments/assessment'
import { addFormVersion, currentForm } from '../assessments/assessment-forms.server'
import { instrumentParam } from '../assessments/filling.server'
import { AreaFields, LevelFields, QuestionFields } from '../assessments/version-fields'

export const meta = pageTitle('assessments:edit.new')

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireMay(request, 'settings.manage')
  const { instrument, version, content } = await currentForm(db, instrumentParam(params))
  return { instrument, version, areas: content.areas, edited: editedOf(content) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'settings.manage')
  const instrument = instrumentParam(params)

  const form = await parseForm(request, EditedForm)
  if (!form.ok) return form.reply
  const { version, reason } = form.value

  return submitOnce(form, viewer.userId, async (trx) => {
    const next = { version, reason, content: contentOf(form.value) }
    if (!(await addFormVersion(trx, viewer, instrument, next)))
      return form.conflict('errors:changed_by_other')
    return { to: `/assessment-forms#${instrument}`, toast: { text: 'assessments:edit.saved' } }
  })
}

export default function NewAssessmentForm() {
  const { t } = useText()
  const { instrument, version, areas, edited } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('assessments:edit.new')}
      lead={t('assessments:edit.lead', { name: t(`assessments:instrument.${instrument}`) })}
      up={{ to: '/assessment-forms', label: t('assessments:forms') }}
    >
      <Form defaultValue={edited} className="space-y-8">
        <HiddenField name="version" value={version} />
        <AreaFields />
        <QuestionFields areas={areas} />
        <LevelFields />
        <Field name="reason" label={t('assessments:edit.reason')} />
        <Submit>{t('assessments:edit.save')}</Submit>
      </Form>
    </Page>
  )
}
