import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { CandidateProfile } from '~/candidates/candidate-profile'
import type { Candidate } from '~/candidates/candidates.server'
import { maskIdentity } from '~/candidates/identity-mask'
import { practicalFit } from '~/needs/match-practical'
import { ProfileCard } from '~/presentations/profile-card'
import { hintsIn } from '~/presentations/profile-hints'
import { buildShownProfile } from '~/presentations/shown-profile'
import { loadVocabulary } from '~/skills/vocabulary.server'
import { fi } from '~/texts/fi'
import { createTexts } from '~/texts/text'
import { TextProvider } from '~/texts/use-text'

const identity = { name: 'Aino-Maija Koski', organisations: ['Nordea Bank Oyj', 'Kone', 'Omnia'] }
const masked = (text: string) => maskIdentity(text, identity).text

describe('what an employer reads in a text of the person', () => {
  test.each([
    ['Rakensin raportit myynnille.', 'Rakensin raportit myynnille.'],
    ['Aino rakensi raportit.', '[…] rakensi raportit.'],
    ['Aino-Maija Kosken tekemä.', '[…] tekemä.'],
    ['Työskentelin Koneella testaajana.', 'Työskentelin […] testaajana.'],
    ['Raportteja tein Pohjolan Raportointi Oy:lle.', 'Raportteja tein […].'],
    ['Vuosina 2011–2019 ja 2020- testasin.', 'Vuosina […] ja […] testasin.'],
    ['Opiskelin Omniassa 2015–2018 ohjelmointia.', 'Opiskelin […] ohjelmointia.'],
    ['Vuonna 2019 vaihdoin alaa.', 'Vuonna […] vaihdoin alaa.'],
    ['Työturvallisuuskortti 2024, Hygieniapassi 2015', 'Työturvallisuuskortti […], Hygieniapassi […]'],
    ['Kurssi Excel 2016 ja Tulityökortti 5/2021', 'Kurssi Excel 2016 ja Tulityökortti […]'],
    ['Ylläpidin SQL Server 2019 -kantoja.', 'Ylläpidin SQL Server 2019 -kantoja.'],
    ['Koodaan Pythonilla.', 'Koodaan Pythonilla.'],
  ])('%s', (text, shown) => {
    expect(masked(text)).toBe(shown)
  })

  test.each([
    ['an address of mail', 'Kirjoita aino@koti.example.'],
    ['a telephone number', 'Soita 040 123 4567.'],
    ['an age', 'Olen 54-vuotias.'],
    ['a family', 'Kolme lasta ja mies.'],
    ['health', 'Olin pitkään sairauslomalla.'],
    ['citizenship', 'Suomen kansalaisuus.'],
  ])('a sentence with %s is left out and counted', (_, sentence) => {
    expect(maskIdentity(`${sentence} Osaan Reactia.`, identity)).toEqual({
      text: 'Osaan Reactia.',
      leftOut: 1,
    })
  })

  test('a text with nothing left is no text', () => {
    expect(masked('Aino Koski')).toBeNull()
  })
})

test('a profile holds the fields of the list and nothing else', () => {
  const source = {
    headline: 'Testaaja',
    about: null,
    skills: [{ id: 'x', fi: 'X', sv: 'X', en: 'X', level: 2, evidence: null, years: 20 }],
    languages: [{ language: 'so', level: 'native' }],
    forms: ['hire'],
    worksIn: ['Espoo'],
    remote: true,
    nonDisclosure: false,
    availableFrom: null,
    municipality: 'Kauniainen',
    age: 54,
  }
  expect(buildShownProfile(source, identity).profile).toEqual({
    headline: 'Testaaja',
    about: null,
    skills: [{ id: 'x', fi: 'X', sv: 'X', en: 'X', level: 2, evidence: null }],
    languages: [{ language: 'so', level: 'C2' }],
    forms: ['hire'],
    worksIn: ['Espoo'],
    remote: true,
    availableFrom: null,
  })
})

test('a word that holds a skill is not asked about as a name, one that holds none is', () => {
  const profile = buildShownProfile(
    {
      headline: null,
      about: 'Raportoin myyntiä Excel-taulukoilla ja SQL-kyselyillä, Pythonilla ja Virtas-Matin kanssa.',
      skills: [],
      languages: [],
      forms: [],
      worksIn: [],
      remote: true,
      nonDisclosure: false,
      availableFrom: null,
    },
    identity,
  ).profile
  expect(hintsIn(profile, loadVocabulary().vocabulary).capitalised).toEqual(['Virtas-Matin'])
})

test('a start that nobody told is untold in the match, on the page of the house and to the employer', () => {
  const untold = {
    skills: [],
    languages: [],
    forms: [],
    worksIn: [],
    remote: false,
    headline: null,
    about: null,
    availableFrom: null,
  }
  const shown = (children: ReactNode) =>
    renderToStaticMarkup(createElement(TextProvider, { texts: createTexts('fi', fi), children }))
  const asking = { forms: [], municipality: null, remote: 'no', startsOn: '2026-12-01' } as const
  expect(practicalFit(asking, untold).start).toBe('not_told')
  const pages = [
    createElement(CandidateProfile, { candidate: { ...untold, municipality: null } as unknown as Candidate }),
    createElement(ProfileCard, { profile: untold, match: null }),
  ]
  for (const page of pages) expect(shown(page)).toMatch(/Voi aloittaa.*ei kerrottu/)
})
