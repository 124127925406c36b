import { useText } from '~/texts/use-text'
import { Choices, Field, optionsOf } from '~/ui/form-fields'
import { INVITED_HERE } from './account'

/** What an account may do, and for whom and how long an outside caller works. */
export function RolesFields() {
  const { t } = useText()
  return (
    <>
      <Choices
        name="roles"
        type="checkbox"
        label={t('auth:roles_label')}
        hint={t('auth:roles_hint')}
        options={optionsOf(INVITED_HERE, (role) => t(`auth:roles.${role}`))}
      />
      <Field name="organisation" label={t('auth:organisation')} hint={t('auth:organisation_hint')} optional />
      <Field name="expires_on" type="date" label={t('auth:expires')} hint={t('auth:expires_hint')} optional />
    </>
  )
}
