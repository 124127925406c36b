import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { Notice } from '~/ui/page'
import { LOW_CONFIDENCE } from './cv-reading/cv-reading'

const RELOAD_EVERY_MS = 1500
const RELOAD_EVERY_WITHOUT_SCRIPT_S = 5

type CvState = {
  status: string
  problem: string | null
  madeCurrentAt: Date | null
  pages: number | null
  pagesRead: number | null
  confidence: number | null
}

/** How far the reading is, and what stood in its way. */
export function CvStatus({ cv }: { cv: CvState }) {
  const { t } = useText()
  const waiting = cv.status === 'waiting'
  useReloadWhile(waiting)
  return (
    <>
      {waiting && (
        <Notice>
          <noscript>
            <meta httpEquiv="refresh" content={String(RELOAD_EVERY_WITHOUT_SCRIPT_S)} />
          </noscript>
          <div role="status">
            <p>{t(cv.pagesRead === null ? 'cvs:waiting' : 'cvs:scan_waiting')}</p>
            {cv.pagesRead !== null && cv.pages !== null && (
              <p>{t('cvs:scan_page', { read: cv.pagesRead, of: cv.pages })}</p>
            )}
          </div>
          {!cv.madeCurrentAt && <p>{t('cvs:taken_over_once_read')}</p>}
          <p className="text-sm text-soft">{t('cvs:reload')}</p>
        </Notice>
      )}
      {cv.problem && (
        <Notice tone="warn" title={t(`cvs:problem.${cv.problem}` as TextKey)}>
          {cv.status === 'unreadable' && <p>{t('cvs:kept_by_hand')}</p>}
          {!cv.madeCurrentAt && <p>{t('cvs:not_taken_over')}</p>}
        </Notice>
      )}
      {cv.status === 'read' && cv.confidence !== null && (
        <Notice
          tone={cv.confidence < LOW_CONFIDENCE ? 'warn' : undefined}
          title={t('cvs:by_ocr', { confidence: cv.confidence })}
        >
          {cv.confidence < LOW_CONFIDENCE && t('cvs:by_ocr_low')}
        </Notice>
      )}
    </>
  )
}

/** Asks the server again while the CV is being read. */
function useReloadWhile(waiting: boolean) {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(revalidate, RELOAD_EVERY_MS)
    return () => clearInterval(timer)
  }, [waiting, revalidate])
}
