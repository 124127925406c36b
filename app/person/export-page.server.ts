import { standingOf } from '~/candidates/consent'
import { today } from '~/platform/dates'
import { createFormat } from '~/texts/format'
import type { Translate } from '~/texts/text'
import type { Language, TextKey } from '~/texts/text-keys'
import type { OwnData } from './own-export.server'

/** The person's data as one page that any browser opens without a network, headings and lists only. */
export function exportPage(data: OwnData, language: Language, t: Translate): string {
  const format = createFormat(language)
  const { details } = data
  const facts = [
    [t('candidates:field.name'), details.name],
    [t('candidates:column.number'), details.number],
    [t('candidates:field.email'), details.email],
    [t('candidates:field.phone'), details.phone],
    [t('candidates:field.street'), details.street],
    [t('candidates:field.municipality'), details.municipality],
    [t('candidates:field.goal'), details.goal],
    [
      t('caseload:next_step.title'),
      details.nextStep &&
        [details.nextStepOn && format.day(details.nextStepOn), details.nextStep].filter(Boolean).join(' · '),
    ],
    [t('person:data.headline'), details.headline],
    [t('candidates:field.about'), details.about],
    [t('candidates:field.works_in'), details.worksIn.join(', ')],
    [
      t('candidates:field.languages'),
      details.languages.map((one) => `${format.language(one.language)} ${one.level}`).join(', '),
    ],
    [t('candidates:field.referred_by'), details.referredBy],
    [t('candidates:field.coach'), details.coachName],
  ] as const
  const sections = [
    section(
      t('person:data.details'),
      facts.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : [])),
    ),
    section(
      t('person:data.skills'),
      data.skills.map((skill) =>
        joined(skill[language], t(`person:skill.source.${skill.source}` as TextKey), skill.evidence),
      ),
    ),
    section(
      t('person:data.cvs'),
      data.cvs.map((cv) => joined(cv.fileName, format.moment(cv.uploadedAt))),
    ),
    section(
      t('person:consent.answers'),
      data.consents.map((consent) =>
        joined(
          t(`consents:tier.${consent.tier}` as TextKey),
          consent.companyName ?? consent.roundName,
          t(`person:consent.standing.${standingOf(consent, today())}`),
          format.day(consent.answeredOn),
          consent.expiresOn && format.day(consent.expiresOn),
        ),
      ),
    ),
    section(
      t('person:blocked.title'),
      data.blocked.map(({ name }) => name),
    ),
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
      t('candidates:end.history'),
      data.ends.map((end) =>
        joined(
          t(`candidates:end.reasons.${end.reason}` as TextKey),
          format.moment(end.endedAt),
          end.goalOutcome && t(`candidates:end.outcome.${end.goalOutcome}` as TextKey),
          end.comparison,
          end.handedBackTo,
        ),
      ),
    ),
    section(
      t('person:reading.employers'),
      data.views.map((view) => joined(format.moment(view.at), view.name, view.companyName)),
    ),
    section(
      t('person:reading.house'),
      data.readings.map((reading) => joined(format.moment(reading.at), reading.name, reading.organisation)),
    ),
    section(
      t('requests:own_title'),
      data.requests.map((one) =>
        joined(t(`requests:kind.${one.kind}`), format.day(one.receivedOn), one.words, one.answer),
      ),
    ),
  ]
  const title = escaped(t('person:data.title'))
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${title}</title>
<style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem}</style></head>
<body><h1>${title}</h1><p>${escaped(t('person:data.notes'))}</p>${sections.join('')}</body></html>
`
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
