import { Link } from '@remix-run/react'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Card, Facts, Section } from '~/ui/page'
import type { PaceRow } from './cadence.server'
import type { Care } from './coaches.server'
import { ContactList } from './contact-list'
import type { ContactLine } from './contacts.server'
import { PaceBadge } from './pace-badge'

/** Who is responsible for the person, the next step, and how often they are in contact. */
export function CareSection({ base, care, pace }: { base: string; care: Care; pace: PaceRow }) {
  const { t, format } = useText()
  return (
    <Section
      id="care"
      title={t('caseload:care')}
      actions={
        <>
          <ButtonLink to={`${base}/assessments`}>{t('assessments:title')}</ButtonLink>
          <ButtonLink to={`${base}/next-step`}>{t('caseload:next_step.action')}</ButtonLink>
          <ButtonLink to={`${base}/cadence`}>{t('caseload:cadence.action')}</ButtonLink>
          <ButtonLink to={`${base}/coach`}>{t('caseload:hand_over.action')}</ButtonLink>
        </>
      }
    >
      <Card>
        <Facts
          facts={[
            { label: t('candidates:field.coach'), value: care.coachName ?? t('caseload:no_coach') },
            {
              label: t('caseload:substitute'),
              value:
                care.substituteName &&
                care.awayUntil &&
                t('caseload:until', { name: care.substituteName, day: format.day(care.awayUntil) }),
            },
            {
              label: t('caseload:next_step.title'),
              value: care.nextStep
                ? [care.nextStepOn && format.day(care.nextStepOn), care.nextStep].filter(Boolean).join(' · ')
                : t('caseload:next_step.none'),
            },
            {
              label: t('caseload:last_contact'),
              value: pace.lastOn ? format.day(pace.lastOn) : t('caseload:no_contact'),
            },
            {
              label: t('caseload:cadence.title'),
              value: pace.pace ? (
                <>
                  <p>{t('caseload:cadence.gap', { min: pace.minDays ?? 0, max: pace.maxDays ?? 0 })}</p>
                  <PaceBadge row={pace} />
                </>
              ) : (
                t('caseload:cadence.none')
              ),
            },
          ]}
        />
      </Card>
    </Section>
  )
}

/** The newest contacts, with the way to all of them and to a new one. */
export function ContactSection({
  base,
  contacts,
  mayWrite,
}: {
  base: string
  contacts: { lines: ContactLine[]; more: boolean }
  mayWrite: boolean
}) {
  const { t } = useText()
  return (
    <Section
      id="notes"
      title={t('caseload:contact.title')}
      actions={mayWrite && <ButtonLink to={`${base}/notes/new`}>{t('candidates:note.add')}</ButtonLink>}
    >
      <ContactList lines={contacts.lines} />
      {contacts.more && (
        <p className="mt-3">
          <Link className="link" to={`${base}/contacts`}>
            {t('caseload:contact.all')}
          </Link>
        </p>
      )}
    </Section>
  )
}
