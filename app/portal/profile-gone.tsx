import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { PortalPage } from './portal-page'

/** What an employer sees where a profile was; it does not tell why it went. */
export function ProfileGone() {
  const { t } = useText()
  return (
    <PortalPage title={t('portal:gone_title')}>
      <p className="mb-6 text-lg">{t('portal:gone')}</p>
      <ButtonLink to="/portal">{t('portal:back')}</ButtonLink>
    </PortalPage>
  )
}
