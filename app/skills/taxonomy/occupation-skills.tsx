import { Link, Form as SearchForm } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useText } from '~/texts/use-text'
import { Button } from '~/ui/button'
import { Form, Submit } from '~/ui/form'
import { Choices } from '~/ui/form-fields'
import { EmptyState, Notice, Section } from '~/ui/page'
import type { OccupationSuggestions } from './occupations.server'

/** Looks for an occupation and offers the skills it cannot be done without; what a person checks is added. */
export function OccupationSkills({
  suggestions,
  children,
}: {
  suggestions: OccupationSuggestions
  /** Further fields of the form. */
  children?: ReactNode
}) {
  const { t, language } = useText()
  const { typed, isImported, found, chosen } = suggestions
  if (!isImported) {
    return <EmptyState title={t('skills:occupation.none')}>{t('skills:occupation.none_hint')}</EmptyState>
  }
  return (
    <>
      <SearchForm method="get" role="search" className="mb-6 flex flex-wrap items-end gap-3">
        <label className="min-w-0 grow basis-56">
          <span className="mb-1 block font-medium">{t('skills:occupation.search')}</span>
          <input type="search" name="q" defaultValue={typed} className="control" />
        </label>
        <Button look="secondary">{t('ui:search')}</Button>
      </SearchForm>
      {typed !== '' && found.length === 0 && <p role="status">{t('skills:occupation.not_found')}</p>}
      {found.length > 0 && (
        <ul className="mb-6 divide-y divide-line border-y border-line">
          {found.map(({ uri, label }) => (
            <li key={uri} className="py-2">
              <Link
                className="link"
                aria-current={uri === chosen?.uri ? 'true' : undefined}
                to={`?q=${encodeURIComponent(typed)}&occupation=${encodeURIComponent(uri)}#chosen`}
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {chosen && (
        <Section id="chosen" title={chosen.label}>
          {chosen.known > 0 && <Notice>{t('skills:occupation.known', { count: chosen.known })}</Notice>}
          {chosen.skills.length === 0 ? (
            <p>{t('skills:occupation.nothing_new')}</p>
          ) : (
            <Form>
              <Choices
                name="skills"
                type="checkbox"
                label={t('skills:occupation.essential')}
                hint={t('skills:occupation.essential_hint')}
                options={chosen.skills.map((skill) => ({ value: skill.id, label: skill[language] }))}
              />
              {children}
              <Submit>{t('skills:occupation.add')}</Submit>
            </Form>
          )}
        </Section>
      )}
    </>
  )
}
