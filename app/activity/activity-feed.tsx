import { useFetcher } from '@remix-run/react'
import { useEffect, useState } from 'react'
import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { Button } from '~/ui/button'
import type { ActivityLine } from './activity.server'

type Feed = { lines: ActivityLine[]; more: boolean }

/** What happened, newest first. `moreFrom` is a loader's URL that answers `{ timeline }` for `?before=<id>`. */
export function ActivityFeed({ timeline, moreFrom }: { timeline: Feed; moreFrom?: string }) {
  const { t, format } = useText()
  const fetcher = useFetcher<{ timeline: Feed }>()
  const [feed, setFeed] = useState(timeline)
  useEffect(() => setFeed(timeline), [timeline])
  const older = fetcher.data?.timeline
  useEffect(() => {
    if (older) setFeed((shown) => ({ lines: [...shown.lines, ...older.lines], more: older.more }))
  }, [older])

  const last = feed.lines.at(-1)
  if (!last) return <p className="text-soft">{t('ui:nothing_here')}</p>
  return (
    <>
      <ol className="border-l-2 border-line pl-4">
        {feed.lines.map((line) => (
          <li
            key={line.id}
            className="relative mb-3 before:absolute before:top-2 before:-left-[1.4rem] before:size-2.5 before:rounded-full before:bg-bridge"
          >
            <p>{t(`activity:${line.action}` as TextKey, activityParams(line.detail))}</p>
            <p className="text-sm text-soft">
              <time dateTime={new Date(line.at).toISOString()}>{format.moment(line.at)}</time>
              {line.actorName && <> · {line.actorName}</>}
            </p>
          </li>
        ))}
      </ol>
      {feed.more && moreFrom && (
        <Button type="button" look="secondary" onClick={() => fetcher.load(`${moreFrom}?before=${last.id}`)}>
          {fetcher.state === 'idle' ? t('ui:show_more') : t('ui:working')}
        </Button>
      )}
    </>
  )
}

function activityParams(detail: unknown): Record<string, string | number> {
  return detail && typeof detail === 'object' ? (detail as Record<string, string | number>) : {}
}
