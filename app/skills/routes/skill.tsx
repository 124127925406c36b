import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { ActionButton } from '~/ui/form'
import { Badge, Notice, Page } from '~/ui/page'
import { SkillConcepts, SkillEdges, SkillNames, SkillUseFacts, SkillWordList } from '../skill-facts'
import { countSkillUse, findSkill, listConceptsOf, listSkillEdges, MOST_COUNTED } from '../skill-facts.server'

export const meta = pageTitle<typeof loader>((data) => data.skill.fi)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'skills.read')
  const skill = orNotFound(await findSkill(db, params.skillId ?? ''))
  const [edges, concepts, use] = await Promise.all([
    listSkillEdges(db, skill.id),
    listConceptsOf(db, skill.id),
    countSkillUse(db, skill.id),
  ])
  return {
    skill,
    edges,
    concepts,
    use,
    most: MOST_COUNTED,
    mayOpen: { people: may(viewer, 'candidates.read'), needs: may(viewer, 'needs.read') },
    mayManage: may(viewer, 'settings.manage'),
  }
}

/** One skill: what it is called, how it is found, what it is linked to and where it is used. */
export default function Skill() {
  const { t, language } = useText()
  const { skill, edges, concepts, use, most, mayOpen, mayManage } = useLoaderData<typeof loader>()
  const isOwn = skill.origin === 'own'
  return (
    <Page
      title={skill[language]}
      up={{ to: '/skills', label: t('skills:title') }}
      actions={mayManage && <SkillActions id={skill.id} isOwn={isOwn} isRetired={skill.retiredAt !== null} />}
    >
      <p className="mb-4 flex gap-2">
        <Badge tone={isOwn ? 'info' : 'plain'}>{t(isOwn ? 'skills:own_badge' : 'skills:built_in')}</Badge>
        {skill.retiredAt && <Badge tone="warn">{t('skills:retired_badge')}</Badge>}
      </p>
      {skill.retiredAt && <Notice>{t('skills:skill.retired_notice')}</Notice>}
      <SkillNames skill={skill} />
      <SkillUseFacts skillId={skill.id} use={use} most={most} mayOpen={mayOpen} />
      <SkillWordList skill={skill} />
      <SkillEdges edges={edges} />
      <SkillConcepts concepts={concepts} />
    </Page>
  )
}

function SkillActions({ id, isOwn, isRetired }: { id: string; isOwn: boolean; isRetired: boolean }) {
  const { t } = useText()
  if (isRetired) {
    return (
      isOwn && <ActionButton action={`/skills/${id}/return`}>{t('skills:skill.bring_back')}</ActionButton>
    )
  }
  if (!isOwn) return <ButtonLink to={`/skills/${id}/words`}>{t('skills:skill.edit_words')}</ButtonLink>
  return (
    <>
      <ButtonLink to={`/skills/${id}/edit`}>{t('skills:skill.edit')}</ButtonLink>
      <ButtonLink to={`/skills/${id}/retirement`}>{t('skills:skill.retire')}</ButtonLink>
    </>
  )
}
