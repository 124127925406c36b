import { useText } from '~/texts/use-text'
import { Choices, optionsOf } from '~/ui/form-fields'
import { SuggestField } from '~/ui/suggest-field'
import { SKILL_LEVELS } from './candidate-skill'

/** A skill and how well it is known. `suggestions` is the address that completes the words. */
export function SkillFields({
  label,
  hint,
  suggestions,
}: {
  label: string
  hint: string
  suggestions: string
}) {
  const { t } = useText()
  return (
    <>
      <SuggestField name="words" label={label} hint={hint} from={suggestions} />
      <Choices
        name="level"
        label={t('candidates:skills.level')}
        optional
        options={optionsOf(SKILL_LEVELS, (value) => t(`candidates:skill_level.${value}`))}
      />
    </>
  )
}
