import { standingOf } from '~/candidates/consent'
import { today } from '~/platform/dates'
import { createFormat, type Format } from '~/texts/format'
import type { Translate } from '~/texts/text'
import type { Language, TextKey } from '~/texts/text-keys'
import type { OwnData } from './own-export.server'
import type { OwnFact } from './own-facts'
import { toldEvent } from './own-history'
import { isReadingInWords } from './reading'

/** The person's data as one page that any browser opens without a network, headings and lists only. */
export function exportPage(data: OwnData, language: Language, t: Translate): string {
  const words = { language, t, format: createFormat(language) }
  const sections = [
    ...aboutOneself(data, words),
    ...decisions(data, words),
    ...course(data, words),
    ...whoLooked(data, words),
  ]
  const title = escaped(t('person:data.title'))
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${title}</title>
<style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem}</style></head>
<body><h1>${title}</h1><p>${escaped(`${t('person:data.source_you')} ${t('person:data.notes')}`)}</p>${sections.join('')}</body></html>
`
}

type Words = { language: Language; t: Translate; format: Format }

/** Who the person is, what they can do, and their CVs. */
function aboutOneself(data: OwnData, { t, format, language }: Words): string[] {
  const { details } = data
  return [
    section(t('person:data.details'), factLines(data.facts, t, format)),
    section(
      t('caseload:next_step.title'),
      details.nextStep
        ? [joined(details.nextStepOn && format.day(details.nextStepOn), details.nextStep)]
        : [],
    ),
    section(t('candidates:field.coach'), details.coachName ? [details.coachName] : []),
    section(
      t('person:data.skills'),
      data.skills.map((skill) =>
        joined(
          skill[language],
          t(`person:skill.source.${skill.source}` as TextKey),
          skill.evidence,
          skill.confirmerName && t('history:written_by', { name: skill.confirmerName }),
        ),
      ),
    ),
    section(
      t('person:data.cvs'),
      data.cvs.map((cv) =>
        joined(
          cv.fileName,
          t('person:data.written', {
            name: cv.uploaderName ?? t('person:data.house'),
            day: format.moment(cv.uploadedAt),
          }),
        ),
      ),
    ),
  ]
}

/** What the person agreed to, and which companies see nothing. */
function decisions(data: OwnData, { t, format }: Words): string[] {
  return [
    section(
      t('person:consent.answers'),
      data.consents.map((consent) =>
        joined(
          t(`consents:tier.${consent.tier}` as TextKey),
          consent.companyName ?? consent.roundName,
          t(`person:consent.standing.${standingOf(consent, today())}`),
          format.day(consent.answeredOn),
          consent.expiresOn && format.day(consent.expiresOn),
          t(`consents:ways.${consent.how}` as TextKey),
          consent.recorderName && t('history:written_by', { name: consent.recorderName }),
        ),
      ),
    ),
    section(
      t('person:blocked.title'),
      data.blocked.map(({ name }) => name),
    ),
  ]
}

/** To whom the person was shown, and how it went on from there. */
function course(data: OwnData, { t, format }: Words): string[] {
  return [
    section(
      t('person:shown_title'),
      data.presentations.map((one) =>
        joined(
          one.companyName,
          one.contactName,
          one.needTitle,
          format.moment(one.sentAt),
          one.answer && t(`person:answer.${one.answer as 'interested' | 'not_now' | 'tell_me_more'}`),
          one.released,
        ),
      ),
    ),
    section(
      t('assessments:title'),
      data.assessments.map((one) =>
        joined(
          t(`assessments:instrument.${one.instrument}`),
          t(`assessments:wave.${one.wave}`),
          format.day(one.doneOn),
          t('assessments:points', { points: one.result.points, most: one.result.most }),
        ),
      ),
    ),
    section(
      t('assessments:outside.title'),
      data.outsideAssessments.map((one) =>
        joined(
          t(`assessments:outside.instrument.${one.instrument}` as TextKey),
          one.doneOn && format.day(one.doneOn),
        ),
      ),
    ),
    section(
      t('history:title'),
      data.events.map((event) => {
        const { title, parts } = toldEvent(event, t, format)
        return joined(format.day(event.on), t(`history:kind.${event.kind}`), title, ...parts)
      }),
    ),
    section(
      t('history:own_contact.title'),
      data.ownContacts.map((one) => joined(format.day(one.contactedOn), one.company, one.cameOfIt)),
    ),
  ]
}

/** Who looked at the data, and what the person asked for. */
function whoLooked(data: OwnData, { t, format }: Words): string[] {
  return [
    section(
      t('person:reading.employers'),
      data.views.map((view) => joined(format.moment(view.at), view.name, view.companyName)),
    ),
    section(
      t('person:reading.house'),
      data.readings.map((reading) =>
        joined(
          format.moment(reading.at),
          reading.name,
          reading.organisation,
          t(`person:reading.what.${isReadingInWords(reading.what) ? reading.what : 'other'}`),
        ),
      ),
    ),
    section(
      t('requests:own_title'),
      data.requests.map((one) =>
        joined(t(`requests:kind.${one.kind}`), format.day(one.receivedOn), one.words, one.answer),
      ),
    ),
  ]
}

/** Each fact with where it came from, in the words that the pages use. */
function factLines(facts: readonly OwnFact[], t: Translate, format: Format): string[] {
  return facts.map(({ fact, value, source, writtenAt, writerName }) => {
    const [name, code] = fact.split(':')
    const label = code ? format.language(code) : t(factLabel(name ?? fact))
    const written = t('person:data.written', {
      name: writerName ?? t('person:data.house'),
      day: format.moment(writtenAt),
    })
    const from = source === 'first' ? null : t(`person:data.fact_source.${source}`)
    return joined(`${label}: ${factInWords(fact, value, t, format)}`, from, written)
  })
}

function factLabel(fact: string): TextKey {
  if (fact === 'headline') return 'person:data.headline'
  return (fact === 'number' ? 'candidates:column.number' : `candidates:field.${fact}`) as TextKey
}

function factInWords(fact: string, value: OwnFact['value'], t: Translate, format: Format): string {
  if (typeof value === 'boolean') return t(value ? 'ui:yes' : 'ui:no')
  if (typeof value !== 'string')
    return (value ?? [])
      .map((one) => (fact === 'forms' ? t(`candidates:form.${one}` as TextKey) : one))
      .join(', ')
  if (fact === 'language') return t(`ui:languages.${value}` as TextKey)
  if (fact.startsWith('language:')) return t(`candidates:level.${value}` as TextKey)
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? format.day(value) : value
}

function section(title: string, lines: string[]): string {
  if (lines.length === 0) return ''
  return `<h2>${escaped(title)}</h2><ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`
}

function joined(...parts: (string | null | undefined | false | 0)[]): string {
  return parts.filter(Boolean).join(' · ')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
