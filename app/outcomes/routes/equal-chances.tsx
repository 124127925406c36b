import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { EmptyState, Page, Section } from '~/ui/page'
import { ChanceTable, MergedSteps } from '../chance-table'
import { equalChances } from '../equal-chances.server'

export const meta = pageTitle('chances:title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'equal_chances.read')
  return equalChances(db, viewer)
}

/** Who is presented, opened, refused and placed, by what is lawfully known of people, as counts that tell of nobody. */
export default function EqualChances() {
  const { t, format } = useText()
  const { day, tables } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('chances:title')}
      lead={t('chances:lead', { day: format.day(day) })}
      up={{ to: '/outcomes', label: t('outcomes:title') }}
    >
      {tables.map(({ grouping, table }) => (
        <Section key={grouping} id={grouping} title={t(`chances:by.${grouping}`)}>
          {table ? (
            <>
              <ChanceTable grouping={grouping} table={table} />
              <MergedSteps table={table} />
            </>
          ) : (
            <EmptyState title={t('chances:empty_title')}>{t('chances:empty')}</EmptyState>
          )}
        </Section>
      ))}
      <Section id="explained" title={t('chances:explained_title')}>
        <ul className="list-disc space-y-1 pl-5">
          {(['furthest', 'hidden', 'small'] as const).map((what) => (
            <li key={what}>{t(`chances:explained.${what}`)}</li>
          ))}
        </ul>
      </Section>
      <Section id="not-held" title={t('chances:not_held_title')}>
        <p>{t('chances:not_held')}</p>
      </Section>
    </Page>
  )
}
