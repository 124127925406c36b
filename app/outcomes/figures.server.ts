import { sql } from 'kysely'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import type { Db } from '~/platform/db.server'

/** Groups of projects with what came of the people in them, counted from rows: persons by class of outcome. */
export async function listCohortOutcomes(db: Db, viewer: Viewer) {
  if (!may(viewer, 'outcomes.read')) return []
  const [cohorts, outcomes] = await Promise.all([
    db
      .selectFrom('cohort')
      .innerJoin('project', 'project.id', 'cohort.project_id')
      .select([
        'cohort.id',
        'cohort.name',
        'cohort.group_language as groupLanguage',
        'cohort.starts_on as startsOn',
        'cohort.ends_on as endsOn',
        'project.name as projectName',
      ])
      .select((eb) => [
        eb
          .selectFrom('participation')
          .select((count) => count.fn.countAll<number>().as('count'))
          .whereRef('participation.cohort_id', '=', 'cohort.id')
          .as('persons'),
      ])
      .orderBy('cohort.starts_on')
      .orderBy('cohort.name')
      .limit(200)
      .execute(),
    db
      .selectFrom('outcome')
      .innerJoin('participation', 'participation.id', 'outcome.participation_id')
      .select(['participation.cohort_id as cohortId', 'outcome.class'])
      .select((eb) => [
        eb.fn.count<number>('outcome.candidate_id').distinct().as('persons'),
        sql<string>`max(outcome.happened_on)::text`.as('asOf'),
      ])
      .where('outcome.withdrawn_at', 'is', null)
      .groupBy(['participation.cohort_id', 'outcome.class'])
      .orderBy('persons', 'desc')
      .execute(),
  ])
  return cohorts.map((cohort) => ({
    ...cohort,
    outcomes: outcomes.filter(({ cohortId }) => cohortId === cohort.id),
  }))
}

export type CohortOutcomes = Awaited<ReturnType<typeof listCohortOutcomes>>[number]

/** Figures as they were published, with definition, source and cut-off day; not reported is not zero. */
export async function listPublishedFigures(db: Db, viewer: Viewer) {
  if (!may(viewer, 'outcomes.read')) return []
  return db
    .selectFrom('published_figure')
    .leftJoin('project', 'project.id', 'published_figure.project_id')
    .select([
      'published_figure.id',
      'published_figure.code',
      'published_figure.name_fi',
      'published_figure.name_sv',
      'published_figure.name_en',
      'published_figure.definition_fi',
      'published_figure.definition_sv',
      'published_figure.definition_en',
      'published_figure.planned',
      'published_figure.value',
      'published_figure.out_of as outOf',
      'published_figure.qualifier',
      'published_figure.unit',
      'published_figure.as_of as asOf',
      'published_figure.source',
      'published_figure.note',
      'project.name as projectName',
    ])
    .orderBy('project.name')
    .orderBy('published_figure.code')
    .limit(200)
    .execute()
}

export type PublishedFigure = Awaited<ReturnType<typeof listPublishedFigures>>[number]
