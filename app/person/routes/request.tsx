import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Form, Submit } from '~/ui/form'
import { Choices, optionsOf, TextArea } from '~/ui/form-fields'
import { Card, Page, Section } from '~/ui/page'
import { OUTCOMES, RequestAnswerForm, requestStanding } from '../request'
import { RequestBadge } from '../request-badge'
import { RequestFacts } from '../request-facts'
import { answerRequest, findRequest } from '../requests.server'

export const meta = pageTitle('requests:title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'person_requests.answer')
  const found = orNotFound(await findRequest(db, viewer, idParam(params, 'requestId')))
  return {
    found,
    standing: requestStanding(found, today()),
    seesPerson: may(viewer, 'candidates.write') && !found.erasedAt,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'person_requests.answer')
  const found = orNotFound(await findRequest(db, viewer, idParam(params, 'requestId')))

  const form = await parseForm(request, RequestAnswerForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    if (!(await answerRequest(trx, viewer, found, form.value)))
      return form.conflict('errors:changed_by_other')
    return { to: `/requests/${found.id}`, toast: { text: 'requests:answer_saved' } }
  })
}

export default function RequestPage() {
  const { t } = useText()
  const { found, standing, seesPerson } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      title={
        <>
          {t(`requests:kind.${found.kind}`)} <RequestBadge standing={standing} />
        </>
      }
      up={{ to: '/requests', label: t('requests:title') }}
      actions={
        standing !== 'answered' && (
          <>
            {found.kind === 'erasure' && !found.erasedAt && (
              <ButtonLink look="danger" to={`/candidates/${found.candidateId}/erasure`}>
                {t('requests:erasure.title')}
              </ButtonLink>
            )}
            {!found.extendedUntil && (
              <ButtonLink to={`/requests/${found.id}/extension`}>{t('requests:extend')}</ButtonLink>
            )}
          </>
        )
      }
    >
      <Card className="mb-6">
        <RequestFacts found={found} seesPerson={seesPerson} />
      </Card>
      {standing !== 'answered' && (
        <Section id="answer" title={t('requests:give_answer')}>
          <p className="mb-3 text-soft">{t(`requests:advice.${found.kind}`)}</p>
          <Form>
            <Choices
              name="outcome"
              label={t('requests:outcome_label')}
              options={optionsOf(OUTCOMES, (value) => t(`requests:outcome.${value}`))}
            />
            <TextArea name="answer" label={t('requests:answer')} hint={t('requests:answer_hint')} />
            <Submit>{t('requests:save_answer')}</Submit>
          </Form>
        </Section>
      )}
    </Page>
  )
}
