import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { listStandings } from '~/presentations/sealed-lists.server'
import { WhyShown } from '~/presentations/why-shown-list'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Card } from '~/ui/page'
import { OwnPage } from '../own-page'
import { ownCandidateId } from '../own-session.server'

export const meta = pageTitle('lists:own.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  const lists = await listStandings(db, ownCandidateId(viewer))
  return {
    lists: lists.map(({ id, sealedAt, needTitle, grounds }) => ({ id, sealedAt, needTitle, grounds })),
  }
}

export default function OwnLists() {
  const { t, format } = useText()
  const { lists } = useLoaderData<typeof loader>()
  return (
    <OwnPage
      title={t('lists:own.title')}
      lead={t('lists:own.lead')}
      up={{ to: '/own/presentations', label: t('person:shown_title') }}
    >
      <p className="mb-4">{t('lists:own.how')}</p>
      {lists.length === 0 && <p className="text-soft">{t('lists:own.none')}</p>}
      {lists.map(({ id, sealedAt, needTitle, grounds }) => (
        <Card key={id} className="mb-4">
          <h2 className="font-semibold">{needTitle}</h2>
          <p className="mb-2 text-soft">{format.moment(sealedAt)}</p>
          <WhyShown grounds={grounds} to="person" />
        </Card>
      ))}
    </OwnPage>
  )
}
