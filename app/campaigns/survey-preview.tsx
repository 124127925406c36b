import { useText } from '~/texts/use-text'
import { Card, Section } from '~/ui/page'
import type { RecipientCounts } from './survey-mail.server'
import type { SurveyPreview as Preview } from './survey-preview.server'

/** Who gets the survey and what they read, before it is sent. */
export function SurveyPreview({ preview }: { preview: Preview }) {
  const { t } = useText()
  const unnamed = preview.count - preview.names.length
  return (
    <>
      <Section id="recipients" title={t('surveys:recipients', { count: preview.count })}>
        <ul className="list-disc pl-5">
          {preview.names.map((name, number) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two companies may share a name, and the list stays as it is.
            <li key={number}>{name}</li>
          ))}
        </ul>
        {unnamed > 0 && <p className="mt-2">{t('surveys:recipients_more', { count: unnamed })}</p>}
        <LeftOutOfSurvey leftOut={preview.leftOut} />
      </Section>
      <Section id="mail" title={t('surveys:mail')}>
        <div className="space-y-4">
          {preview.mails.map(({ language, subject, paragraphs }) => (
            <Card key={language}>
              <div lang={language} className="space-y-3">
                <p className="font-medium">{subject}</p>
                {paragraphs.map((paragraph) => (
                  <p key={paragraph} className="whitespace-pre-line">
                    {paragraph}
                  </p>
                ))}
              </div>
            </Card>
          ))}
        </div>
      </Section>
    </>
  )
}

/** How many of the companies that the survey is for do not get it now, and why. */
export function LeftOutOfSurvey({ leftOut }: Pick<RecipientCounts, 'leftOut'>) {
  const { t } = useText()
  if (leftOut.length === 0) return null
  const count = leftOut.reduce((sum, each) => sum + each.count, 0)
  return (
    <div className="mt-2 text-sm">
      <p>{t('surveys:left_out', { count })}</p>
      <ul className="list-disc pl-5">
        {leftOut.map(({ reason, count }) => (
          <li key={reason}>{t(`surveys:left_out_because.${reason}`, { count })}</li>
        ))}
      </ul>
    </div>
  )
}
