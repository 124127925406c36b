import { useText } from '~/texts/use-text'
import { ActionButton } from '~/ui/form'
import { Badge } from '~/ui/page'
import type { listOwnCvs } from './own-data.server'

type OwnCv = Awaited<ReturnType<typeof listOwnCvs>>[number]

/** The versions of the own CV, how far each is read, and the button that takes back one not yet taken into use. */
export function OwnCvList({ cvs }: { cvs: OwnCv[] }) {
  const { t } = useText()
  if (cvs.length === 0) return <p className="text-soft">{t('person:data.no_cvs')}</p>
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-card">
      {cvs.map((cv) => (
        <OwnCvRow key={cv.id} cv={cv} />
      ))}
    </ul>
  )
}

function OwnCvRow({ cv }: { cv: OwnCv }) {
  const { t, format } = useText()
  return (
    <li className="px-4 py-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <a className="link font-medium break-all" href={`/own/cvs/${cv.id}/file`}>
          {cv.fileName}
        </a>
        {cv.madeCurrentAt && <Badge tone="good">{t('cvs:current')}</Badge>}
        {cv.isPersonsOwn && <Badge>{t('history:cv.yours')}</Badge>}
        {cv.mayRemove && <Badge tone="info">{t('history:cv.waits')}</Badge>}
        {cv.status !== 'read' && (
          <Badge tone={cv.status === 'waiting' ? 'info' : 'warn'}>
            {t(cv.status === 'waiting' ? 'history:cv.being_read' : 'history:cv.not_read')}
          </Badge>
        )}
      </p>
      <p className="text-base text-soft first-letter:uppercase">
        {[
          t('cvs:version', { number: cv.number }),
          t('person:data.written', {
            name: cv.uploaderName ?? t('person:data.house'),
            day: format.moment(cv.uploadedAt),
          }),
          cv.approvedOn && t('person:data.you_approved', { day: format.day(cv.approvedOn) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {cv.mayRemove && (
        <ActionButton action={`/own/cvs/${cv.id}/removal`}>
          {t('history:cv.remove')}
          <span className="sr-only"> {cv.fileName}</span>
        </ActionButton>
      )}
    </li>
  )
}
