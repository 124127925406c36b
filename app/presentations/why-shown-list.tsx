import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import type { Ground } from './why-shown'

/** Everything that told for or against showing a person, one sentence each, in the words of staff or of the person. */
export function WhyShown({ grounds, to }: { grounds: Ground[]; to: 'staff' | 'person' }) {
  const { t, format } = useText()
  const say = (ground: Ground): string => {
    const key = (name: string) => `lists:why.${to}.${name}` as TextKey
    switch (ground.ground) {
      case 'presented':
      case 'left_out':
        return t(key(ground.reason ? `${ground.ground}_because` : ground.ground), {
          reason: ground.reason ?? '',
        })
      case 'consent':
        return t(key(`consent.${ground.state}`))
      case 'must_missing':
        return t(key('must_missing'), { words: format.list(ground.words.map((word) => `”${word}”`)) })
      case 'practical':
        return t(key('practical'), {
          what: format.list(ground.what.map((what) => t(`lists:obstacle.${what}` as TextKey))),
        })
      case 'place':
        return [
          t(key('place'), { place: ground.place, of: ground.of }),
          ground.stronger > 0 && t('lists:why.stronger', { count: ground.stronger }),
          ground.equals > 0 && t('lists:why.equals', { count: ground.equals }),
        ]
          .filter(Boolean)
          .join(' ')
      default:
        return t(key(ground.ground))
    }
  }
  return (
    <ul className="list-disc space-y-1 pl-5">
      {grounds.map((ground) => (
        <li key={ground.ground}>{say(ground)}</li>
      ))}
    </ul>
  )
}
