import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, HiddenField, Submit } from '~/ui/form'
import { Field } from '~/ui/form-fields'
import { Page, Section } from '~/ui/page'
import { RulesForm, weightsInAddress } from '../match-rules'
import { addRules, currentRules } from '../match-rules.server'
import { effectOfWeights, PEOPLE_LOOKED_AT } from '../rules-effect.server'
import { RulesEffect } from '../rules-effect-table'
import { HiddenWeights, WeightFields } from '../weight-fields'

export const meta = pageTitle('matching:change.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'settings.manage')
  const current = await currentRules(db)
  const tried = weightsInAddress(new URL(request.url).searchParams)
  return {
    version: current.version,
    weights: tried ?? current.weights,
    effect: tried && (await effectOfWeights(db, viewer, current, tried)),
    peopleLookedAt: PEOPLE_LOOKED_AT,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'settings.manage')
  const form = await parseForm(request, RulesForm)
  if (!form.ok) return form.reply

  const { reason, version, ...weights } = form.value
  return submitOnce(form, viewer.userId, async (trx) => {
    if ((await addRules(trx, viewer, { weights, reason, version })) === null)
      return form.conflict('errors:changed_by_other')
    return { to: '/needs/rules', toast: { text: 'matching:change.saved' } }
  })
}

export default function ChangeMatchRules() {
  const { t } = useText()
  const { version, weights, effect, peopleLookedAt } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('matching:change.title')}
      lead={t('matching:change.lead')}
      up={{ to: '/needs/rules', label: t('matching:rules.title') }}
    >
      <WeightFields weights={weights} />
      {effect && (
        <Section id="effect" title={t('matching:change.effect_title')}>
          <RulesEffect effect={effect} peopleLookedAt={peopleLookedAt} />
          <div className="mt-6 max-w-xl">
            <Form key={JSON.stringify(weights)}>
              <HiddenField name="version" value={version} />
              <HiddenWeights weights={weights} />
              <Field name="reason" label={t('matching:change.reason')} />
              <Submit>{t('matching:change.save')}</Submit>
            </Form>
          </div>
        </Section>
      )}
    </Page>
  )
}
