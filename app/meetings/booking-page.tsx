import type { ReactNode } from 'react'
import { useText } from '~/texts/use-text'
import { Card, Facts, Notice } from '~/ui/page'
import type { LinkedMeeting } from './meeting-link.server'

type Shown = Pick<
  LinkedMeeting,
  'title' | 'minutesLong' | 'place' | 'link' | 'hostName' | 'over' | 'declined'
> & {
  startsAt: Date | string
}

/** What the guest may know of the meeting, and below it what they can do. */
export function BookedMeeting({ meeting, children }: { meeting: Shown; children?: ReactNode }) {
  const { t, format } = useText()
  return (
    <>
      {meeting.over && <Notice>{t(`booking:over.${meeting.over}`)}</Notice>}
      {meeting.declined && !meeting.over && <Notice>{t('booking:you_declined')}</Notice>}
      <Card className="mb-6">
        <Facts
          facts={[
            { label: t('meetings:field.title'), value: meeting.title },
            {
              label: t('meetings:field.starts_at'),
              value: `${format.moment(meeting.startsAt)}, ${format.duration(meeting.minutesLong)}`,
            },
            { label: t('booking:with'), value: meeting.hostName },
            { label: t('meetings:field.place'), value: meeting.place },
            {
              label: t('meetings:field.link'),
              value: meeting.link && (
                <a className="link break-all" href={meeting.link} rel="noreferrer">
                  {meeting.link}
                </a>
              ),
            },
          ]}
        />
      </Card>
      {children}
    </>
  )
}
