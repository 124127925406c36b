import { Link } from '@remix-run/react'
import type { Translate } from '~/texts/text'
import { useText } from '~/texts/use-text'
import { Badge, Card, Facts, Notice } from '~/ui/page'
import type { WhyCallNow } from '../call-order.server'
import type { Company } from '../companies.server'
import type { CompanyOverview } from '../company-overview.server'
import type { Contact } from '../contacts.server'
import { PointReasons } from '../point-reasons'
import { GoingOn, LastAnswer, Lines } from './brief-answers'
import type { Acquaintance, Dossier, Sister } from './dossier.server'

const PEOPLE_SHOWN = 4

/** What one needs to know before one rings the company, at a glance. `today` is a calendar day. */
export function CompanyBrief({
  company,
  contacts,
  overview,
  dossier,
  worth,
  today,
}: {
  company: Company
  contacts: Contact[]
  overview: CompanyOverview
  dossier: Dossier
  worth: WhyCallNow
  today: string
}) {
  const { t } = useText()
  return (
    <section aria-labelledby="brief-title" className="mb-8">
      <h2 id="brief-title" className="mb-3 text-lg font-semibold">
        {t('dealings:brief.title')}
      </h2>
      <SistersContacted sisters={dossier.sisters} />
      <Card>
        <Facts
          facts={[
            {
              label: t('prospects:order.reasons'),
              value: company.callSuppressed ? null : <WhyCall worth={worth} />,
            },
            { label: t('dealings:brief.last'), value: <LastContact dossier={dossier} /> },
            {
              label: t('dealings:brief.people'),
              value: <People contacts={contacts} acquaintances={dossier.acquaintances} />,
            },
            {
              label: t('companies:language'),
              value: t(`ui:languages.${company.language as 'fi'}`),
            },
            {
              label: t('dealings:brief.promised'),
              value: <Promises dossier={dossier} overview={overview} today={today} />,
            },
            { label: t('dealings:brief.answered'), value: <LastAnswer overview={overview} /> },
            {
              label: t('dealings:brief.going_on'),
              value: <GoingOn dossier={dossier} overview={overview} today={today} />,
            },
            { label: t('dealings:brief.record'), value: record(t, dossier) },
            { label: t('dealings:brief.to_do'), value: <ToDo dossier={dossier} today={today} /> },
          ]}
        />
      </Card>
    </section>
  )
}

function WhyCall({ worth }: { worth: WhyCallNow }) {
  const { t } = useText()
  return (
    <>
      <PointReasons {...worth} />
      {worth.reasons[0]?.rule !== 'refused' && (
        <span className="block text-sm text-soft">{t('prospects:points_hint')}</span>
      )}
    </>
  )
}

function SistersContacted({ sisters }: { sisters: Sister[] }) {
  const { t, format } = useText()
  const resting = sisters.filter(({ rests }) => rests)
  if (resting.length === 0) return null
  return (
    <Notice tone="warn" title={t('dealings:brief.sisters')}>
      <ul>
        {resting.map(({ id, name, lastContactAt }) => (
          <li key={id}>
            <Link className="link" to={`/companies/${id}`}>
              {t('dealings:brief.sister', { name, at: lastContactAt ? format.moment(lastContactAt) : '–' })}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function LastContact({ dossier: { lastContact } }: { dossier: Dossier }) {
  const { t, format } = useText()
  if (!lastContact) return t('dealings:brief.never')
  const { at, channel, reached, byName, round } = lastContact
  return [
    format.moment(at),
    t(`dealings:channels.${channel}`),
    !reached && t('dealings:brief.not_reached'),
    byName,
    round,
  ]
    .filter(Boolean)
    .join(' · ')
}

function People({ contacts, acquaintances }: { contacts: Contact[]; acquaintances: Acquaintance[] }) {
  const { t } = useText()
  const here = contacts.filter(({ leftAt }) => leftAt === null)
  if (here.length === 0) return t('dealings:brief.nobody')
  return (
    <Lines>
      {here.slice(0, PEOPLE_SHOWN).map(({ id, name, role }) => {
        const names = acquaintances.filter(({ contactId }) => contactId === id).map((one) => one.name)
        return (
          <li key={id}>
            {[name, role, names.length > 0 && t('dealings:brief.known_by', { names: names.join(', ') })]
              .filter(Boolean)
              .join(' · ')}
          </li>
        )
      })}
    </Lines>
  )
}

/** What is still open of promises, with what the company promised to a round. */
function Promises({
  dossier,
  overview,
  today,
}: {
  dossier: Dossier
  overview: CompanyOverview
  today: string
}) {
  const { t, format } = useText()
  const open = dossier.promises.filter(({ outcome }) => outcome === null)
  const toRounds = overview.engagements.filter(({ promised }) => promised)
  if (open.length + toRounds.length === 0) return t('dealings:brief.nothing_promised')
  return (
    <Lines>
      {open.map(({ id, promisedBy, what, dueOn }) => (
        <li key={id}>
          {t(`dealings:promise.promisers.${promisedBy}`)}: {what}
          {dueOn && ` · ${t('dealings:until', { day: format.day(dueOn) })}`}{' '}
          {dueOn && dueOn < today && <Badge tone="bad">{t('dealings:overdue')}</Badge>}
        </li>
      ))}
      {toRounds.map(({ id, promised, roundName }) => (
        <li key={id}>
          {t('dealings:promise.promisers.company')}: {promised} · {roundName}
        </li>
      ))}
    </Lines>
  )
}

function record(t: Translate, { trials, hiredAfterTrial }: Dossier) {
  if (!trials) return null
  return t('dealings:brief.record_value', { hired: hiredAfterTrial ?? 0, trials })
}

function ToDo({ dossier: { tasks }, today }: { dossier: Dossier; today: string }) {
  const { t, format } = useText()
  const [next] = tasks
  if (!next) return t('dealings:brief.nothing_to_do')
  return (
    <>
      {next.title} · {t('dealings:until', { day: format.day(next.dueOn) })} · {next.ownerName}{' '}
      {next.dueOn < today && <Badge tone="bad">{t('dealings:overdue')}</Badge>}
    </>
  )
}
