import { useText } from '~/texts/use-text'
import { Choices, Field, optionsOf, Select, TextArea } from '~/ui/form-fields'
import { FORMS, PURPOSES } from './placement'

/** The fields of a placement's terms; what a form of work does not need is left empty. */
export function PlacementFields({
  contacts,
  rounds,
}: {
  contacts: { id: string; name: string }[]
  rounds: { id: string; name: string }[]
}) {
  const { t } = useText()
  return (
    <>
      <Choices
        name="form"
        label={t('placements:field.form')}
        options={optionsOf(FORMS, (value) => t(`placements:form.${value}`))}
      />
      <Field name="title" label={t('placements:field.title')} />
      <Field
        name="employerOfRecord"
        label={t('placements:field.employer')}
        hint={t('placements:field.employer_hint')}
      />
      <div className="grid items-end gap-5 sm:grid-cols-2">
        <Field name="startsOn" type="date" label={t('placements:field.starts_on')} />
        <Field
          name="endsOn"
          type="date"
          label={t('placements:field.ends_on')}
          hint={t('placements:field.ends_hint')}
        />
        <Field name="hoursPerDay" type="number" step="0.5" label={t('placements:field.hours')} optional />
        <Field name="daysPerWeek" type="number" label={t('placements:field.days')} optional />
      </div>
      <Field name="place" label={t('placements:field.place')} optional />
      <Select
        name="roundId"
        label={t('placements:field.round')}
        hint={t('placements:field.round_hint')}
        optional
        options={rounds.map((round) => ({ value: round.id, label: round.name }))}
      />
      <TextArea name="tasks" label={t('placements:field.tasks')} optional />
      {contacts.length > 0 && (
        <Select
          name="supervisorId"
          label={t('placements:field.supervisor')}
          optional
          options={contacts.map((contact) => ({ value: contact.id, label: contact.name }))}
        />
      )}
      <Field
        name="supervisorName"
        label={contacts.length > 0 ? t('placements:field.supervisor_name') : t('placements:field.supervisor')}
        optional
      />
      <AgreementFields />
    </>
  )
}

/** Signatures, insurance and decisions, as far as they are there. */
function AgreementFields() {
  const { t } = useText()
  return (
    <fieldset className="space-y-5">
      <legend className="mb-2 text-lg font-semibold">{t('placements:field.agreement')}</legend>
      <Choices
        name="purpose"
        label={t('placements:field.purpose')}
        optional
        options={optionsOf(PURPOSES, (value) => t(`placements:purpose.${value}`))}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field
          name="signedByCandidateOn"
          type="date"
          label={t('placements:field.signed_candidate')}
          optional
        />
        <Field name="signedByHostOn" type="date" label={t('placements:field.signed_host')} optional />
        <Field
          name="signedByAuthorityOn"
          type="date"
          label={t('placements:field.signed_authority')}
          optional
        />
        <Field name="insuranceRef" label={t('placements:field.insurance')} optional />
        <Field name="subsidyDecidedOn" type="date" label={t('placements:field.subsidy_decided')} optional />
        <Field name="decisionRef" label={t('placements:field.decision_ref')} optional />
        <Field name="transferPermitRef" label={t('placements:field.transfer_permit')} optional />
      </div>
    </fieldset>
  )
}
