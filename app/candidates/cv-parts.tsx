import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { ActionButton } from '~/ui/form'
import { Card } from '~/ui/page'

/** What can be done with a version of a CV. */
export function CvActions({
  candidateId,
  cv,
}: {
  candidateId: string
  cv: { id: string; number: number; madeCurrentAt: Date | null }
}) {
  const { t } = useText()
  const versions = `/candidates/${candidateId}/cvs`
  const base = `${versions}/${cv.id}`
  return (
    <>
      <ButtonLink to={`${base}/file`} reloadDocument>
        {t('cvs:open_file')}
      </ButtonLink>
      {!cv.madeCurrentAt && <ActionButton action={`${base}/use`}>{t('cvs:make_current')}</ActionButton>}
      <ActionButton action={`${base}/rereading`}>{t('cvs:read_again')}</ActionButton>
      {cv.number > 1 && (
        <ButtonLink to={`${versions}/comparison?second=${cv.id}`}>{t('cvs:compare')}</ButtonLink>
      )}
      <ButtonLink to={`${base}/removal`}>{t('cvs:remove')}</ButtonLink>
    </>
  )
}

/** When the person approved a version of a CV to be shown, or the button that notes it. */
export function CvApproval({ base, cv }: { base: string; cv: { approvedOn: string | null } }) {
  const { t, format } = useText()
  return (
    <Card className="mb-6">
      {cv.approvedOn ? (
        <p>{t('cvs:approved_on', { day: format.day(cv.approvedOn) })}</p>
      ) : (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="max-w-prose text-soft">{t('cvs:approve_explain')}</p>
          <ActionButton action={`${base}/approval`}>{t('cvs:approve')}</ActionButton>
        </div>
      )}
    </Card>
  )
}
