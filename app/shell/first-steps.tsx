import { Link } from '@remix-run/react'
import { useText } from '~/texts/use-text'
import { Badge, Section } from '~/ui/page'
import type { Step } from './today'

/** What to do first in an empty installation. */
export function FirstSteps({ steps }: { steps: Step[] }) {
  const { t } = useText()
  return (
    <Section id="first-steps" title={t('shell:steps_title')}>
      <p className="mb-3 text-soft">{t('shell:steps_lead')}</p>
      <ol className="grid gap-3 md:grid-cols-3">
        {steps.map(({ step, to, done }, index) => (
          <li key={step} className="flex gap-4 rounded-lg border border-line bg-card p-4">
            <span aria-hidden="true" className="text-3xl font-semibold text-bridge">
              {index + 1}
            </span>
            <div>
              <p className="flex flex-wrap items-center gap-2">
                <Link className="link font-semibold" to={to}>
                  {t(`shell:steps.${step}`)}
                </Link>
                {done && <Badge tone="good">{t('shell:step_done')}</Badge>}
              </p>
              <p className="mt-1 text-sm text-soft">{t(`shell:steps.${step}_lead`)}</p>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}
