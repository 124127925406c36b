import type { Viewer } from '~/auth/viewer.server'
import type { Db } from '~/platform/db.server'
import { translatorFor } from '~/texts/language.server'
import { countRecipients, listNextRecipients } from './survey-mail.server'
import { type Survey, surveyWording } from './survey-wording.server'

/** So many companies are named before a sending. */
const mostNamed = 20

/** Whom the next press of the button mails, and what: the mail as it reads in each of their languages. */
export async function previewSurvey(db: Db, viewer: Pick<Viewer, 'userId'>, survey: Survey) {
  const [next, { leftOut }] = await Promise.all([
    listNextRecipients(db, viewer, survey),
    countRecipients(db, survey),
  ])
  const firsts = next.filter(
    ({ language }, number) => next.findIndex((other) => other.language === language) === number,
  )
  return {
    count: next.length,
    leftOut,
    names: next.slice(0, mostNamed).map(({ companyName }) => companyName),
    mails: firsts.map(({ language, ...asker }) => {
      const t = translatorFor(language)
      const params = surveyWording(survey, asker, language)
      return {
        language,
        subject: t('mail:survey.subject', params),
        paragraphs: [
          ...t('mail:survey.body', params).split('\n\n'),
          t('mail:survey.link'),
          t('mail:survey.opt_out'),
          t('mail:footer'),
        ],
      }
    }),
  }
}

export type SurveyPreview = Awaited<ReturnType<typeof previewSurvey>>
