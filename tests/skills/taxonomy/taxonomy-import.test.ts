import { existsSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { beforeEach, expect, test } from 'vitest'
import { action as acceptForPerson } from '~/candidates/routes/skills-of-occupation'
import { action as acceptForNeed, loader as needOccupation } from '~/needs/routes/need-occupation'
import { db } from '~/platform/db.server'
import { action as decide } from '~/skills/routes/concept-join-decision'
import { action as reopen } from '~/skills/routes/concept-join-reopening'
import { loader as listJoins } from '~/skills/routes/concept-joins'
import { loader, action as upload } from '~/skills/routes/taxonomies'
import { action as cancel } from '~/skills/routes/taxonomy-import-cancellation'
import { readTaxonomy, taxonomyFilesAt, taxonomyFilesOf } from '~/skills/taxonomy/taxonomy-files.server'
import { findTaxonomyImport, runTaxonomyImport } from '~/skills/taxonomy/taxonomy-import.server'
import { loadVocabulary } from '~/skills/vocabulary.server'
import { refreshVocabulary } from '~/skills/vocabulary-refresh.server'
import { argsOf, as } from '../../support/as'
import { clearAllButVocabulary } from '../../support/database'
import { makeCandidate, makeCompany, makeNeed } from '../../support/factories'
import { replyOf, statusOf } from '../../support/reply'

beforeEach(async () => {
  await clearAllButVocabulary()
})

const skill = (name: string) => `http://data.europa.eu/esco/skill/${name}`
const occupation = 'http://data.europa.eu/esco/occupation/developer'
const skillsHeader = 'conceptType,conceptUri,skillType,preferredLabel,altLabels,status'
const line = (name: string, label: string, others = '', status = 'released') =>
  `KnowledgeSkillCompetence,${skill(name)},knowledge,${label},"${others}",${status}`

const release = {
  'ESCO v1.2.0/skills_en.csv': [
    skillsHeader,
    line('java', 'Java (computer programming)'),
    line('react', 'react'),
    line('k8s', 'container platforms', 'kubernetes\nk8s'),
    line('old', 'telex', '', 'obsolete'),
  ].join('\n'),
  'ESCO v1.2.0/skills_fi.csv': [skillsHeader, line('java', 'Java (ohjelmointi)')].join('\n'),
  'ESCO v1.2.0/occupations_en.csv': `conceptType,conceptUri,iscoGroup,preferredLabel,altLabels\nOccupation,${occupation},2512,developer,\n`,
  'ESCO v1.2.0/occupationSkillRelations_en.csv': `occupationUri,relationType,skillType,skillUri\n${occupation},essential,knowledge,${skill('java')}\n${occupation},optional,knowledge,${skill('nowhere')}\n`,
  'ESCO v1.2.0/digitalSkillsCollection_en.csv': 'conceptUri,preferredLabel,broaderConceptUri\nx,y,z\n',
}
const zip = (files: Record<string, string>) =>
  new File(
    [zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))],
    'ESCO dataset - v1.2.0.zip',
  )

async function importFile(file: File): Promise<string> {
  const administrator = await as('administrator')
  const reply = (await upload(argsOf(administrator.post('/skills/taxonomies', { file })))) as Response
  const importId = reply.headers.get('Location')?.split('/').at(-1) ?? ''
  await runTaxonomyImport(importId)
  return importId
}
const concepts = () =>
  db
    .selectFrom('taxonomy_concept')
    .select(['uri', 'labels', 'skill_id', 'proposed_skill_id', 'decision', 'retired_at'])
    .orderBy('uri')
    .execute()
const conceptOf = async (name: string) => (await concepts()).find(({ uri }) => uri === skill(name))

test('an uploaded release of ESCO comes in with its languages, links and version', async () => {
  const found = await findTaxonomyImport(db, await importFile(zip(release)))
  expect(found).toMatchObject({ status: 'done', version: '1.2.0', taxonomy: 'esco' })
  expect(found?.counts).toMatchObject({
    concepts: { skill: 3, occupation: 1 },
    languages: ['en', 'fi'],
    added: 4,
    linksWithoutConcept: 1,
  })
  expect((await conceptOf('java'))?.labels).toEqual({
    en: 'Java (computer programming)',
    fi: 'Java (ohjelmointi)',
  })
  expect(await db.selectFrom('taxonomy_link').select(['from_uri', 'kind', 'to_uri']).execute()).toEqual([
    { from_uri: occupation, kind: 'essential', to_uri: skill('java') },
  ])
})

test('a preferred label that is a name of ours joins, another label only proposes, an ordinary verb does neither', async () => {
  await importFile(zip(release))
  expect(await conceptOf('java')).toMatchObject({ skill_id: 'java', decision: 'joined' })
  expect(await conceptOf('k8s')).toMatchObject({
    skill_id: null,
    proposed_skill_id: 'kubernetes',
    decision: null,
  })
  expect(await conceptOf('react')).toMatchObject({ skill_id: null, proposed_skill_id: null })
})

test('links between concepts that are joined come into the memory of a process, and go when a join is taken apart', async () => {
  const links = `originalSkillUri,originalSkillType,relationType,relatedSkillType,relatedSkillUri\n${skill('java')},knowledge,optional,knowledge,${skill('k8s')}\n`
  await importFile(zip({ ...release, 'ESCO v1.2.0/skillSkillRelations.csv': links }))
  const administrator = await as('administrator')
  const decided = (decision: string) =>
    decide(argsOf(administrator.post('/', { uri: skill('k8s'), decision })))
  const related = async () => {
    await refreshVocabulary(db)
    return loadVocabulary().vocabulary.esco?.related.get('kubernetes')
  }
  expect(await related()).toBeUndefined()
  await decided('joined')
  expect(await related()).toEqual(['java'])
  await decided('apart')
  expect(await related()).toBeUndefined()
})

test('an occupation suggests the skills it cannot be done without, and only what a person checks is added', async () => {
  await importFile(zip(release))
  const coordinator = await as('coordinator')
  const needId = await makeNeed(await makeCompany())
  const candidateId = await makeCandidate()
  const asked = `?q=devel&occupation=${encodeURIComponent(occupation)}`
  const suggested = await needOccupation(argsOf(coordinator.request(asked), { needId }))
  expect(suggested.suggestions).toMatchObject({
    found: [{ uri: occupation, label: 'developer' }],
    chosen: { known: 0, skills: [{ id: 'java' }] },
  })
  expect(await db.selectFrom('need_skill').select('id').execute()).toEqual([])

  const accepted = { skills: ['java', 'nothing-such'], must: 'nice' }
  expect(await statusOf(() => acceptForNeed(argsOf(coordinator.post('/', accepted), { needId })))).toBe(303)
  expect(await db.selectFrom('need_skill').select(['skill_id', 'words', 'must']).execute()).toEqual([
    { skill_id: 'java', words: 'Java', must: false },
  ])
  const again = await needOccupation(argsOf(coordinator.request(asked), { needId }))
  expect(again.suggestions.chosen).toMatchObject({ known: 1, skills: [] })
  expect(await statusOf(() => acceptForNeed(argsOf(coordinator.post('/'), { needId })))).toBe(422)

  await replyOf(() => acceptForPerson(argsOf(coordinator.post('/', accepted), { candidateId })))
  expect(await db.selectFrom('candidate_skill').select(['skill_id', 'source']).execute()).toEqual([
    { skill_id: 'java', source: 'coach' },
  ])
})

test('a newer release renews names and marks what is gone, and keeps what a person decided', async () => {
  await importFile(zip(release))
  const { viewer } = await as('administrator')
  await db
    .updateTable('taxonomy_concept')
    .set({ decision: 'apart', decided_by: viewer.userId })
    .where('uri', '=', skill('k8s'))
    .execute()
  const newer = [skillsHeader, line('java', 'Java language'), line('k8s', 'container platforms', 'k8s')]
  const found = await findTaxonomyImport(db, await importFile(zip({ 'skills_en.csv': newer.join('\n') })))
  expect(found?.counts).toMatchObject({ added: 0, changed: 2, unchanged: 0, retired: 1 })
  expect((await conceptOf('react'))?.retired_at).not.toBeNull()
  expect((await conceptOf('java'))?.labels).toMatchObject({ en: 'Java language', fi: 'Java (ohjelmointi)' })
  expect((await conceptOf('k8s'))?.decision).toBe('apart')
  expect((await concepts()).find(({ uri }) => uri === occupation)?.retired_at).toBeNull()
})

test('a person joins, takes it back, and keeps apart what a later import would join', async () => {
  await importFile(zip(release))
  const administrator = await as('administrator')
  const openJoins = async () =>
    (await listJoins(argsOf(administrator.request('/skills/taxonomies/joins')))).page.rows.map(({ id }) => id)
  const decideOn = (uri: string, decision: string) =>
    decide(argsOf(administrator.post('/skills/taxonomies/joins/decision', { uri, decision })))
  expect(await openJoins()).toEqual([skill('k8s')])
  await decideOn(skill('k8s'), 'joined')
  expect(await conceptOf('k8s')).toMatchObject({ skill_id: 'kubernetes', decision: 'joined' })
  expect(await openJoins()).toEqual([])
  const undo = `/skills/taxonomies/joins/reopening?uri=${encodeURIComponent(skill('k8s'))}`
  await reopen(argsOf(administrator.post(undo)))
  expect(await conceptOf('k8s')).toMatchObject({ skill_id: null, decision: null })
  await decideOn(skill('java'), 'apart')
  await importFile(zip(release))
  expect(await conceptOf('java')).toMatchObject({ skill_id: null, decision: 'apart' })
})

test('the same release again changes nothing', async () => {
  await importFile(zip(release))
  const found = await findTaxonomyImport(db, await importFile(zip(release)))
  expect(found?.counts).toMatchObject({ added: 0, changed: 0, unchanged: 4, retired: 0 })
})

test('a stopped import keeps nothing and is not taken up again', async () => {
  const administrator = await as('administrator')
  const reply = (await upload(
    argsOf(administrator.post('/skills/taxonomies', { file: zip(release) })),
  )) as Response
  const importId = reply.headers.get('Location')?.split('/').at(-1) ?? ''
  await cancel(argsOf(administrator.post('/', {}), { importId }))
  await runTaxonomyImport(importId)
  expect((await findTaxonomyImport(db, importId))?.status).toBe('cancelled')
  expect(await concepts()).toEqual([])
})

test('a file that holds no taxonomy fails with its reason', async () => {
  const importId = await importFile(new File(['name,phone\na,b\n'], 'people.csv'))
  expect(await findTaxonomyImport(db, importId)).toMatchObject({ status: 'failed', failure: 'nothing_known' })
})

test('the version stands in the name of a folder too, where the zip does not tell it', async () => {
  const bytes = new Uint8Array(await zip(release).arrayBuffer())
  expect((await readTaxonomy(taxonomyFilesOf('esco.zip', bytes))).version).toBe('1.2.0')
})

test('one table with labels side by side is read by its columns', async () => {
  const text = `conceptUri,skillType,prefLabel_en,prefLabel_fi,prefLabel_sv,altLabels_en\n${skill('weld')},skill,weld metal,hitsata metallia,svetsa metall,join metal|weld metal\n`
  const read = await readTaxonomy(taxonomyFilesOf('skills.csv', strToU8(text)))
  expect(read.concepts.get(skill('weld'))).toMatchObject({
    labels: { en: 'weld metal', fi: 'hitsata metallia', sv: 'svetsa metall' },
    otherLabels: { en: ['join metal'] },
  })
})

test('a list of ICT skills brings synonyms and what each implies', async () => {
  const text =
    'name,synonyms,type,domains,impliesKnowingSkills\nActix Web,actix web|actixweb,Framework,,Rust\nRust,rust,,,\n'
  const read = await readTaxonomy(taxonomyFilesOf('skills.csv', strToU8(text)))
  expect(read.taxonomy).toBe('ict')
  expect(read.links).toEqual([{ from: 'ict:Actix%20Web', to: 'ict:Rust', kind: 'implies' }])
})

test('only administrators import', async () => {
  for (const role of ['liaison', 'coordinator'] as const) {
    const person = await as(role)
    const reply = await Promise.resolve(loader(argsOf(person.request('/skills/taxonomies')))).catch(
      (thrown: Response) => thrown,
    )
    expect(reply).toMatchObject({ status: 403 })
  }
})

const official = '../shared/data/esco/official-en'
test.skipIf(!existsSync(official))('the official files are read whole', { timeout: 120_000 }, async () => {
  const read = await readTaxonomy(taxonomyFilesAt(official))
  expect([...read.concepts.values()].filter(({ kind }) => kind === 'skill')).toHaveLength(13_896)
  expect(read.links.filter(({ kind }) => kind !== 'broader').length).toBeGreaterThan(123_000)
  expect(read.filesLeft).toHaveLength(4)
})
