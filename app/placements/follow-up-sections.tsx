import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Section } from '~/ui/page'
import type { listFollowUp } from './follow-up.server'
import { Assessments, CheckIns, Outcomes } from './placement-parts'

/** How a placement went: check-ins, assessments and what came of it. `base` is the address of the placement. */
export function FollowUpSections({
  base,
  followUp,
  mayWrite,
}: {
  base: string
  followUp: Awaited<ReturnType<typeof listFollowUp>>
  mayWrite: boolean
}) {
  const { t } = useText()
  return (
    <>
      <Section
        id="check-ins"
        title={t('placements:section.check_ins')}
        actions={
          mayWrite && <ButtonLink to={`${base}/check-ins/new`}>{t('placements:check_in.add')}</ButtonLink>
        }
      >
        <CheckIns checkIns={followUp.checkIns} />
      </Section>
      <Section
        id="assessments"
        title={t('placements:section.assessments')}
        actions={
          mayWrite && <ButtonLink to={`${base}/assessments/new`}>{t('placements:assessment.add')}</ButtonLink>
        }
      >
        <Assessments assessments={followUp.assessments} />
      </Section>
      <Section
        id="outcomes"
        title={t('placements:section.outcomes')}
        actions={
          mayWrite && <ButtonLink to={`${base}/outcomes/new`}>{t('placements:outcome.add')}</ButtonLink>
        }
      >
        <Outcomes base={base} outcomes={followUp.outcomes} mayWrite={mayWrite} />
      </Section>
    </>
  )
}
