import { useText } from '~/texts/use-text'
import { Notice, Section } from '~/ui/page'
import type { Company } from '../companies.server'
import type { Belonging } from './belongings.server'

/** What a merge will move and what follows from it, said before it is done. */
export function MergeConsequences({
  kept,
  removed,
  belongings,
}: {
  kept: Company
  removed: Company
  belongings: Belonging[]
}) {
  const { t } = useText()
  const names = { kept: kept.name, removed: removed.name }
  const banned = [kept, removed].filter(
    ({ callSuppressed, mailSuppressed }) => callSuppressed || mailSuppressed,
  )
  const consents = belongings.some(({ what }) => what === 'consent')
  return (
    <Section id="moves" title={t('duplicates:moves')}>
      {belongings.length === 0 ? (
        <p className="mb-3">{t('duplicates:moves_nothing', names)}</p>
      ) : (
        <>
          <p>{t('duplicates:moves_lead', names)}</p>
          <ul className="mb-3 list-disc pl-5">
            {belongings.map(({ what, count }) => (
              <li key={what}>{t(`duplicates:counts.${what}`, { count })}</li>
            ))}
          </ul>
        </>
      )}
      {banned.length > 0 && (
        <Notice tone="bad" title={`${t('duplicates:banned')}: ${banned.map(({ name }) => name).join(', ')}`}>
          {t('duplicates:consequence.bans')}
        </Notice>
      )}
      <ul className="list-disc pl-5 text-soft">
        <li>{t('duplicates:consequence.address')}</li>
        <li>{t('duplicates:consequence.one_row')}</li>
        {banned.length === 0 && <li>{t('duplicates:consequence.bans')}</li>}
        {consents && <li>{t('duplicates:consequence.consents')}</li>}
        <li>{t('duplicates:consequence.undo')}</li>
      </ul>
    </Section>
  )
}
