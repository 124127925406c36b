import { useText } from '~/texts/use-text'
import { EVIDENCE, LINKS, type MatchWeights } from './match-rules'

/** Every weight by the name of its field, with its words, in the groups of the page. */
export function useWeightGroups() {
  const { t } = useText()
  return [
    {
      title: t('matching:rules.group.lines'),
      weights: (['must', 'nice', 'language'] as const).map((name) => ({
        name: name as string,
        label: t(`matching:rules.${name}`),
        max: 9,
        of: (weights: MatchWeights) => weights[name],
      })),
    },
    {
      title: t('matching:rules.group.link'),
      weights: LINKS.map((link) => ({
        name: `link.${link}`,
        label: t(`matching:link.${link}`),
        max: 100,
        of: (weights: MatchWeights) => weights.link[link],
      })),
    },
    {
      title: t('matching:rules.group.evidence'),
      weights: EVIDENCE.map((place) => ({
        name: `evidence.${place}`,
        label: t(`matching:grounds.${place}`),
        max: 100,
        of: (weights: MatchWeights) => weights.evidence[place],
      })),
    },
    {
      title: t('matching:rules.group.other'),
      weights: (
        [
          ['unconfirmed', 'unconfirmed_share', 100],
          ['levelBelow', 'level_below', 100],
          ['levelUnknown', 'level_unknown', 100],
          ['step', 'step', 25],
        ] as const
      ).map(([name, text, max]) => ({
        name: name as string,
        label: t(`matching:rules.${text}`),
        max,
        of: (weights: MatchWeights) => weights[name],
      })),
    },
  ]
}

/** The weights of a version as tables, one for each group. */
export function WeightTables({ weights }: { weights: MatchWeights }) {
  const { t, format } = useText()
  return (
    <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
      {useWeightGroups().map((group) => (
        <table key={group.title} className="h-fit w-full text-left">
          <caption className="pb-1 text-left font-medium">{group.title}</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">{t('matching:rules.what')}</th>
              <th scope="col">{t('matching:rules.weight')}</th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line border-y border-line">
            {group.weights.map(({ name, label, of }) => (
              <tr key={name}>
                <th scope="row" className="py-1 pr-4 font-normal">
                  {label}
                </th>
                <td className="py-1 text-right tabular-nums">{format.number(of(weights))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  )
}
