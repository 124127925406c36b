import { type Expression, type RawBuilder, sql } from 'kysely'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import { shownName, visibleCandidates } from '~/candidates/candidates.server'
import { readBusinessId } from '~/companies/business-id'
import { visibleCompanies } from '~/companies/companies.server'
import { visibleContacts } from '~/companies/contacts.server'
import { visibleMeetings } from '~/meetings/meetings.server'
import { visibleNeeds } from '~/needs/needs.server'
import { visiblePlacements } from '~/placements/placements.server'
import { normalisePhone } from '~/platform/contact-details'
import type { Db } from '~/platform/db.server'
import { containsPattern } from '~/platform/list-params'
import type { SearchGroup, SearchHit } from './search'

/** Hits of one kind shown at once; the link to the full list has the rest. */
const SHOWN = 8
/** Fewer letters meet nearly everything. */
const SHORTEST = 2

type Who = Pick<Viewer, 'roles'>
type Words = { text: string; pattern: string; phone: string | null }
type Source = (db: Db, viewer: Who, words: Words) => Promise<SearchHit[]>

/**
 * What the viewer may see that has these words in its name, number or title: a few of every kind, those that begin
 * with the words first. Candidates are met by name only for those who may know names.
 */
export async function searchEverything(db: Db, viewer: Who, search: string): Promise<SearchGroup[]> {
  const text = search.trim()
  if (text.length < SHORTEST) return []
  const words = { text, pattern: containsPattern(text), phone: phoneIn(text) }
  const encoded = encodeURIComponent(text)
  const kinds = [
    { kind: 'companies', all: `/companies?q=${encoded}`, find: findCompanies },
    { kind: 'contacts', all: null, find: findContacts },
    { kind: 'needs', all: `/needs?status=all&q=${encoded}`, find: findNeeds },
    { kind: 'candidates', all: `/candidates?state=all&q=${encoded}`, find: findCandidates },
    { kind: 'meetings', all: `/meetings?q=${encoded}`, find: findMeetings },
    { kind: 'placements', all: `/placements?q=${encoded}`, find: findPlacements },
  ] as const
  const groups = await Promise.all(
    kinds.map(async ({ kind, all, find }) => {
      const hits = await find(db, viewer, words)
      return { kind, all, hits: hits.slice(0, SHOWN), more: hits.length > SHOWN }
    }),
  )
  return groups.filter(({ hits }) => hits.length > 0)
}

const findCompanies: Source = (db, viewer, { text, pattern, phone }) => {
  const id = readBusinessId(text)
  return beginningFirst(text, async (namePattern) => {
    const rows = await visibleCompanies(db, viewer)
      .select(['company.id', 'company.name', 'company.business_id as businessId', 'company.municipality'])
      .where((where) =>
        where.or([
          where('company.name_lower', 'like', namePattern),
          ...(id.ok && namePattern === pattern ? [where('company.business_id', '=', id.businessId)] : []),
          ...(phone && namePattern === pattern ? [where('company.phone', '=', phone)] : []),
        ]),
      )
      .limit(SHOWN + 1)
      .execute()
    return rows.map(({ id, name, businessId, municipality }) => ({
      id,
      to: `/companies/${id}`,
      title: name,
      detail: joined(businessId, municipality),
    }))
  })
}

const findContacts: Source = (db, viewer, { text, pattern, phone }) =>
  beginningFirst(text, async (namePattern) => {
    const rows = await visibleContacts(db, viewer)
      .select([
        'contact.id',
        'contact.name',
        'contact.role',
        'company.id as companyId',
        'company.name as companyName',
      ])
      .where('contact.left_at', 'is', null)
      .where((where) =>
        where.or([
          where(sql`lower(contact.name)`, 'like', namePattern),
          ...(text.includes('@') ? [where(sql`lower(contact.email)`, '=', text.toLowerCase())] : []),
          ...(phone && namePattern === pattern ? [where('contact.phone', '=', phone)] : []),
        ]),
      )
      .limit(SHOWN + 1)
      .execute()
    return rows.map(({ id, name, role, companyId, companyName }) => ({
      id,
      to: `/companies/${companyId}`,
      title: name,
      detail: joined(role, companyName),
    }))
  })

/**
 * Hits whose name begins with the words, then those that have them elsewhere. Neither query sorts: with a hundred
 * thousand companies a common word meets too many.
 */
async function beginningFirst(
  text: string,
  find: (namePattern: string) => Promise<SearchHit[]>,
): Promise<SearchHit[]> {
  const [beginning, anywhere] = await Promise.all([find(startsPattern(text)), find(containsPattern(text))])
  const known = new Set(beginning.map(({ id }) => id))
  const others = anywhere.filter(({ id }) => !known.has(id))
  return [beginning, others].flatMap((hits) =>
    hits.sort((one, other) => one.title.localeCompare(other.title, 'fi')),
  )
}

const findNeeds: Source = async (db, viewer, { text, pattern }) => {
  const rows = await visibleNeeds(db, viewer)
    .select(['need.id', 'need.title', 'company.name as companyName'])
    .where(sql`lower(need.title)`, 'like', pattern)
    .orderBy(...bestFirst(sql`lower(need.title)`, text))
    .limit(SHOWN + 1)
    .execute()
  return rows.map(({ id, title, companyName }) => ({ id, to: `/needs/${id}`, title, detail: companyName }))
}

const findCandidates: Source = async (db, viewer, { text, pattern }) => {
  const seesNames = may(viewer, 'candidates.write')
  const rows = await visibleCandidates(db, viewer)
    .select(['candidate.id', 'candidate.number', 'candidate.headline', shownName(viewer).as('name')])
    .where((where) =>
      where.or([
        where(sql`lower(candidate.number)`, 'like', pattern),
        where(sql`lower(coalesce(candidate.headline, ''))`, 'like', pattern),
        ...(seesNames ? [where(sql`lower(candidate.name)`, 'like', pattern)] : []),
      ]),
    )
    .orderBy(...bestFirst(seesNames ? sql`lower(candidate.name)` : sql`lower(candidate.number)`, text))
    .limit(SHOWN + 1)
    .execute()
  return rows.map(({ id, number, headline, name }) => ({
    id,
    to: `/candidates/${id}`,
    title: joined(number, name) ?? number,
    detail: headline,
  }))
}

const findMeetings: Source = async (db, viewer, { text, pattern }) => {
  const rows = await visibleMeetings(db, viewer)
    .select(['meeting.id', 'meeting.title', 'meeting.place', 'meeting.starts_at as at'])
    .where(sql`lower(meeting.title)`, 'like', pattern)
    .orderBy(sql`lower(meeting.title) like ${startsPattern(text)}`, 'desc')
    .orderBy('meeting.starts_at', 'desc')
    .limit(SHOWN + 1)
    .execute()
  return rows.map(({ id, title, place, at }) => ({ id, to: `/meetings/${id}`, title, detail: place, at }))
}

const findPlacements: Source = async (db, viewer, { pattern }) => {
  const rows = await visiblePlacements(db, viewer)
    .select([
      'placement.id',
      'placement.title',
      'placement.starts_on as startsOn',
      'candidate.number',
      'company.name as companyName',
    ])
    .where((where) =>
      where.or([
        where(sql`lower(placement.title)`, 'like', pattern),
        where(sql`lower(candidate.number)`, 'like', pattern),
        where('company.name_lower', 'like', pattern),
      ]),
    )
    .orderBy('placement.starts_on', 'desc')
    .limit(SHOWN + 1)
    .execute()
  return rows.map(({ id, title, startsOn, number, companyName }) => ({
    id,
    to: `/placements/${id}`,
    title,
    detail: joined(number, companyName),
    day: startsOn,
  }))
}

function bestFirst(name: Expression<unknown>, text: string): [RawBuilder<unknown>] {
  return [sql`${name} like ${startsPattern(text)} desc, ${name} collate "fi-FI-x-icu"`]
}

function startsPattern(text: string): string {
  return containsPattern(text).slice(1)
}

/** A number as it is stored, when the words are one. */
function phoneIn(text: string): string | null {
  return /^[+\d][\d\s()-]{4,}$/.test(text) ? normalisePhone(text) : null
}

function joined(...parts: (string | null)[]): string | null {
  return parts.filter(Boolean).join(' · ') || null
}
