import { z } from 'zod'
import { day, text } from '~/platform/fields'

/** The house's own forms: a test of digital skills, and a checklist of looking for work. */
export const INSTRUMENTS = ['digital_skills', 'job_search'] as const
export type Instrument = (typeof INSTRUMENTS)[number]

export const WAVES = ['start', 'end'] as const
export type Wave = (typeof WAVES)[number]

const Wording = z.object({ fi: z.string(), sv: z.string(), en: z.string() })
export type Wording = z.output<typeof Wording>

/** What a version of a form asks, and what its points mean. */
export const ContentShape = z.object({
  areas: z.array(z.object({ key: z.string(), name: Wording })),
  questions: z.array(
    z.object({
      key: z.string(),
      area: z.string(),
      text: Wording,
      options: z.array(z.object({ points: z.number(), text: Wording })),
    }),
  ),
  /** By rising points; a checklist has none. */
  levels: z.array(z.object({ from: z.number(), name: Wording, explanation: Wording, route: Wording })),
})
export type AssessmentContent = z.output<typeof ContentShape>
export type AssessmentForm = { instrument: Instrument; version: number; content: AssessmentContent }

/** The option chosen for each question, by its place. */
export const AnswersShape = z.record(z.string(), z.coerce.number().int().nonnegative())
export type Answers = z.output<typeof AnswersShape>

/** Points in all and by area, each beside the most there could be, and the place of the level among the form's. */
export const ResultShape = z.object({
  points: z.number(),
  most: z.number(),
  level: z.number().nullable(),
  areas: z.array(z.object({ key: z.string(), points: z.number(), most: z.number() })),
})
type AssessmentResult = z.output<typeof ResultShape>

/** Counts the points of the answers; the level is the highest whose points are reached. */
export function resultOf(
  { areas, questions, levels }: AssessmentContent,
  answers: Answers,
): AssessmentResult {
  const sum = (of: AssessmentContent['questions']) => ({
    points: of.reduce((all, { key, options }) => all + (options[answers[key] ?? -1]?.points ?? 0), 0),
    most: of.reduce((all, { options }) => all + Math.max(...options.map(({ points }) => points)), 0),
  })
  const whole = sum(questions)
  const reached = levels.filter(({ from }) => from <= whole.points).length
  return {
    ...whole,
    level: levels.length === 0 ? null : Math.max(reached - 1, 0),
    areas: areas.map(({ key }) => ({ key, ...sum(questions.filter(({ area }) => area === key)) })),
  }
}

/** The points of a level as a span, both ends included. */
export function spanOf(
  { levels }: AssessmentContent,
  level: number,
  most: number,
): { from: number; to: number } {
  return { from: levels[level]?.from ?? 0, to: (levels[level + 1]?.from ?? most + 1) - 1 }
}

/** The schema of a filled form: an answer to each question. A coach says that the person agrees to keep them. */
export function filledForm({ questions }: AssessmentContent, by: 'person' | 'coach') {
  const answers = Object.fromEntries(
    questions.map(({ key, options }) => [key, z.enum(options.map((_, place) => String(place)))]),
  )
  return z.object({
    wave: z.enum(WAVES),
    answers: z.object(answers),
    agreed: by === 'coach' ? z.literal('on', { error: 'assessments:not_agreed' }) : z.string().optional(),
  })
}

export const OUTSIDE_INSTRUMENTS = ['crear', 'kykyviisari', 'other'] as const
export const OUTSIDE_WAVES = ['start', 'middle', 'end', 'later'] as const
export const OutsideForm = z.object({
  instrument: z.enum(OUTSIDE_INSTRUMENTS),
  wave: z.enum(OUTSIDE_WAVES),
  standing: z.enum(['done', 'planned']),
  on: day(),
})
export type OutsideAssessment = z.output<typeof OutsideForm>

const words = { fi: text(600), sv: text(600), en: text(600) }
/** As the editor sends a version: the options of a question as lines of text, their points as a list. */
export const EditedForm = z
  .object({
    version: z.coerce.number().int().positive(),
    reason: text(300),
    areas: z.array(z.object({ key: text(40), name: z.object(words) })).min(1),
    questions: z
      .array(
        z.object({
          key: z.string().max(40).optional(),
          area: text(40),
          text: z.object(words),
          options: z.object({ fi: text(2000), sv: text(2000), en: text(2000) }),
          points: text(60).regex(/^\d{1,2}([ ,]+\d{1,2})+$/, { error: 'assessments:edit.points_wrong' }),
        }),
      )
      .min(1)
      .max(60),
    levels: z
      .array(
        z.object({
          from: z.coerce.number().int().nonnegative(),
          name: z.object(words),
          explanation: z.object(words),
          route: z.object(words),
        }),
      )
      .max(6)
      .default([]),
  })
  .superRefine(({ questions, areas, levels }, context) => {
    questions.forEach((question, place) => {
      const counts = [linesOf(question.options.sv), linesOf(question.options.en), pointsOf(question.points)]
      if (counts.some(({ length }) => length !== linesOf(question.options.fi).length))
        context.addIssue({
          code: 'custom',
          path: ['questions', place, 'points'],
          message: 'assessments:edit.options_differ',
        })
      if (!areas.some(({ key }) => key === question.area))
        context.addIssue({ code: 'custom', path: ['questions', place, 'area'], message: 'errors:choice' })
    })
    levels.forEach(({ from }, place) => {
      if (place === 0 ? from !== 0 : from <= (levels[place - 1]?.from ?? 0))
        context.addIssue({
          code: 'custom',
          path: ['levels', place, 'from'],
          message: 'assessments:edit.levels_rise',
        })
    })
  })
type Edited = z.output<typeof EditedForm>

/** What the editor sent, as a version keeps it. New questions get a key of their own, which answers refer to. */
export function contentOf({ areas, questions, levels }: Edited): AssessmentContent {
  const taken = new Set(questions.map(({ key }) => key))
  let next = 1
  const newKey = () => {
    while (taken.has(`n${next}`)) next += 1
    taken.add(`n${next}`)
    return `n${next}`
  }
  return {
    areas,
    levels,
    questions: questions.map((question) => {
      const [fi, sv, en] = [question.options.fi, question.options.sv, question.options.en].map(linesOf)
      return {
        key: question.key || newKey(),
        area: question.area,
        text: question.text,
        options: pointsOf(question.points).map((points, place) => ({
          points,
          text: { fi: fi?.[place] ?? '', sv: sv?.[place] ?? '', en: en?.[place] ?? '' },
        })),
      }
    }),
  }
}

/** A version as the editor shows it. */
export function editedOf({ areas, questions, levels }: AssessmentContent) {
  return {
    areas,
    levels,
    questions: questions.map(({ key, area, text: wording, options }) => ({
      key,
      area,
      text: wording,
      points: options.map(({ points }) => points).join(' '),
      options: {
        fi: options.map((option) => option.text.fi).join('\n'),
        sv: options.map((option) => option.text.sv).join('\n'),
        en: options.map((option) => option.text.en).join('\n'),
      },
    })),
  }
}

function linesOf(lines: string): string[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

function pointsOf(list: string): number[] {
  return list.split(/[ ,]+/).filter(Boolean).map(Number)
}
