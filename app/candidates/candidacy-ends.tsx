import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { Badge, Card, Facts, Section } from '~/ui/page'
import type { PastEnd } from './candidacy-end.server'

/** How the person's time here ended, each time; nothing for those it never did. */
export function CandidacyEnds({ ends }: { ends: PastEnd[] }) {
  const { t, format } = useText()
  if (ends.length === 0) return null
  return (
    <Section id="ends" title={t('candidates:end.history')}>
      <ul className="space-y-3">
        {ends.map((end) => (
          <li key={end.id}>
            <Card>
              <p className="mb-2">
                <span className="font-medium">{t(`candidates:end.reasons.${end.reason}` as TextKey)}</span>{' '}
                <span className="text-sm text-soft">
                  {[format.moment(end.endedAt), end.enderName].filter(Boolean).join(' · ')}
                </span>{' '}
                {end.reopenedAt && (
                  <Badge>{t('candidates:end.reopened_at', { moment: format.moment(end.reopenedAt) })}</Badge>
                )}
              </p>
              <Facts
                facts={[
                  { label: t('candidates:field.goal'), value: end.goal },
                  {
                    label: t('candidates:end.goal_outcome'),
                    value: end.goalOutcome && t(`candidates:end.outcome.${end.goalOutcome}` as TextKey),
                  },
                  { label: t('candidates:end.comparison'), value: end.comparison },
                  {
                    label: t('candidates:end.handed_back'),
                    value:
                      end.handedBackTo &&
                      end.handedBackOn &&
                      `${end.handedBackTo}, ${format.day(end.handedBackOn)}`,
                  },
                ]}
              />
            </Card>
          </li>
        ))}
      </ul>
    </Section>
  )
}
