import { docxOf } from '~/candidates/docx-document'
import { storeFile } from '~/files/files.server'
import { enqueue } from '~/jobs/queue.server'
import type { Trx } from '~/platform/db.server'
import type { Candidate, Candidates } from './candidates'
import { slugOf } from './company-names'
import { cvLines } from './cv-lines'
import { pdfOf } from './pdf-document'
import type { Story } from './story'

export type CvBook = { of: (name: string) => { id: string; sha256: string }; ids: string[] }

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Writes a real file for everybody whose path is told, every third as a Word document, and keeps it as their CV. */
export async function addCvs(trx: Trx, story: Story, candidates: Candidates): Promise<CvBook> {
  const written = new Map<string, { id: string; sha256: string }>()
  const people = [...candidates.englishGroup, ...candidates.finnishGroup, ...candidates.single]
  for (const [index, person] of people.filter(({ cvId }) => cvId !== null).entries()) {
    const word = index % 3 === 1
    const lines = cvLines(person.seeker)
    const { id: fileId, sha256 } = await storeFile(
      trx,
      // The accounts are not written yet; the CV's own row tells who uploaded it.
      null,
      {
        name: `cv-${slugOf(person.name)}.${word ? 'docx' : 'pdf'}`,
        mediaType: word ? WORD : 'application/pdf',
        bytes: word ? docxOf(lines) : pdfOf(lines),
      },
    )
    written.set(person.name, { id: addCv(story, person, fileId), sha256 })
  }
  return {
    ids: [...written.values()].map(({ id }) => id),
    of(name) {
      const cv = written.get(name)
      if (!cv) throw new Error(`${name} has no CV`)
      return cv
    },
  }
}

/** Asks for every CV to be read, as after an upload. */
export async function readCvsLater(trx: Trx, { ids }: CvBook): Promise<void> {
  for (const cvId of ids) await enqueue(trx, 'read_cv', { cvId }, { key: cvId })
}

function addCv(story: Story, person: Candidate, fileId: string): string {
  const { cvId, coachId } = person
  if (!cvId) throw new Error(`${person.name} has no CV`)
  const uploadedAt = new Date(person.addedAt.getTime() + 2 * 24 * 60 * 60_000)
  const decidedAt = new Date(uploadedAt.getTime() + 4 * 24 * 60 * 60_000)
  story.rows.add('cv', {
    id: cvId,
    candidate_id: person.id,
    file_id: fileId,
    version_number: 1,
    uploaded_by: coachId,
    uploaded_at: uploadedAt,
    approved_on: decidedAt.toISOString().slice(0, 10),
    approved_by: coachId,
    made_current_at: uploadedAt,
  })
  // The reading finds these skills again and keeps what was decided about them.
  for (const skill of person.skills)
    story.rows.add('cv_finding', {
      id: story.id(decidedAt),
      cv_id: cvId,
      candidate_id: person.id,
      skill_id: skill.id,
      words: skill.evidence,
      sentence: skill.evidence,
      starts_at: 0,
      ends_at: 0,
      decision: 'confirmed',
      decided_by: coachId,
      decided_at: decidedAt,
    })
  const about = { candidateId: person.id }
  story.tell(uploadedAt, coachId, 'cv_uploaded', ['cv', cvId], about)
  story.tell(decidedAt, coachId, 'cv_approved', ['cv', cvId], about)
  return cvId
}
