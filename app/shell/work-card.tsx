import { Link } from '@remix-run/react'
import { useText } from '~/texts/use-text'
import { Card } from '~/ui/page'
import type { Work } from './today'

/** One kind of work: how much of it waits, and the first few as links. */
export function WorkCard({ work }: { work: Work }) {
  const { t, format } = useText()
  const title = t(`shell:work.${work.kind}`)
  const rest = work.count - work.lines.length
  return (
    <Card className="flex flex-col">
      <h2 className="mb-2 flex items-baseline gap-3 font-semibold">
        <span className="text-2xl tabular-nums text-bridge-deep">{format.number(work.count)}</span>
        <Link className="link" to={work.all}>
          {title}
        </Link>
      </h2>
      <ul className="divide-y divide-line">
        {work.lines.map((line) => (
          <li key={line.id} className="py-1.5">
            <Link className="link inline-block min-h-6" to={line.to}>
              {line.title}
            </Link>
            <span className="block text-sm text-soft">
              {[line.at && format.moment(line.at), line.day && format.day(line.day), line.detail]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <p className="mt-auto pt-2">
          <Link className="link" to={work.all}>
            {t('shell:today_all')}
            <span className="sr-only">: {title}</span>
          </Link>
        </p>
      )}
    </Card>
  )
}
