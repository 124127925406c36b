import { Link } from '@remix-run/react'
import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { Badge, type Tone } from '~/ui/page'
import type { listCvs } from './cvs.server'

const CV_TONES: Record<string, Tone> = { waiting: 'info', read: 'good', unreadable: 'warn' }

export function CvList({ base, cvs }: { base: string; cvs: Awaited<ReturnType<typeof listCvs>> }) {
  const { t, format } = useText()
  if (cvs.length === 0) return <p className="text-soft">{t('cvs:none')}</p>
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-card">
      {cvs.map((cv) => (
        <li key={cv.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3">
          <Link className="link font-medium" to={`${base}/cvs/${cv.id}`}>
            {t('cvs:version', { number: cv.number })}
          </Link>
          <Badge tone={CV_TONES[cv.status]}>{t(`cvs:${cv.status}` as TextKey)}</Badge>
          {cv.madeCurrentAt && <Badge tone="info">{t('cvs:current')}</Badge>}
          {cv.isPersonsOwn && <Badge>{t('cvs:persons_own')}</Badge>}
          <span className="text-sm text-soft">
            {format.moment(cv.uploadedAt)}
            {cv.approvedOn && <> · {t('cvs:approved_on', { day: format.day(cv.approvedOn) })}</>}
            {cv.undecided ? (
              <>
                {' '}
                · {t('cvs:undecided')}: {format.number(cv.undecided)}
              </>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  )
}
