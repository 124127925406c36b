import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Choices } from '~/ui/form-fields'
import { Card, Section } from '~/ui/page'
import type { LanguageLevel } from './candidate'
import type { OfferedLanguage } from './cv-languages'

/** Languages found in a CV, to be taken to the profile once gone through with the person. */
export function CvLanguageOffer({
  offered,
  toAsk = [],
  action,
}: {
  offered: OfferedLanguage[]
  /** Languages named without a level. */
  toAsk?: string[]
  action: string
}) {
  const { t, format } = useText()
  if (offered.length + toAsk.length === 0) return null
  const words = ({ language, level, estimated, now }: OfferedLanguage) =>
    [
      `${format.language(language)}: ${t(`candidates:level.${level}`)}`,
      estimated && t('cvs:estimated'),
      now && t('cvs:language_now', { level: t(`candidates:level.${now as LanguageLevel}`) }),
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <Section id="languages" title={t('cvs:languages_offered')}>
      {toAsk.length > 0 && (
        <p className="mb-3">
          {t('cvs:languages_to_ask', { languages: format.list(toAsk.map((one) => format.language(one))) })}
        </p>
      )}
      {offered.length > 0 && (
        <Card>
          <Form action={action}>
            <Choices
              name="languages"
              type="checkbox"
              label={t('cvs:languages_which')}
              hint={t('cvs:languages_hint')}
              options={offered.map((one) => ({ value: one.language, label: words(one) }))}
            />
            <Submit look="secondary">{t('cvs:languages_add')}</Submit>
          </Form>
        </Card>
      )}
    </Section>
  )
}
