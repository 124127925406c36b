import { z } from 'zod'
import { aboutPerson, REMOTE_SHARES, wordsChecked } from '~/needs/need'
import { today } from '~/platform/dates'
import { choices, day, optionalText, text } from '~/platform/fields'
import { difficulties } from './call-outcome'

export const SURVEY_PLACES = ['instead', 'after'] as const
/** The kinds of questions there are, in the order they are asked. */
export const SURVEY_QUESTIONS = [
  'staff_skills',
  'recruit_skills',
  'strengths',
  'gaps',
  'difficulty',
  'free_text',
] as const
export type SurveyQuestion = (typeof SURVEY_QUESTIONS)[number]

/** Questions answered by naming skills. */
export const namesSkills = (question: SurveyQuestion) =>
  question === 'staff_skills' || question === 'recruit_skills'

/** `version` 0 is a survey that is not made yet. */
export const SurveyForm = z.object({
  place: z.enum(SURVEY_PLACES),
  questions: choices(SURVEY_QUESTIONS).pipe(z.array(z.enum(SURVEY_QUESTIONS)).min(1)),
  introFi: optionalText(1000),
  introSv: optionalText(1000),
  introEn: optionalText(1000),
  remindAfterDays: z.coerce.number().int().min(1).max(60).optional(),
  closesOn: day().refine((closes) => closes >= today(), { error: 'campaigns:error.past' }),
  version: z.coerce.number().int().min(0),
})
export type SurveyForm = z.output<typeof SurveyForm>

/** As they were written, each once. */
const skills = () =>
  optionalText(1000).transform((words) => [
    ...new Set((words ?? '').split(/[,;\n]/).flatMap((one) => one.trim() || [])),
  ])

export const SurveyAnswerForm = z.object({
  staff_skills: skills(),
  recruit_skills: skills(),
  strengths: optionalText(2000),
  gaps: optionalText(2000),
  difficulty: z.enum(difficulties).optional(),
  free_text: optionalText(2000),
})
export type SurveyAnswerForm = z.output<typeof SurveyAnswerForm>

const SurveyNeed = z
  .object({
    decision: z.literal('accept'),
    title: text(120),
    /** Which of the skills offered from the answer, by their number. */
    offered: z.preprocess(
      (given) => (given === undefined || given === '' ? [] : Array.isArray(given) ? given : [given]),
      z.array(z.coerce.number().int().min(0)),
    ),
    skills: skills(),
    description: optionalText(4000),
    remote: z.enum(REMOTE_SHARES),
    wordsChecked: wordsChecked(),
    version: z.coerce.number().int().positive(),
  })
  .superRefine(({ title, description, skills, wordsChecked }, context) => {
    if (wordsChecked) return
    for (const [field, words] of Object.entries({ title, description, skills: skills.join(', ') }))
      for (const message of aboutPerson(words)) context.addIssue({ code: 'custom', path: [field], message })
  })

/** The words of the skills offered are the answer's own: who keeps them looks at them as at those written here. */
export const SurveyReviewForm = z.discriminatedUnion('decision', [
  SurveyNeed,
  z.object({ decision: z.literal('leave'), version: z.coerce.number().int().positive() }),
])
export type SurveyReviewForm = z.output<typeof SurveyReviewForm>
