import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { renderSVG } from 'uqr'
import { z } from 'zod'
import { requireMay } from '~/auth/viewer.server'
import { offersTexts } from '~/mail/sms.server'
import { db } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ActionButton, Form, HiddenField, Submit } from '~/ui/form'
import { Card, Notice, Page, Section } from '~/ui/page'
import { findCandidate, findCandidateAt } from '../candidates.server'
import { mailPersonLink, makePersonLink, personAccessOf } from '../person-links.server'

export const meta = pageTitle('candidates:own_page.title')

const LinkForm = z.object({ how: z.enum(['mail', 'show']) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidate = await findCandidate(db, viewer, idParam(params, 'candidateId'))
  const access = candidate && (await personAccessOf(db, candidate.id))
  if (!candidate || !access) throw notFound()
  const { linkUntil, lastEntered } = access
  return {
    candidate,
    linkUntil,
    lastEntered,
    hasEmail: access.email !== null,
    codesReach: access.email !== null || (access.phone !== null && offersTexts()),
  }
}

/** Mails a link, or shows it this once: only its hash is kept. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidate = await findCandidateAt(db, viewer, params)

  const form = await parseForm(request, LinkForm)
  if (!form.ok) return form.reply

  if (form.value.how === 'show') {
    const token = await db.transaction().execute((trx) => makePersonLink(trx, viewer, candidate.id))
    const address = `${env().PUBLIC_URL}/own/enter/${token}`
    return data({ address, picture: renderSVG(address, { border: 2 }) })
  }
  return submitOnce(form, viewer.userId, async (trx) => {
    const mailed = await mailPersonLink(trx, viewer, candidate.id)
    return {
      to: `/candidates/${candidate.id}/own-page`,
      toast: { text: mailed ? 'candidates:own_page.mailed' : 'candidates:own_page.no_email' },
    }
  })
}

export default function OwnPageLink() {
  const { t, format } = useText()
  const { candidate, linkUntil, lastEntered, hasEmail, codesReach } = useLoaderData<typeof loader>()
  const made = useActionData<typeof action>()
  const shown = made && 'address' in made ? made : null
  return (
    <Page
      narrow
      title={t('candidates:own_page.title')}
      lead={t('candidates:own_page.lead')}
      up={{ to: `/candidates/${candidate.id}`, label: candidate.number }}
    >
      {!codesReach && <Notice tone="warn">{t('candidates:own_page.no_way_for_code')}</Notice>}
      <p className="mb-4">
        {linkUntil
          ? t('candidates:own_page.link_until', { moment: format.moment(linkUntil) })
          : t('candidates:own_page.no_link')}{' '}
        {lastEntered && t('candidates:own_page.last_entered', { moment: format.moment(lastEntered) })}
      </p>
      {shown && (
        <Section id="shown" title={t('candidates:own_page.shown_title')}>
          <Card>
            <p className="mb-3">{t('candidates:own_page.shown_lead')}</p>
            <img
              src={`data:image/svg+xml,${encodeURIComponent(shown.picture)}`}
              alt={t('candidates:own_page.qr')}
              className="mb-3 size-48"
            />
            <p className="font-mono text-sm break-all select-all">{shown.address}</p>
          </Card>
        </Section>
      )}
      <div className="flex flex-wrap gap-3">
        {hasEmail && (
          <Form className="inline">
            <HiddenField name="how" value="mail" />
            <Submit>{t('candidates:own_page.mail')}</Submit>
          </Form>
        )}
        <Form className="inline">
          <HiddenField name="how" value="show" />
          <Submit look="secondary">{t('candidates:own_page.show')}</Submit>
        </Form>
        {linkUntil && (
          <ActionButton look="danger" action={`/candidates/${candidate.id}/own-page/ending`}>
            {t('candidates:own_page.end')}
          </ActionButton>
        )}
      </div>
    </Page>
  )
}
