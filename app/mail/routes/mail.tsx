import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { findMail } from '~/mail/mail.server'
import { MailStateBadge } from '~/mail/mail-state-badge'
import { MailText } from '~/mail/mail-text'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ActionButton } from '~/ui/form'
import { Card, Facts, Notice, Page } from '~/ui/page'

export const meta = pageTitle('mail:title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireMay(request, 'mailbox.read')
  const mail = orNotFound(await findMail(db, idParam(params, 'mailId')))
  return { mail }
}

export default function MailPage() {
  const { t, format } = useText()
  const { mail } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      title={mail.subject}
      up={{ to: '/mailbox', label: t('mail:title') }}
      lead={<MailStateBadge mail={mail} />}
      actions={
        mail.lastProblem && (
          <ActionButton action={`/mailbox/${mail.id}/sending`}>{t('mail:try_again')}</ActionButton>
        )
      }
    >
      {mail.lastProblem && (
        <Notice tone="bad">{t('mail:problem', { problem: mail.lastProblem, count: mail.attempts })}</Notice>
      )}
      <Card className="space-y-5">
        <Facts
          facts={[
            { label: t('mail:to'), value: mail.to },
            { label: t('mail:created'), value: format.moment(mail.createdAt) },
            { label: t('mail:states.sent'), value: mail.sentBy && mail.sentAt && format.moment(mail.sentAt) },
          ]}
        />
        {mail.fileText && (
          <details>
            <summary className="cursor-pointer font-medium">{mail.fileName}</summary>
            <pre className="mt-2 overflow-x-auto text-sm">{mail.fileText}</pre>
          </details>
        )}
        {mail.text ? <MailText text={mail.text} /> : <p className="text-soft">{t('mail:text_gone')}</p>}
      </Card>
    </Page>
  )
}
