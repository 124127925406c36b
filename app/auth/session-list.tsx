import { Form } from '@remix-run/react'
import { useText } from '~/texts/use-text'
import { Button } from '~/ui/button'
import { Badge, Card, Section } from '~/ui/page'

type Session = { device: string | null; createdAt: Date; isThis: boolean }

/** Where a person is signed in, and the two ways to end it. */
export function SessionList({ sessions }: { sessions: Session[] }) {
  const { t, format } = useText()
  return (
    <Section title={t('auth:sessions')} id="sessions">
      <Card>
        <ul className="mb-4 divide-y divide-line">
          {sessions.map((session) => (
            <li
              key={session.createdAt.toISOString()}
              className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2"
            >
              <span className="font-medium">{session.device ?? t('auth:session_unknown')}</span>
              {session.isThis && <Badge tone="info">{t('auth:session_this')}</Badge>}
              <span className="text-sm text-soft">
                {t('auth:session_since', { moment: format.moment(session.createdAt) })}
              </span>
            </li>
          ))}
        </ul>
        <div className="flex flex-wrap gap-2">
          {sessions.length > 1 && (
            <Form method="post" action="/account/other-sessions">
              <Button look="secondary">{t('auth:sign_out_others')}</Button>
            </Form>
          )}
          <Form method="post" action="/account/all-sessions" reloadDocument>
            <Button look="danger">{t('auth:sign_out_everywhere')}</Button>
          </Form>
        </div>
      </Card>
    </Section>
  )
}
