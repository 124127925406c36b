import type { ReactNode } from 'react'
import type { listFactSources } from '~/candidates/fact-sources.server'
import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { Badge, Card, Facts } from '~/ui/page'
import type { OwnDetails } from './own-data.server'

type FactSources = Awaited<ReturnType<typeof listFactSources>>

type Given = { details: OwnDetails; sources: FactSources }

/** Every detail the house keeps, what the employer may read apart from what stays in the house, and who wrote it. */
export function OwnDetailsCard({ details, sources }: Given) {
  const { t, format } = useText()
  return (
    <Card>
      {details.nonDisclosure && (
        <p className="mb-3">
          <Badge tone="warn">{t('candidates:field.non_disclosure')}</Badge> {t('person:data.non_disclosure')}
        </p>
      )}
      <h3 className="mb-2 font-semibold">{t('person:data.stays_here')}</h3>
      <FactsOfTheHouse details={details} sources={sources} />
      <h3 className="mt-5 mb-2 font-semibold">{t('person:data.employer_may_see')}</h3>
      <FactsForEmployers details={details} sources={sources} />
      <p className="mt-4 text-base text-soft first-letter:uppercase">
        {t('person:data.written', {
          name: details.writerName ?? t('person:data.house'),
          day: format.moment(details.createdAt),
        })}
        {'. '}
        {t('person:data.source_you')}
      </p>
    </Card>
  )
}

function FactsOfTheHouse({ details, sources }: Given) {
  const { t, format } = useText()
  const sourced = withSource(sources)
  const onDay = (day: string | null) => day && format.day(day)
  return (
    <Facts
      facts={[
        { label: t('candidates:field.name'), value: sourced('name', details.name) },
        { label: t('candidates:column.number'), value: details.number },
        { label: t('candidates:field.email'), value: sourced('email', details.email) },
        { label: t('candidates:field.phone'), value: sourced('phone', details.phone) },
        { label: t('candidates:field.street'), value: sourced('street', details.street) },
        { label: t('candidates:field.municipality'), value: sourced('municipality', details.municipality) },
        { label: t('candidates:field.goal'), value: sourced('goal', details.goal) },
        { label: t('candidates:field.coach'), value: details.coachName },
        { label: t('candidates:field.referred_by'), value: sourced('referred_by', details.referredBy) },
        {
          label: t('candidates:field.referred_on'),
          value: sourced('referred_on', onDay(details.referredOn)),
        },
        {
          label: t('candidates:field.eura_started_on'),
          value: sourced('eura_started_on', onDay(details.euraStartedOn)),
        },
        {
          label: t('candidates:field.eura_ended_on'),
          value: sourced('eura_ended_on', onDay(details.euraEndedOn)),
        },
      ]}
    />
  )
}

function FactsForEmployers({ details, sources }: Given) {
  const { t, format } = useText()
  const sourced = withSource(sources)
  const levels = details.languages.map(({ language, level }) => (
    <li key={language}>
      {sourced(
        `language:${language}`,
        `${format.language(language)}: ${t(`candidates:level.${level}` as TextKey)}`,
      )}
    </li>
  ))
  return (
    <Facts
      facts={[
        { label: t('person:data.headline'), value: sourced('headline', details.headline) },
        { label: t('candidates:field.about'), value: sourced('about', details.about) },
        {
          label: t('candidates:field.languages'),
          value: levels.length > 0 && <ul>{levels}</ul>,
        },
        {
          label: t('candidates:field.forms'),
          value: sourced(
            'forms',
            details.forms.map((form) => t(`candidates:form.${form}` as TextKey)).join(', '),
          ),
        },
        { label: t('candidates:field.works_in'), value: sourced('works_in', details.worksIn.join(', ')) },
        {
          label: t('candidates:field.remote'),
          value: sourced('remote', t(details.remote ? 'ui:yes' : 'ui:no')),
        },
        {
          label: t('candidates:field.available_from'),
          value: sourced(
            'available_from',
            details.availableFrom
              ? format.day(details.availableFrom)
              : t('candidates:field.available_untold'),
          ),
        },
      ]}
    />
  )
}

const withSource = (sources: FactSources) => (fact: string, value: ReactNode) =>
  value && <Sourced value={value} source={sources.find((source) => source.fact === fact)} />

/** A fact, and below it who wrote it down later than the first record, and from where. */
function Sourced({ value, source }: { value: ReactNode; source: FactSources[number] | undefined }) {
  const { t, format } = useText()
  if (!source) return value
  return (
    <>
      {value}
      <span className="block text-base text-soft first-letter:uppercase">
        {[
          t(`person:data.fact_source.${source.source}`),
          t('person:data.written', {
            name: source.writerName ?? t('person:data.house'),
            day: format.moment(source.writtenAt),
          }),
        ].join(' · ')}
      </span>
    </>
  )
}
