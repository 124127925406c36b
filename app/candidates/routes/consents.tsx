import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { ActionButton } from '~/ui/form'
import { Badge, Page, Section } from '~/ui/page'
import { listEndingConsents, listNewRefusals, listWaitingQuestions } from '../consent-follow-up.server'
import { ConsentLine, ConsentLines } from '../consent-lines'

export const meta = pageTitle('consents:follow_up')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'consents.write')
  const all = new URL(request.url).searchParams.get('whose') === 'all'
  const whose = { viewer, all }
  const [ending, waiting, refusals] = await Promise.all([
    listEndingConsents(db, whose),
    listWaitingQuestions(db, whose),
    listNewRefusals(db, whose),
  ])
  return { all, ending, waiting, refusals }
}

export default function ConsentFollowUp() {
  const { t, format } = useText()
  const { all, ending, waiting, refusals } = useLoaderData<typeof loader>()
  const here = all ? '/consents?whose=all' : '/consents'
  return (
    <Page
      title={t('consents:follow_up')}
      lead={t('consents:follow_up_lead')}
      actions={
        <ButtonLink to={all ? '/consents' : '/consents?whose=all'}>
          {t(all ? 'candidates:filter.only_mine' : 'candidates:filter.all')}
        </ButtonLink>
      }
    >
      <Section id="ending" title={t('consents:ending')}>
        <ConsentLines empty={t('consents:none_ending')} rows={ending}>
          {(row) => (
            <>
              <ConsentLine {...row} />
              <p className="text-sm">{t('consents:in_force_until', { day: format.day(row.expiresOn) })}</p>
              {row.askedAt ? (
                <p className="text-sm text-soft">
                  {t('consents:asked_at', { moment: format.moment(row.askedAt) })}
                </p>
              ) : (
                <ActionButton
                  action={`/candidates/${row.candidateId}/consents/${row.id}/renewal`}
                  fields={{ to: here }}
                >
                  {t('consents:ask_renewal')}
                  <span className="sr-only"> {row.number}</span>
                </ActionButton>
              )}
            </>
          )}
        </ConsentLines>
      </Section>
      <Section id="waiting" title={t('consents:waiting')}>
        <ConsentLines empty={t('consents:none_waiting')} rows={waiting}>
          {(row) => (
            <>
              <ConsentLine {...row} />
              <p className="text-sm text-soft">
                {t('consents:asked_at', { moment: format.moment(row.askedAt) })}
              </p>
            </>
          )}
        </ConsentLines>
      </Section>
      <Section id="refusals" title={t('consents:new_refusals')}>
        <ConsentLines empty={t('consents:none_refused')} rows={refusals}>
          {(row) => (
            <>
              <ConsentLine {...row} />
              <p className="flex flex-wrap items-center gap-2 text-sm">
                <Badge tone="bad">{t(`consents:${row.standing}`)}</Badge>
                {format.moment(row.at)}
              </p>
            </>
          )}
        </ConsentLines>
      </Section>
    </Page>
  )
}
