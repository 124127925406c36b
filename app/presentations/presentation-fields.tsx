import type { SharingTier } from '~/candidates/consent'
import { useText } from '~/texts/use-text'
import { HiddenField } from '~/ui/form'
import { Choices, Field, optionsOf, Select, TextArea } from '~/ui/form-fields'
import type { presentationChoices } from './preview.server'

type PresentationChoices = Awaited<ReturnType<typeof presentationChoices>>

/** To whom, what and how long, for the tiers that may be chosen; the server checks again. */
export function PresentationFields({
  choices,
  tiers,
  needsSecondLook,
  isForNeed,
}: {
  choices: PresentationChoices
  tiers: readonly SharingTier[]
  needsSecondLook: boolean
  isForNeed: boolean
}) {
  const { t, format } = useText()
  const { contacts, cvs, consents } = choices
  const unreachable = contacts.filter((contact) => !contact.reachable)
  return (
    <>
      <Choices
        name="tier"
        label={t('presentations:field.tier')}
        hint={
          consents.T1?.state === 'given' &&
          t('consents:in_force_until', { day: format.day(consents.T1.expiresOn) })
        }
        options={optionsOf(tiers, (value) => t(`consents:tier.${value}`))}
      />
      <Select
        name="contactId"
        label={t('presentations:field.contact')}
        hint={
          unreachable.length > 0 &&
          t('presentations:unreachable', { names: unreachable.map(({ name }) => name).join(', ') })
        }
        options={contacts
          .filter((contact) => contact.reachable)
          .map(({ id, name, role }) => ({ value: id, label: role ? `${name}, ${role}` : name }))}
      />
      {tiers.includes('T2') && (
        <Select
          name="cvId"
          label={t('presentations:field.cv')}
          hint={t(cvs.length > 0 ? 'presentations:field.cv_hint' : 'presentations:no_approved_cv')}
          optional
          options={cvs.map(({ id, number, approvedOn }) => ({
            value: id,
            label: t('presentations:cv_version', {
              number,
              day: approvedOn ? format.day(approvedOn) : '',
            }),
          }))}
        />
      )}
      <Field
        name="expiresOn"
        type="date"
        label={t('presentations:field.expires_on')}
        hint={t('presentations:field.expires_on_hint')}
      />
      <TextArea
        name="message"
        label={t('presentations:field.message')}
        hint={t('presentations:field.message_hint')}
        optional
        rows={3}
      />
      {needsSecondLook && (
        <TextArea
          name="secondLook"
          label={t('presentations:second_look.reason')}
          hint={t('presentations:second_look.reason_hint')}
          rows={2}
        />
      )}
      {isForNeed && (
        <TextArea
          name="outOfOrder"
          label={t('lists:out_of_order')}
          hint={t('lists:out_of_order_hint')}
          optional
          rows={2}
        />
      )}
    </>
  )
}

/** What the form is about, as the page was opened: the person, the company, the need and the profile as previewed. */
export function AboutWhat({
  candidate,
  company,
  need,
  preview,
}: {
  candidate: { id: string }
  company: { id: string }
  need: { id: string } | null
  preview: { profileSha256: string }
}) {
  return (
    <>
      <HiddenField name="candidateId" value={candidate.id} />
      <HiddenField name="companyId" value={company.id} />
      {need && <HiddenField name="needId" value={need.id} />}
      <HiddenField name="profileSha256" value={preview.profileSha256} />
    </>
  )
}
