import type { Format } from '~/texts/format'
import type { Translate } from '~/texts/text'
import type { TextKey } from '~/texts/text-keys'

/** One thing that happened with the person. `code` and `state` are the kind's own, `about` is whom or what it was with. */
export type OwnEvent = {
  kind: 'placement' | 'session' | 'meeting' | 'question' | 'coach' | 'cadence' | 'outcome' | 'end'
  id: string
  on: string
  until: string | null
  code: string | null
  state: string
  about: string | null
  words: string | null
  writerName: string | null
}

/** An event in the reader's language: what it was, how it went, and who wrote it down. */
export function toldEvent(event: OwnEvent, t: Translate, format: Pick<Format, 'day'>) {
  const { kind, code, state, about, words, until, writerName } = event
  const of = (family: string, value: string | null) => value && t(`${family}.${value}` as TextKey)
  const told: Record<OwnEvent['kind'], { title: string; parts: (string | null)[] }> = {
    placement: {
      title: `${of('candidates:form', code)}: ${about}`,
      parts: [words, of('placements:status', state)],
    },
    session: {
      title: about ?? '',
      parts: [words, of('mentoring:session_status', state), of('mentoring:attendance', code)],
    },
    meeting: { title: about ?? '', parts: [of('meetings:status', state), of('meetings:attendance', code)] },
    question: {
      title: [of('consents:tier', code), about].filter(Boolean).join(', '),
      parts: [words, of('history:question', state)],
    },
    coach: { title: t('history:coach_is', { name: about ?? '–' }), parts: [words] },
    cadence: { title: t('caseload:cadence.gap', { min: code ?? '', max: state }), parts: [] },
    outcome: { title: of('placements:class', code) ?? '', parts: [of('placements:seen', state), words] },
    end: {
      title: of('candidates:end.reasons', code) ?? '',
      parts: [of('candidates:end.outcome', state), words, about && t('history:handed_back', { name: about })],
    },
  }
  const { title, parts } = told[kind]
  return {
    title,
    parts: [
      ...parts,
      until && t(kind === 'end' ? 'history:reopened' : 'history:until', { day: format.day(until) }),
      writerName && t('history:written_by', { name: writerName }),
    ].filter((part) => typeof part === 'string' && part !== ''),
  }
}
