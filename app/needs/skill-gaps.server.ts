import type { Viewer } from '~/auth/viewer.server'
import type { Db } from '~/platform/db.server'
import { loadVocabulary } from '~/skills/vocabulary.server'
import { comparePortfolio } from './portfolio.server'
import { skillGaps } from './skill-gaps'

/** People and needs behind one gap that are shown. */
const MOST_ROWS = 200

/**
 * Which must-haves of open needs keep ready people out, named in the viewer's language, and the rows behind one of
 * them: `key` as in the gap.
 */
export async function findSkillGaps(db: Db, viewer: Viewer, key: string | undefined) {
  const { people, needs, matches } = await comparePortfolio(db, viewer)
  const { gaps, rowsOf } = skillGaps(needs, matches)
  const { vocabulary } = loadVocabulary()
  const named = gaps.map((gap) => ({
    ...gap,
    name: (gap.skillId && vocabulary.skills.get(gap.skillId)?.name[viewer.language]) || gap.words,
  }))
  const needOf = new Map(needs.map((need) => [need.id, need]))
  return {
    gaps: named,
    ready: people.length,
    opened: named.find((gap) => gap.key === key) ?? null,
    rows: (key === undefined ? [] : rowsOf(key)).slice(0, MOST_ROWS).map((row) => ({
      ...row,
      id: `${row.needId} ${row.personId}`,
      needTitle: needOf.get(row.needId)?.title ?? '',
      companyName: needOf.get(row.needId)?.companyName ?? '',
    })),
  }
}

export type NamedGap = Awaited<ReturnType<typeof findSkillGaps>>['gaps'][number]
export type GapRow = Awaited<ReturnType<typeof findSkillGaps>>['rows'][number]
