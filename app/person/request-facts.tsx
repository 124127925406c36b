import { Link } from '@remix-run/react'
import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { Facts } from '~/ui/page'
import type { findRequest } from './requests.server'

type PersonRequest = NonNullable<Awaited<ReturnType<typeof findRequest>>>

/** Who asked for what, until when it must be answered, and what the answer was. */
export function RequestFacts({ found, seesPerson }: { found: PersonRequest; seesPerson: boolean }) {
  const { t, format } = useText()
  return (
    <Facts
      facts={[
        {
          label: t('requests:who'),
          value: seesPerson ? (
            <Link className="link" to={`/candidates/${found.candidateId}`}>
              {found.name ? `${found.name} (${found.number})` : found.number}
            </Link>
          ) : (
            found.number
          ),
        },
        { label: t('requests:words'), value: found.words },
        {
          label: t('requests:received_label'),
          value: `${format.day(found.receivedOn)}, ${t(`requests:how.${found.how}` as TextKey)}`,
        },
        {
          label: t('requests:due'),
          value: format.day(found.extendedUntil ?? found.dueOn),
        },
        { label: t('requests:extension_reason'), value: found.extensionReason },
        {
          label: t('requests:outcome_label'),
          value: found.outcome && t(`requests:outcome.${found.outcome}` as TextKey),
        },
        { label: t('requests:answer'), value: found.answer },
        {
          label: t('requests:answered_by'),
          value:
            found.answeredAt &&
            [format.moment(found.answeredAt), found.answererName].filter(Boolean).join(', '),
        },
      ]}
    />
  )
}
