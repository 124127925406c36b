import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { ActionButton } from '~/ui/form'

/** Starts, closes or reopens a programme, and leads to its details. */
export function ProgrammeActions({
  programme,
}: {
  programme: { id: string; status: string; version: number }
}) {
  const { t } = useText()
  const base = `/mentoring/${programme.id}`
  const next = { draft: 'running', running: 'closed', closed: 'running' }[programme.status] ?? 'running'
  return (
    <>
      <ActionButton
        look="primary"
        action={`${base}/status`}
        fields={{ status: next, version: programme.version }}
      >
        {t(`mentoring:make.${programme.status}` as TextKey)}
      </ActionButton>
      <ButtonLink to={`${base}/edit`}>{t('ui:edit')}</ButtonLink>
    </>
  )
}
