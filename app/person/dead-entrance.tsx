import { useText } from '~/texts/use-text'
import { OwnPage } from './own-page'

/** What stands behind a link that is too old, was ended or never was. */
export function DeadEntrance() {
  const { t } = useText()
  return (
    <OwnPage title={t('person:enter.dead_title')}>
      <p>{t('person:enter.dead')}</p>
    </OwnPage>
  )
}
