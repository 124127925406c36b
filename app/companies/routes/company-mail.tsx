import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useNavigationType } from '@remix-run/react'
import { useEffect } from 'react'
import { requireMay } from '~/auth/viewer.server'
import { localTimeOf } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { doOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Form, Submit } from '~/ui/form'
import { Page } from '~/ui/page'
import { logContact } from '../contact-log.server'
import { checkReachOf } from '../reach.server'
import { ReachLink, ReachResult } from '../reach-result'

export const meta = pageTitle('contacts:mail')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const at = { companyId: idParam(params, 'companyId'), who: params.who ?? '' }
  const check = orNotFound(await checkReachOf(db, viewer, at, 'email'))
  return { at, check, logged: new URL(request.url).searchParams.has('logged') }
}

/** Writes the mail that is about to be written into the ledger of contacts; then its address can be opened. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  return doOnce(request, viewer.userId, async (trx, form) => {
    const at = { companyId: idParam(params, 'companyId'), who: params.who ?? '' }
    const check = orNotFound(await checkReachOf(trx, viewer, at, 'email'))
    if (!check.reach) return form.conflict('contacts:rule.mail_not_now')
    const now = { channel: 'email', reached: 'yes', at: localTimeOf(new Date()) } as const
    const lineId = await logContact(trx, viewer, { id: at.companyId }, now)
    return {
      to: `/companies/${at.companyId}/mail/${at.who}?logged`,
      toast: {
        text: 'contacts:mail_logged',
        undo: `/companies/${at.companyId}/contact-log/${lineId}/removal`,
      },
    }
  })
}

export default function CompanyMail() {
  const { t } = useText()
  const { at, check, logged } = useLoaderData<typeof loader>()
  const opened = useNavigationType() !== 'POP'
  const href = logged && check.reach ? `mailto:${check.reach}` : null
  useEffect(() => {
    if (href && opened) window.location.assign(href)
  }, [href, opened])
  return (
    <Page
      title={t('contacts:mail_title', { name: check.name })}
      up={{ to: `/companies/${at.companyId}`, label: check.companyName }}
      narrow
    >
      <ReachResult check={check} means="email" />
      {href && (
        <ReachLink href={href} sign="✉">
          {t('contacts:open_mail')}
        </ReachLink>
      )}
      {check.reach && !href && (
        <Form>
          <p className="mb-3 text-soft">{t('contacts:mail_hint')}</p>
          <Submit>{t('contacts:log_and_mail')}</Submit>
        </Form>
      )}
      {check.contact && (
        <ButtonLink to={`/companies/${at.companyId}/contact-reason?mail=${at.who}`}>
          {t('contacts:reason_title')}
        </ButtonLink>
      )}
      {check.bar === 'no_consent' && (
        <ButtonLink to={`/companies/${at.companyId}/message-consents/new`}>
          {t('contacts:consent_add')}
        </ButtonLink>
      )}
    </Page>
  )
}
