import { type RawBuilder, sql } from 'kysely'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import type { Db } from '~/platform/db.server'
import type { ContactChannel } from '../contact-event'
import { cooldown } from '../cooldown.server'
import type { promiseOutcomes, promisers, TagTone } from './dealing-forms'
import { withSisters } from './group.server'

/** How many of each the page shows; what is older lies in the timeline. */
const SHOWN = 20

type Touch = {
  at: string
  channel: ContactChannel
  reached: boolean
  byName: string | null
  round: string | null
}
export type Acquaintance = { contactId: string; userId: string; name: string; how: string | null }
type Promised = {
  id: string
  promisedBy: (typeof promisers)[number]
  what: string
  promisedOn: string
  dueOn: string | null
  outcome: (typeof promiseOutcomes)[number] | null
  outcomeNote: string | null
}
type Site = {
  id: string
  name: string | null
  street: string | null
  postcode: string | null
  municipality: string | null
  phone: string | null
}
export type Sister = {
  id: string
  name: string
  isParent: boolean
  lastContactAt: string | null
  rests: boolean
}

/** What the house knows of one company besides its register row; moments are ISO texts, days calendar days. */
export type Dossier = {
  lastContact: Touch | null
  tags: { id: string; name: string; tone: TagTone }[]
  sites: Site[]
  sisters: Sister[]
  acquaintances: Acquaintance[]
  promises: Promised[]
  tasks: { id: string; title: string; dueOn: string; ownerId: string; ownerName: string }[]
  notes: { id: string; body: string; at: string; byName: string | null }[]
  files: { id: string; title: string; fileName: string; bytes: number; at: string; byName: string | null }[]
  /** Null for those who may not read them. */
  openNeeds: number | null
  openPresentations: number | null
  runningPlacements: number | null
  trials: number | null
  hiredAfterTrial: number | null
}

/** The dossier of a company that the viewer has found, in one statement. */
export async function findDossier(
  db: Db,
  viewer: Pick<Viewer, 'roles'>,
  companyId: string,
): Promise<Dossier> {
  const id = sql`${companyId}::uuid`
  const counted = (allowed: boolean, query: RawBuilder<unknown>) =>
    allowed ? sql`(${query})` : sql`null::int`
  const mayPlacements = may(viewer, 'placements.read')
  const { rows } = await sql<Dossier>`
    select
      (select to_jsonb(touch) from (${lastContact(id)}) as touch) as "lastContact",
      ${listOf(tags(id))} as tags,
      ${listOf(sites(id))} as sites,
      ${listOf(sisters(id))} as sisters,
      ${listOf(acquaintances(id))} as acquaintances,
      ${listOf(promises(id))} as promises,
      ${listOf(tasks(id))} as tasks,
      ${listOf(notes(id))} as notes,
      ${listOf(files(id))} as files,
      ${counted(
        may(viewer, 'needs.read'),
        sql`select count(*)::int from need where company_id = ${id} and status = 'open'`,
      )} as "openNeeds",
      ${counted(
        may(viewer, 'presentations.read'),
        sql`select count(*)::int from presentation
          where company_id = ${id} and status in ('sent', 'viewed', 'answered')`,
      )} as "openPresentations",
      ${counted(
        mayPlacements,
        sql`select count(*)::int from placement where company_id = ${id} and status in ('running', 'paused')`,
      )} as "runningPlacements",
      ${counted(mayPlacements, sql`select count(*)::int from (${trials(id)}) as trial`)} as trials,
      ${counted(
        mayPlacements,
        sql`select count(*)::int from (${trials(id)}) as trial where exists (${hireAfter})`,
      )} as "hiredAfterTrial"
  `.execute(db)
  const dossier = rows[0]
  if (!dossier) throw new Error('a row of subqueries is always there')
  return dossier
}

function listOf(query: RawBuilder<unknown>) {
  return sql`coalesce((select jsonb_agg(to_jsonb(line)) from (${query}) as line), '[]'::jsonb)`
}

type Id = RawBuilder<unknown>

/** Mail that a meeting sends by itself is no contact of its own: the call or the meeting behind it is. */
const lastContact = (id: Id) => sql`
  select event.at, event.channel, event.reached, person.name as "byName", employer_round.name as round
  from company_contact_event as event
  left join user_account as person on person.id = event.user_id
  left join employer_round on employer_round.id = event.round_id
  where event.company_id = ${id} and event.taken_back_at is null and event.at <= now()
    and not (event.subject_type = 'mail' and exists (
      select from meeting_invitation where meeting_invitation.mail_id = event.subject_id
    ))
  order by event.at desc limit 1
`

const tags = (id: Id) => sql`
  select tag.id, tag.name, tag.tone from company_tag join tag on tag.id = company_tag.tag_id
  where company_tag.company_id = ${id} order by tag.name collate "fi-FI-x-icu"
`

const sites = (id: Id) => sql`
  select id, name, street, postcode, municipality, phone from company_site
  where company_id = ${id} order by municipality collate "fi-FI-x-icu", id limit ${SHOWN}
`

/** The other companies of the undertaking: the parent, and those with the same parent. */
const sisters = (id: Id) => sql`
  select sister.id, sister.name, coalesce(sister.business_id = own.undertaking, false) as "isParent",
    sister.last_contact_at as "lastContactAt",
    coalesce(sister.last_contact_at > now() - ${cooldown}, false) as rests
  ${withSisters(id)}
  order by sister.last_contact_at desc nulls last, sister.name limit ${SHOWN}
`

const acquaintances = (id: Id) => sql`
  select acquaintance.contact_id as "contactId", acquaintance.user_id as "userId", person.name, acquaintance.how
  from contact
  join acquaintance on acquaintance.contact_id = contact.id
  join user_account as person on person.id = acquaintance.user_id
  where contact.company_id = ${id} order by person.name limit 100
`

/** Open ones first, the most urgent at the top; then what became of the latest. */
const promises = (id: Id) => sql`
  select id, promised_by as "promisedBy", what, promised_on as "promisedOn", due_on as "dueOn", outcome,
    outcome_note as "outcomeNote"
  from company_promise where company_id = ${id}
  order by outcome is not null, case when outcome is null then due_on end nulls last, id desc limit ${SHOWN}
`

const tasks = (id: Id) => sql`
  select company_task.id, title, due_on as "dueOn", owner_id as "ownerId", owner.name as "ownerName"
  from company_task join user_account as owner on owner.id = owner_id
  where company_id = ${id} and done_at is null order by due_on, company_task.id limit ${SHOWN}
`

const notes = (id: Id) => sql`
  select company_note.id, body, company_note.created_at as at, author.name as "byName"
  from company_note left join user_account as author on author.id = created_by
  where company_id = ${id} and removed_at is null order by company_note.id desc limit ${SHOWN}
`

const files = (id: Id) => sql`
  select company_file.id, title, stored_file.name as "fileName", stored_file.bytes, company_file.created_at as at,
    author.name as "byName"
  from company_file
  join stored_file on stored_file.id = company_file.file_id
  left join user_account as author on author.id = company_file.created_by
  where company_id = ${id} order by company_file.id desc limit ${SHOWN}
`

/** Work trials and trainee periods here that have come to an end. */
const trials = (id: Id) => sql`
  select placement.candidate_id, placement.company_id, placement.starts_on from placement
  where company_id = ${id} and form in ('work_trial', 'trainee')
    and status in ('ended_as_planned', 'interrupted', 'terminated')
`

const hireAfter = sql`
  select from placement as hire
  where hire.candidate_id = trial.candidate_id and hire.company_id = trial.company_id
    and hire.form in ('hire', 'pay_subsidised') and hire.starts_on >= trial.starts_on and hire.status <> 'cancelled'
`
