import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listActivity, recordReading } from '~/activity/activity.server'
import { ActivityFeed } from '~/activity/activity-feed'
import { may } from '~/auth/permissions'
import { requireMay, type Viewer } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam, notFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { ActionButton } from '~/ui/form'
import { Badge, Card, Notice, Page, Section } from '~/ui/page'
import { listBlockedCompanies } from '../blocked-companies.server'
import { listCandidacyEnds } from '../candidacy-end.server'
import { CandidacyEnds } from '../candidacy-ends'
import { BlockedCompanies, ConsentList, OpenQuestions } from '../candidate-consents'
import { CvList } from '../candidate-files'
import { CandidatePresentations } from '../candidate-presentations'
import { listCandidatePresentations } from '../candidate-presentations.server'
import { CandidateProfile, PrivateDetails, SkillList } from '../candidate-profile'
import { listCandidateSkills } from '../candidate-skills.server'
import { findCandidate, findPrivateDetails } from '../candidates.server'
import { findPace } from '../caseload/cadence.server'
import { CareSection, ContactSection } from '../caseload/care-section'
import { findCare } from '../caseload/coaches.server'
import { listContacts } from '../caseload/contacts.server'
import { listOpenQuestions } from '../consent-questions.server'
import { listConsents } from '../consents.server'
import { listCvs } from '../cvs.server'

export const meta = pageTitle<typeof loader>((data) => data.candidate.number)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.read')
  const candidateId = idParam(params, 'candidateId')
  const candidate = await findCandidate(db, viewer, candidateId)
  if (!candidate) throw notFound()
  const [privateDetails, skills, cvs, consents, questions, blocked, presentations, care, timeline] =
    await Promise.all([
      findPrivateDetails(db, viewer, candidateId),
      listCandidateSkills(db, viewer, candidateId),
      listCvs(db, viewer, candidateId),
      listConsents(db, viewer, candidateId),
      listOpenQuestions(db, candidateId),
      listBlockedCompanies(db, viewer, candidateId),
      listCandidatePresentations(db, viewer, candidateId),
      careFor(viewer, candidateId),
      listActivity(db, { candidateId }),
      recordReading(db, viewer.userId, 'candidate', { candidateId }),
    ])
  return {
    candidate,
    privateDetails,
    skills,
    cvs,
    consents,
    questions,
    blocked,
    presentations,
    care,
    timeline,
    mayWrite: may(viewer, 'candidates.write'),
    mayMatch: may(viewer, 'matches.read'),
  }
}

const NEWEST_CONTACTS = 5

/** The coach's side of the person, for coordinators only. */
async function careFor(viewer: Viewer, candidateId: string) {
  if (!may(viewer, 'candidates.write')) return null
  const [care, pace, contacts, ends] = await Promise.all([
    findCare(db, candidateId),
    findPace(db, candidateId),
    listContacts(db, viewer, candidateId, { page: 1, pageSize: NEWEST_CONTACTS }),
    listCandidacyEnds(db, candidateId),
  ])
  return care ? { care, pace, contacts, ends } : null
}

export default function CandidatePage() {
  const { t } = useText()
  const data = useLoaderData<typeof loader>()
  const { candidate, mayWrite } = data
  const base = `/candidates/${candidate.id}`
  const title = candidate.name ? `${candidate.name} (${candidate.number})` : candidate.number
  return (
    <Page
      title={
        <>
          {title}{' '}
          {data.privateDetails?.nonDisclosure && (
            <Badge tone="warn">{t('candidates:field.non_disclosure')}</Badge>
          )}{' '}
          {candidate.endedAt && <Badge>{t('candidates:end.ended_badge')}</Badge>}
        </>
      }
      lead={candidate.headline}
      up={{ to: '/candidates', label: t('candidates:title') }}
      actions={
        <>
          {data.mayMatch && !candidate.endedAt && (
            <ButtonLink look="primary" to={`${base}/matches`}>
              {t('candidates:section.matches')}
            </ButtonLink>
          )}
          {mayWrite && <ButtonLink to={`${base}/edit`}>{t('common:edit')}</ButtonLink>}
          {mayWrite && <ButtonLink to={`${base}/own-page`}>{t('candidates:own_page.title')}</ButtonLink>}
          {mayWrite && <ButtonLink to={`${base}/requests/new`}>{t('person:request.record')}</ButtonLink>}
          {mayWrite && !candidate.endedAt && (
            <ButtonLink to={`${base}/end`}>{t('candidates:end.action')}</ButtonLink>
          )}
          {mayWrite && candidate.endedAt && (
            <ActionButton action={`${base}/reopening`} fields={{ version: candidate.version }}>
              {t('candidates:end.reopen')}
            </ActionButton>
          )}
        </>
      }
    >
      {!candidate.name && <Notice>{t('candidates:unnamed')}</Notice>}
      <div className="grid gap-x-8 lg:grid-cols-2">
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
        <div>
          {mayWrite && (
            <Section
              id="cvs"
              title={t('candidates:section.cvs')}
              actions={<ButtonLink to={`${base}/cvs/new`}>{t('candidates:cv.bring_title')}</ButtonLink>}
            >
              <CvList base={base} cvs={data.cvs} />
            </Section>
          )}
          <Section
            id="consents"
            title={t('candidates:section.consents')}
            actions={
              mayWrite && (
                <>
                  <ButtonLink to={`${base}/questions/new`}>{t('candidates:consent.ask_online')}</ButtonLink>
                  <ButtonLink to={`${base}/consents/new`}>{t('candidates:consent.ask')}</ButtonLink>
                </>
              )
            }
          >
            <OpenQuestions base={base} questions={data.questions} mayWrite={mayWrite} />
            <ConsentList base={base} consents={data.consents} mayWrite={mayWrite} />
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
          {data.care && <ContactSection base={base} contacts={data.care.contacts} />}
          {data.care && <CandidacyEnds ends={data.care.ends} />}
        </div>
      </div>
      <Section id="timeline" title={t('common:timeline')}>
        <ActivityFeed timeline={data.timeline} moreFrom={`${base}/timeline`} />
      </Section>
    </Page>
  )
}
