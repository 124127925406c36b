import { filterAddress, type Narrowed } from '~/platform/list-params'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'

/** Takes the rows of a page, all of them and narrowed as they are, as a table for spreadsheets. */
export function ExportLink({ to, list }: { to: string; list?: Narrowed }) {
  const { t } = useText()
  const filter = list ? filterAddress(list) : ''
  return (
    <ButtonLink to={filter ? `${to}?${filter}` : to} look="quiet" reloadDocument>
      {t('exports:take')}
    </ButtonLink>
  )
}
