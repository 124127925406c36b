import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { ActionButton } from '~/ui/form'
import { Card, Section } from '~/ui/page'
import { CandidacyEnds } from './candidacy-ends'
import { BlockedCompanies, ConsentList, OpenQuestions } from './candidate-consents'
import { CvList } from './candidate-files'
import type { CandidatePageData } from './candidate-page.server'
import { CandidatePresentations } from './candidate-presentations'
import { CandidateProfile, PrivateDetails, SkillList } from './candidate-profile'
import { CareSection, ContactSection } from './caseload/care-section'
import { OwnContactList } from './own-contact-parts'

type Props = { base: string; data: CandidatePageData }

/** What can be done with the person as a whole. */
export function CandidateActions({ base, data }: Props) {
  const { t } = useText()
  const { candidate, mayWrite } = data
  return (
    <>
      {data.mayMatch && !candidate.endedAt && (
        <ButtonLink look="primary" to={`${base}/matches`}>
          {t('candidates:section.matches')}
        </ButtonLink>
      )}
      {mayWrite && <ButtonLink to={`${base}/edit`}>{t('ui:edit')}</ButtonLink>}
      {mayWrite && <ButtonLink to={`${base}/own-page`}>{t('candidates:own_page.title')}</ButtonLink>}
      {mayWrite && <ButtonLink to={`${base}/requests/new`}>{t('requests:record')}</ButtonLink>}
      {mayWrite && !candidate.endedAt && (
        <ButtonLink to={`${base}/end`}>{t('candidates:end.action')}</ButtonLink>
      )}
      {mayWrite && candidate.endedAt && (
        <ActionButton action={`${base}/reopening`} fields={{ version: candidate.version }}>
          {t('candidates:end.reopen')}
        </ActionButton>
      )}
    </>
  )
}

/** Who the person is: the coaching, the profile, what only coaches see, the skills. */
export function PersonColumn({ base, data }: Props) {
  const { t } = useText()
  const { candidate, mayWrite } = data
  return (
    <div>
      {data.care && <CareSection base={base} care={data.care.care} pace={data.care.pace} />}
      <Section
        id="profile"
        title={t('candidates:section.profile')}
        actions={<ButtonLink to={`${base}/profile`}>{t('candidates:preview')}</ButtonLink>}
      >
        <Card>
          <CandidateProfile candidate={candidate} />
        </Card>
      </Section>
      {data.privateDetails && (
        <Section id="private" title={t('candidates:section.private')}>
          <Card>
            <PrivateDetails details={data.privateDetails} />
          </Card>
        </Section>
      )}
      <Section
        id="skills"
        title={t('candidates:section.skills')}
        actions={
          mayWrite && (
            <>
              <ButtonLink to={`${base}/skills/new`}>{t('candidates:skills.add')}</ButtonLink>
              <ButtonLink look="quiet" to={`${base}/skills/occupation`}>
                {t('candidates:skills.occupation_title')}
              </ButtonLink>
            </>
          )
        }
      >
        <SkillList base={base} skills={data.skills} mayWrite={mayWrite} />
      </Section>
    </div>
  )
}

/** What there is to show of the person and what the person has allowed; what has happened. */
export function DealingsColumn({ base, data }: Props) {
  const { t } = useText()
  const { mayWrite } = data
  const isHidden = data.privateDetails?.isHidden ?? false
  const isEntrusted = mayWrite && !isHidden
  return (
    <div>
      {mayWrite && (
        <Section
          id="cvs"
          title={t('candidates:section.cvs')}
          actions={!isHidden && <ButtonLink to={`${base}/cvs/new`}>{t('cvs:bring_title')}</ButtonLink>}
        >
          {isHidden ? (
            <p className="text-soft">{t('cvs:only_coach')}</p>
          ) : (
            <CvList base={base} cvs={data.cvs} />
          )}
        </Section>
      )}
      <Section
        id="consents"
        title={t('candidates:section.consents')}
        actions={
          isEntrusted && (
            <>
              <ButtonLink to={`${base}/questions/new`}>{t('consents:ask_online')}</ButtonLink>
              <ButtonLink to={`${base}/consents/new`}>{t('consents:ask')}</ButtonLink>
            </>
          )
        }
      >
        <OpenQuestions base={base} questions={data.questions} mayWrite={isEntrusted} />
        <ConsentList base={base} consents={data.consents} mayWrite={isEntrusted} mayWithdraw={mayWrite} />
      </Section>
      <Section
        id="blocked"
        title={t('candidates:section.blocked')}
        actions={
          mayWrite && (
            <ButtonLink to={`${base}/blocked-companies/new`}>{t('candidates:blocked.add')}</ButtonLink>
          )
        }
      >
        <BlockedCompanies base={base} blocked={data.blocked} mayWrite={mayWrite} />
      </Section>
      <Section id="presentations" title={t('candidates:section.presentations')}>
        <CandidatePresentations presentations={data.presentations} />
      </Section>
      {data.care && <ContactSection base={base} contacts={data.care.contacts} mayWrite={isEntrusted} />}
      {data.care && data.care.ownContacts.total > 0 && (
        <Section
          id="own-contacts"
          title={t('history:own_contact.of_person')}
          actions={
            <ButtonLink to={`${base}/own-contacts`}>
              {t('history:own_contact.all', { count: data.care.ownContacts.total })}
            </ButtonLink>
          }
        >
          <OwnContactList contacts={data.care.ownContacts.rows} />
        </Section>
      )}
      {data.care && <CandidacyEnds ends={data.care.ends} />}
    </div>
  )
}
