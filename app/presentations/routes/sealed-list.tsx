import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { recordReading } from '~/activity/activity.server'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Notice, Page } from '~/ui/page'
import { SealedListTable } from '../sealed-list-table'
import { findSealedList } from '../sealed-lists.server'

export const meta = pageTitle('lists:one.title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'sealed_lists.read')
  const list = orNotFound(await findSealedList(db, viewer, idParam(params, 'presentationId')))
  await recordReading(db, viewer.userId, 'sealed_list', { candidateId: list.candidateId })
  const mayOpen = may(viewer, 'matches.read')
  // What people wrote about a person is for those who work with the person.
  const people = mayOpen ? list.people : list.people.map((person) => ({ ...person, words: null }))
  return { list: { ...list, people }, mayOpen, mayExport: may(viewer, 'sealed_lists.export') }
}

export default function SealedListPage() {
  const { t, format } = useText()
  const { list, mayOpen, mayExport } = useLoaderData<typeof loader>()
  const { replay } = list
  return (
    <Page
      title={t('lists:one.title')}
      lead={t('lists:one.lead', { need: list.needTitle, company: list.companyName, number: list.number })}
      up={
        mayOpen
          ? {
              to: `/presentations/${list.presentationId}`,
              label: t('presentations:one_title', { number: list.number }),
            }
          : { to: '/presentations/lists', label: t('lists:title') }
      }
      actions={
        mayExport && (
          <ButtonLink to={`/presentations/${list.presentationId}/list.json`} reloadDocument>
            {t('lists:one.export')}
          </ButtonLink>
        )
      }
    >
      <Notice tone={list.intact && replay.same ? 'good' : 'bad'}>
        <p>
          <span aria-hidden="true">{replay.same ? '✓ ' : '✗ '}</span>
          {t(replay.same ? 'lists:one.same' : 'lists:one.different')}
        </p>
        <p>
          <span aria-hidden="true">{list.intact ? '✓ ' : '✗ '}</span>
          {t(list.intact ? 'lists:one.intact' : 'lists:one.not_intact')}
        </p>
      </Notice>
      <p className="mb-4 text-sm text-soft">
        {t('lists:one.sealed', { moment: format.moment(list.sealedAt), name: list.sealerName ?? '' })}.{' '}
        {t('lists:one.rules', { version: list.rulesVersion })}. {t('lists:one.seed')}:{' '}
        <span className="break-all">{list.seed}</span>.{' '}
        <span className="break-all">SHA-256 {list.sha256}</span> {list.more && t('lists:one.more')}{' '}
        {replay.forgotten > 0 && t('lists:one.forgotten', { count: replay.forgotten })}
      </p>
      <SealedListTable list={list} mayOpen={mayOpen} />
    </Page>
  )
}
