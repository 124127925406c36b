import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Form, Submit } from '~/ui/form'
import { Field } from '~/ui/form-fields'
import { Card, Page } from '~/ui/page'

/** The two fields of a new password. */
export function NewPasswordFields() {
  const { t } = useText()
  return (
    <>
      <Field
        name="password"
        type="password"
        label={t('auth:new_password')}
        hint={t('auth:new_password_hint')}
        autoComplete="new-password"
      />
      <Field name="again" type="password" label={t('auth:again')} autoComplete="new-password" />
    </>
  )
}

/** Choosing a password by a mailed link. `email` ties the password to its name in a password manager. */
export function NewPasswordPage({ title, lead, email }: { title: string; lead: string; email: string }) {
  const { t } = useText()
  return (
    <Page narrow title={title} lead={lead}>
      <Card>
        <Form>
          <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
          <NewPasswordFields />
          <Submit>{t('auth:save_password')}</Submit>
        </Form>
      </Card>
    </Page>
  )
}

/** A link that was used or is too old, and what to do instead. */
export function DeadLinkPage() {
  const { t } = useText()
  return (
    <Page narrow title={t('auth:link_dead_title')} lead={t('auth:link_dead')}>
      <div className="flex flex-wrap gap-2">
        <ButtonLink to="/sign-in" look="primary">
          {t('auth:sign_in')}
        </ButtonLink>
        <ButtonLink to="/forgotten-password">{t('auth:forgotten')}</ButtonLink>
      </div>
    </Page>
  )
}
