import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Page, Section } from '~/ui/page'
import { INSTRUMENTS } from '../assessments/assessment'
import { currentForm, listFormVersions } from '../assessments/assessment-forms.server'
import { FormContent } from '../assessments/form-content'

export const meta = pageTitle('assessments:forms')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'settings.manage')
  const [versions, ...forms] = await Promise.all([
    listFormVersions(db),
    ...INSTRUMENTS.map((instrument) => currentForm(db, instrument)),
  ])
  return { versions, forms }
}

export default function AssessmentForms() {
  const { t, format } = useText()
  const { versions, forms } = useLoaderData<typeof loader>()
  return (
    <Page title={t('assessments:forms')} lead={t('assessments:forms_lead')}>
      {forms.map((form) => (
        <Section
          key={form.instrument}
          id={form.instrument}
          title={t(`assessments:instrument.${form.instrument}`)}
          actions={
            <ButtonLink to={`/assessment-forms/${form.instrument}/new`}>
              {t('assessments:edit.new')}
              <span className="sr-only"> {t(`assessments:instrument.${form.instrument}`)}</span>
            </ButtonLink>
          }
        >
          <p className="mb-3">{t('assessments:in_use', { version: form.version })}</p>
          <FormContent content={form.content} />
          <ul className="mt-3 text-sm text-soft">
            {versions
              .filter(({ instrument }) => instrument === form.instrument)
              .map((version) => (
                <li key={version.id}>
                  {[
                    t('assessments:version', { version: version.version }),
                    format.moment(version.madeAt),
                    version.makerName,
                    version.reason,
                  ].join(' · ')}
                </li>
              ))}
          </ul>
        </Section>
      ))}
    </Page>
  )
}
