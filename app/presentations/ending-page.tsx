import { useText } from '~/texts/use-text'
import type { Look } from '~/ui/button'
import { Field } from '~/ui/form-fields'
import { FormPage } from '~/ui/form-page'

/** The page that takes a presentation back, or marks it as dealt with: what that means, and the reason. */
export function EndingPage({
  doing,
  look,
  presentation: { id, number, companyName },
}: {
  doing: 'close' | 'revoke'
  look?: Look
  presentation: { id: string; number: string; companyName: string }
}) {
  const { t } = useText()
  return (
    <FormPage
      title={t(`presentations:${doing}_title`)}
      lead={t(`presentations:${doing}_lead`, { number, company: companyName })}
      up={{ to: `/presentations/${id}`, label: t('presentations:one_title', { number }) }}
      submit={t(`presentations:${doing}`)}
      look={look}
    >
      <Field name="reason" label={t('ui:reason')} />
    </FormPage>
  )
}
