import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { ActionButton, Form, HiddenField, Submit } from '~/ui/form'
import { Page, Section } from '~/ui/page'
import { findCompany } from '../companies.server'
import { countBelongings } from '../duplicates/belongings.server'
import { findPair } from '../duplicates/duplicate-pairs.server'
import { MergeForm } from '../duplicates/merge'
import { mergeCompanies } from '../duplicates/merge.server'
import { MergeChoices } from '../duplicates/merge-choice'
import { MergeConsequences } from '../duplicates/merge-consequences'
import { mergedInto } from '../duplicates/merge-undo.server'
import { PairHead } from '../duplicates/pair-head'

export const meta = pageTitle('duplicates:pair')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const [keptId, removedId] = [idParam(params, 'firstId'), idParam(params, 'secondId')]
  if (keptId === removedId) throw notFound()
  const [kept, removed] = await Promise.all([
    findCompany(db, viewer, keptId),
    findCompany(db, viewer, removedId),
  ])
  if (!kept || !removed) {
    const into = (await mergedInto(db, removedId)) ?? (await mergedInto(db, keptId))
    throw into ? redirect(`/companies/${into}`) : notFound()
  }
  const [pair, belongings] = await Promise.all([
    findPair(db, [keptId, removedId]),
    countBelongings(db, removedId),
  ])
  return { kept, removed, pair, belongings }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const ids = { keptId: idParam(params, 'firstId'), removedId: idParam(params, 'secondId') }
  const form = await parseForm(request, MergeForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const [kept, removed] = [
      await findCompany(trx, viewer, ids.keptId),
      await findCompany(trx, viewer, ids.removedId),
    ]
    if (!kept || !removed || kept.id === removed.id) throw notFound()
    const merge = await mergeCompanies(trx, viewer, ids, form.value)
    if (merge === 'conflict') return form.conflict('errors:changed_by_other')
    const toast = { text: 'duplicates:merged', undo: `/companies/merges/${merge.id}/undo` } as const
    return { to: `/companies/${kept.id}`, toast }
  })
}

export default function DuplicatePair() {
  const { t } = useText()
  const { kept, removed, pair, belongings } = useLoaderData<typeof loader>()
  const at = `/companies/duplicates/${kept.id}/${removed.id}`
  return (
    <Page
      title={t('duplicates:pair')}
      up={{ to: '/companies/duplicates', label: t('duplicates:title') }}
      actions={
        pair &&
        !pair.dismissedAt && (
          <ActionButton action={`${at}/dismissal`}>{t('duplicates:not_same')}</ActionButton>
        )
      }
    >
      <div className="max-w-4xl">
        <PairHead kept={kept} removed={removed} pair={pair} />
        <p className="mb-6">
          <ButtonLink look="quiet" to={`/companies/duplicates/${removed.id}/${kept.id}`}>
            <span aria-hidden="true">⇄</span> {t('duplicates:swap')}
          </ButtonLink>
        </p>
        <Form key={at}>
          <HiddenField name="keptVersion" value={kept.version} />
          <HiddenField name="removedVersion" value={removed.version} />
          <Section id="fields" title={t('duplicates:differ')}>
            <p className="mb-3 text-soft">{t('duplicates:differ_lead')}</p>
            <div className="space-y-4">
              <MergeChoices kept={kept} removed={removed} />
            </div>
          </Section>
          <MergeConsequences kept={kept} removed={removed} belongings={belongings} />
          <Submit>{t('duplicates:merge')}</Submit>
        </Form>
      </div>
    </Page>
  )
}
