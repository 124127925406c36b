import { useText } from '~/texts/use-text'
import { Notice } from '~/ui/page'
import type { ContactChannel } from './contact-event'
import type { ContactInTheWay as Contact } from './cooldown.server'

/** Who was in touch with a company, how, for which project, and how long it is left in peace. */
export function ContactInTheWay({ contact }: { contact: Contact }) {
  const { t, format } = useText()
  return (
    <Notice
      tone="warn"
      title={t('contacts:in_the_way', {
        who: contact.personName ?? t('contacts:somebody'),
        when: format.moment(contact.at),
      })}
    >
      {t('contacts:in_the_way_lead', {
        channel: t(`contacts:channels.${contact.channel as ContactChannel}`),
        project: contact.projectName ?? t('contacts:no_project'),
        until: format.moment(contact.until),
      })}
    </Notice>
  )
}
