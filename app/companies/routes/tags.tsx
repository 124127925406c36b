import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { type Column, DataTable } from '~/ui/data-table'
import { Badge, EmptyState, Page } from '~/ui/page'
import { listTags, type TagRow } from '../dealings/tags.server'

export const meta = pageTitle('dealings:tag.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.read')
  return { tags: await listTags(db), mayWrite: may(viewer, 'companies.write') }
}

export default function Tags() {
  const { t, format } = useText()
  const { tags, mayWrite } = useLoaderData<typeof loader>()
  const columns: Column<TagRow>[] = [
    {
      id: 'name',
      header: t('dealings:tag.name'),
      cell: ({ name, tone }) => <Badge tone={tone}>{name}</Badge>,
    },
    { id: 'tone', header: t('dealings:tag.tone'), cell: ({ tone }) => t(`dealings:tag.tones.${tone}`) },
    {
      id: 'companies',
      header: t('dealings:tag.companies'),
      align: 'right',
      cell: ({ companies }) => format.number(companies ?? 0),
    },
    ...(mayWrite
      ? [
          {
            id: 'edit',
            header: t('ui:edit'),
            cell: ({ id, name }: TagRow) => (
              <Link className="link inline-flex min-h-6 items-center" to={`/tags/${id}/edit`}>
                {t('ui:edit')}
                <span className="sr-only">: {name}</span>
              </Link>
            ),
          },
        ]
      : []),
  ]
  return (
    <Page
      title={t('dealings:tag.title')}
      lead={t('dealings:tag.lead')}
      actions={
        mayWrite && (
          <ButtonLink to="new" look="primary">
            {t('dealings:tag.add')}
          </ButtonLink>
        )
      }
    >
      <DataTable
        caption={t('dealings:tag.title')}
        columns={columns}
        rows={tags}
        empty={<EmptyState title={t('dealings:tag.empty_title')}>{t('dealings:tag.empty')}</EmptyState>}
      />
    </Page>
  )
}
