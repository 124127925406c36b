import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { Badge, Card, Facts } from '~/ui/page'
import type { OwnDetails } from './own-data.server'

/** Every detail the house keeps, what the employer may read apart from what stays in the house, and who wrote it. */
export function OwnDetailsCard({ details }: { details: OwnDetails }) {
  const { t, format } = useText()
  const onDay = (day: string | null) => day && format.day(day)
  return (
    <Card>
      {details.nonDisclosure && (
        <p className="mb-3">
          <Badge tone="warn">{t('candidates:field.non_disclosure')}</Badge> {t('person:data.non_disclosure')}
        </p>
      )}
      <h3 className="mb-2 font-semibold">{t('person:data.stays_here')}</h3>
      <Facts
        facts={[
          { label: t('candidates:field.name'), value: details.name },
          { label: t('candidates:column.number'), value: details.number },
          { label: t('candidates:field.email'), value: details.email },
          { label: t('candidates:field.phone'), value: details.phone },
          { label: t('candidates:field.street'), value: details.street },
          { label: t('candidates:field.municipality'), value: details.municipality },
          { label: t('candidates:field.goal'), value: details.goal },
          { label: t('candidates:field.coach'), value: details.coachName },
          { label: t('candidates:field.referred_by'), value: details.referredBy },
          { label: t('candidates:field.referred_on'), value: onDay(details.referredOn) },
          { label: t('candidates:field.eura_started_on'), value: onDay(details.euraStartedOn) },
          { label: t('candidates:field.eura_ended_on'), value: onDay(details.euraEndedOn) },
        ]}
      />
      <h3 className="mt-5 mb-2 font-semibold">{t('person:data.employer_may_see')}</h3>
      <Facts
        facts={[
          { label: t('person:data.headline'), value: details.headline },
          { label: t('candidates:field.about'), value: details.about },
          {
            label: t('candidates:field.languages'),
            value: details.languages
              .map(
                ({ language, level }) =>
                  `${format.language(language)}: ${t(`candidates:level.${level}` as TextKey)}`,
              )
              .join(', '),
          },
          {
            label: t('candidates:field.forms'),
            value: details.forms.map((form) => t(`candidates:form.${form}` as TextKey)).join(', '),
          },
          { label: t('candidates:field.works_in'), value: details.worksIn.join(', ') },
          { label: t('candidates:field.remote'), value: t(details.remote ? 'common:yes' : 'common:no') },
          { label: t('candidates:field.available_from'), value: onDay(details.availableFrom) },
        ]}
      />
      <p className="mt-4 text-base text-soft first-letter:uppercase">
        {t('person:data.written', {
          name: details.writerName ?? t('person:data.house'),
          day: format.moment(details.createdAt),
        })}{' '}
        {t('person:data.source_you')}
      </p>
    </Card>
  )
}
