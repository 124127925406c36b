import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam, notFound } from '~/platform/http.server'
import { profileReference } from '~/presentations/presentation'
import { ProfileCard } from '~/presentations/profile-card'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Notice } from '~/ui/page'
import { AnswerButtons } from '../answer-buttons'
import { findShownProfile, recordView, wasSentTo } from '../portal.server'
import { PortalPage } from '../portal-page'
import { ProfileGone } from '../profile-gone'
import { ReasonForm } from '../reason-form'

export const meta = pageTitle('portal:profile_title')
export const handle = { script: false }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'portal.use')
  const presentationId = idParam(params, 'presentationId')
  const shown = await db.transaction().execute(async (trx) => {
    const found = await findShownProfile(trx, viewer, presentationId)
    if (found) await recordView(trx, viewer, presentationId, 'profile')
    return found
  })
  const reasonsKept = new URL(request.url).searchParams.get('kept') === 'reasons'
  const page = { reasonsKept, nonce: context.cspNonce }
  if (shown) return data({ ...page, shown })
  if (await wasSentTo(db, viewer, presentationId)) return data({ ...page, shown: null }, { status: 404 })
  throw notFound()
}

export default function Profile() {
  const { t, format } = useText()
  const { shown, reasonsKept, nonce } = useLoaderData<typeof loader>()
  if (!shown) return <ProfileGone />
  return (
    <div data-open-profile={`/portal/${shown.id}/events`}>
      <PortalPage
        title={shown.needTitle ?? t('portal:profile_title')}
        lead={t('portal:profile_lead', {
          reference: profileReference(shown.id),
          day: format.day(shown.expiresOn),
        })}
        up={{ to: '/portal', label: t('portal:title') }}
      >
        {shown.message && <Notice title={t('portal:message')}>{shown.message}</Notice>}
        <ProfileCard profile={shown.profile} match={shown.match} />
        {shown.tier === 'T2' && (
          <div className="mt-4">
            <ButtonLink look="primary" reloadDocument to={`/portal/${shown.id}/cv`}>
              {t('portal:open_cv')}
            </ButtonLink>
            <p className="mt-1 text-sm text-soft">{t('portal:cv_hint')}</p>
          </div>
        )}
        <section aria-labelledby="answer" className="mt-8">
          <h2 id="answer" className="mb-3 text-lg font-semibold">
            {t(shown.answer ? 'portal:thanks' : 'portal:what_do_you_think')}
          </h2>
          {/* Without script a toast would lie over the buttons for good: what was kept is said here. */}
          {reasonsKept && <Notice tone="good">{t('portal:reasons_kept')}</Notice>}
          <AnswerButtons presentationId={shown.id} answer={shown.answer} />
          <p className="mt-2 text-sm text-soft">{t('portal:answer_hint')}</p>
          {shown.answer && (
            <div className="mt-6">
              <ReasonForm
                presentationId={shown.id}
                answer={shown.answer}
                reasons={shown.reasons}
                comment={shown.comment}
              />
            </div>
          )}
        </section>
      </PortalPage>
      <template data-profile-gone>
        <ProfileGone />
      </template>
      <script type="module" src="/open-profile.js" nonce={nonce} />
    </div>
  )
}
