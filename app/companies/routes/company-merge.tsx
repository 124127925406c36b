import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Facts, Notice, Page } from '~/ui/page'
import { fieldOfColumn, type LeftAlone, type MergeField } from '../duplicates/merge'
import { useFieldLabel } from '../duplicates/merge-choice'
import { findMerge } from '../duplicates/merge-undo.server'

export const meta = pageTitle('duplicates:merge_page')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.read')
  const merge = orNotFound(await findMerge(db, viewer, idParam(params, 'mergeId')))
  return { merge, mayWrite: may(viewer, 'companies.write') }
}

export default function CompanyMerge() {
  const { t, format } = useText()
  const { merge, mayWrite } = useLoaderData<typeof loader>()
  const { keptId, keptName, removedId, removedName, undoneAt } = merge
  const by = (at: Date, name: string | null) => [format.moment(at), name].filter(Boolean).join(' · ')
  return (
    <Page
      title={t('duplicates:merge_page')}
      lead={t('duplicates:merge_lead', { kept: keptName, removed: removedName })}
      up={{ to: `/companies/${keptId}`, label: keptName }}
      actions={mayWrite && !undoneAt && <ButtonLink to="undo">{t('duplicates:undo')}</ButtonLink>}
      narrow
    >
      {merge.leftAlone && <WhatWasLeft leftAlone={merge.leftAlone} />}
      <Facts
        facts={[
          { label: t('duplicates:merged_at'), value: by(merge.mergedAt, merge.mergerName) },
          { label: t('duplicates:undone_at'), value: undoneAt && by(undoneAt, merge.undoerName) },
          {
            label: t('companies:name'),
            value: undoneAt && (
              <Link className="link" to={`/companies/${removedId}`}>
                {removedName}
              </Link>
            ),
          },
        ]}
      />
    </Page>
  )
}

function WhatWasLeft({ leftAlone: { fields, rows } }: { leftAlone: LeftAlone }) {
  const { t } = useText()
  const label = useFieldLabel()
  if (fields.length === 0 && rows === 0) return <Notice tone="good">{t('duplicates:all_back')}</Notice>
  const known = new Set(fields.map(fieldOfColumn).filter((field): field is MergeField => field !== undefined))
  return (
    <Notice tone="warn" title={t('duplicates:left_alone')}>
      <ul className="list-disc pl-5">
        {[...known].map((field) => (
          <li key={field}>{label(field)}</li>
        ))}
        {rows > 0 && <li>{t('duplicates:left_alone_rows', { count: rows })}</li>}
      </ul>
    </Notice>
  )
}
