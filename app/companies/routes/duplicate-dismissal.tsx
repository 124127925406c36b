import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Page } from '~/ui/page'
import { findCompany } from '../companies.server'
import { dismissPair } from '../duplicates/duplicate-pairs.server'

export const meta = pageTitle('duplicates:not_same')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const first = await findCompany(db, viewer, idParam(params, 'firstId'))
  const second = await findCompany(db, viewer, idParam(params, 'secondId'))
  if (!first || !second) throw notFound()
  return { names: [first.name, second.name] }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const ids = [idParam(params, 'firstId'), idParam(params, 'secondId')] as const
  const form = await parseForm(request, z.object({}))
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    if (!(await dismissPair(trx, viewer, ids))) return form.conflict('errors:changed_by_other')
    return {
      to: '/companies/duplicates',
      toast: { text: 'duplicates:not_same_saved', undo: `/companies/duplicates/${ids.join('/')}/reopening` },
    }
  })
}

export default function DuplicateDismissal() {
  const { t } = useText()
  const { names } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('duplicates:not_same')}
      lead={names.join(' · ')}
      up={{ to: '/companies/duplicates', label: t('duplicates:title') }}
      narrow
    >
      <p className="mb-4">{t('duplicates:not_same_lead')}</p>
      <Form>
        <Submit>{t('duplicates:not_same')}</Submit>
      </Form>
    </Page>
  )
}
