import { Link } from '@remix-run/react'
import { useText } from '~/texts/use-text'
import { Card } from '~/ui/page'
import type { CompanyFits } from './company-fits.server'

/** Whom the company could meet today, without naming anyone: a reason to call, said in skills. */
export function CompanyFitsCard({ fits }: { fits: CompanyFits }) {
  const { t } = useText()
  if (!fits || fits.people === 0) return null
  return (
    <Card className="mb-6">
      <h2 className="text-lg font-semibold">{t('calls:fits.title', { count: fits.people })}</h2>
      <p className="mb-2 text-sm text-soft">{t(`calls:fits.from_${fits.from}`)}</p>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {fits.skills.map(({ name, people }) => (
          <li key={name}>
            <span className="font-medium">{name}</span>{' '}
            <span className="text-soft">{t('calls:fits.people', { count: people })}</span>
          </li>
        ))}
      </ul>
      {fits.shown.length > 0 && (
        <ul className="mt-3 space-y-1 border-t border-line pt-3">
          {fits.shown.map(({ id, number, skills }) => (
            <li key={id}>
              <Link className="link font-medium" to={`/candidates/${id}`}>
                {number}
              </Link>{' '}
              {skills.join(', ')}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
