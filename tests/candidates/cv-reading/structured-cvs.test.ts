import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'

import type { CvReading } from '~/candidates/cv-reading/cv-reading'
import { readCvBytes } from '~/candidates/cv-reading/read-cv-bytes.server'
import { assemblePdf } from './sample-files'

async function read(bytes: Uint8Array): Promise<CvReading> {
  const result = await readCvBytes(bytes)
  if (!('reading' in result)) throw new Error(result.problem)
  return result.reading
}
const whatItSays = ({ work, education, languages, personalFacts, sentences }: CvReading) => ({
  work,
  education,
  languages,
  sentences: sentences
    .filter((sentence) => !sentence.personal)
    .map(({ section, text }) => `${section}: ${text}`),
  facts: [...new Set(personalFacts.map((fact) => fact.kind))].sort(),
})

const PASSPORT_XML = `<?xml version="1.0"?><SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass"><LearnerInfo>
<Identification><PersonName><FirstName>Aino</FirstName><Surname>Keksitty</Surname></PersonName>
<ContactInfo><Email><Contact>aino@example.com</Contact></Email></ContactInfo>
<Demographics><Birthdate year="1990" month="--05" day="---01"/></Demographics></Identification>
<WorkExperienceList><WorkExperience><Period><From year="2019" month="--03"/><Current>true</Current></Period>
<Position><Label>Cook, grill</Label></Position><Activities>&lt;ul&gt;&lt;li&gt;Planned menus&lt;/li&gt;&lt;/ul&gt;</Activities>
<Employer><Name>Ravintola Malli Oy</Name></Employer></WorkExperience></WorkExperienceList>
<EducationList><Education><Period><From year="2015"/><To year="2018"/></Period><Title>Cook’s diploma</Title>
<Organisation><Name>Mallila College</Name></Organisation></Education></EducationList>
<Skills><Linguistic><MotherTongueList><MotherTongue><Description><Label>Finnish</Label></Description></MotherTongue></MotherTongueList>
<ForeignLanguageList><ForeignLanguage><Description><Label>English</Label></Description>
<ProficiencyLevel><Listening>C1</Listening><Writing>B2</Writing></ProficiencyLevel></ForeignLanguage></ForeignLanguageList></Linguistic>
<Computer><Description>Excel and Jamix</Description></Computer></Skills></LearnerInfo></SkillsPassport>`

const PASSPORT_JSON = {
  SkillsPassport: {
    LearnerInfo: {
      Identification: {
        PersonName: { FirstName: 'Aino', Surname: 'Keksitty' },
        ContactInfo: { Email: { Contact: 'aino@example.com' } },
        Demographics: { Birthdate: { Year: 1990, Month: 5, Day: 1 } },
      },
      WorkExperience: [
        {
          Period: { From: { Year: 2019, Month: 3 }, Current: true },
          Position: { Label: 'Cook, grill' },
          Activities: '<ul><li>Planned menus</li></ul>',
          Employer: { Name: 'Ravintola Malli Oy' },
        },
      ],
      Education: [
        {
          Period: { From: { Year: 2015 }, To: { Year: 2018 } },
          Title: 'Cook’s diploma',
          Organisation: { Name: 'Mallila College' },
        },
      ],
      Skills: {
        Linguistic: {
          MotherTongue: [{ Description: { Label: 'Finnish' } }],
          ForeignLanguage: [
            { Description: { Label: 'English' }, ProficiencyLevel: { Listening: 'C1', Writing: 'B2' } },
          ],
        },
        Computer: { Description: 'Excel and Jamix' },
      },
    },
  },
}

const CANDIDATE_XML = `<?xml version="1.0"?><Candidate xmlns="http://www.europass.eu/1.0" xmlns:oa="o" xmlns:hr="h" xmlns:eures="e">
<CandidatePerson><PersonName><oa:GivenName>Aino</oa:GivenName><hr:FamilyName>Keksitty</hr:FamilyName></PersonName>
<Communication><ChannelCode>Email</ChannelCode><oa:URI>aino@example.com</oa:URI></Communication>
<hr:BirthDate>1.5.1990</hr:BirthDate><PrimaryLanguageCode name="NORMAL">fin</PrimaryLanguageCode></CandidatePerson>
<CandidateProfile languageCode="en"><EmploymentHistory><EmployerHistory><hr:OrganizationName>Ravintola Malli Oy</hr:OrganizationName>
<PositionHistory><PositionTitle typeCode="FREETEXT">Cook, grill</PositionTitle>
<eures:EmploymentPeriod><eures:StartDate><hr:FormattedDateTime>2019-03-01</hr:FormattedDateTime></eures:StartDate><hr:CurrentIndicator>true</hr:CurrentIndicator></eures:EmploymentPeriod>
<oa:Description>&lt;ul&gt;&lt;li&gt;Planned menus&lt;/li&gt;&lt;/ul&gt;</oa:Description></PositionHistory></EmployerHistory></EmploymentHistory>
<EducationHistory><EducationOrganizationAttendance><hr:OrganizationName>Mallila College</hr:OrganizationName>
<AttendancePeriod><StartDate><hr:FormattedDateTime>2015</hr:FormattedDateTime></StartDate><EndDate><hr:FormattedDateTime>2018</hr:FormattedDateTime></EndDate></AttendancePeriod>
<EducationDegree><hr:DegreeName>Cook’s diploma</hr:DegreeName></EducationDegree></EducationOrganizationAttendance></EducationHistory>
<PersonQualifications><PersonCompetency><CompetencyID schemeName="NORMAL">eng</CompetencyID><hr:TaxonomyID>language</hr:TaxonomyID>
<eures:CompetencyDimension><eures:Score><hr:ScoreText>C1</hr:ScoreText></eures:Score></eures:CompetencyDimension>
<eures:CompetencyDimension><eures:Score><hr:ScoreText>B2</hr:ScoreText></eures:Score></eures:CompetencyDimension>
</PersonCompetency></PersonQualifications>
<Others><Title>Digital</Title><Other><Description>Excel and Jamix</Description></Other></Others></CandidateProfile></Candidate>`

const RESUME = {
  basics: {
    name: 'Aino Keksitty',
    email: 'aino@example.com',
    location: { address: 'Mallikatu 1', city: 'Vaasa' },
  },
  work: [
    {
      name: 'Ravintola Malli Oy',
      position: 'Cook, grill',
      startDate: '2019-03-01',
      highlights: ['Planned menus'],
    },
  ],
  education: [
    {
      institution: 'Mallila College',
      area: 'Cooking',
      studyType: 'Diploma',
      startDate: '2015-08',
      endDate: '2018-05',
    },
  ],
  languages: [{ language: 'English', fluency: 'C1' }],
  skills: [{ name: 'Kitchen', keywords: ['Jamix'] }],
}

/** A PDF that shows next to nothing and carries the XML as an attachment. */
function pdfWithAttachment(xml: string): Uint8Array {
  const latin = xml.replaceAll('’', '&#8217;')
  return assemblePdf([
    '<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(cv.xml) 4 0 R] >> >> >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    '<< /Type /Filespec /F (cv.xml) /EF << /F 5 0 R >> >>',
    `<< /Type /EmbeddedFile /Length ${latin.length} >>\nstream\n${latin}\nendstream`,
    '<< >>',
  ])
}

describe('a Europass CV', () => {
  test('says what it says, with commas in its titles', async () => {
    const reading = await read(strToU8(PASSPORT_XML))
    expect(reading.format).toBe('europass')
    expect(whatItSays(reading)).toEqual({
      work: [
        { title: 'Cook, grill', employer: 'Ravintola Malli Oy', from: '2019-03', to: null, ongoing: true },
      ],
      education: [{ title: 'Cook’s diploma', school: 'Mallila College', from: '2015', to: '2018' }],
      languages: [
        { language: 'fi', level: 'native', levelFrom: 'words', said: 'Finnish: mother tongue' },
        { language: 'en', level: 'B2', levelFrom: 'cefr', said: 'English: C1, B2' },
      ],
      sentences: expect.arrayContaining(['work: Planned menus', 'skills: Excel and Jamix']),
      facts: ['birth_date', 'email', 'name'],
    })
  })

  test('is the same as XML, as JSON, inside a PDF, and in the form used since 2020', async () => {
    const expected = whatItSays(await read(strToU8(PASSPORT_XML)))
    expect(whatItSays(await read(strToU8(JSON.stringify(PASSPORT_JSON))))).toEqual(expected)
    expect(whatItSays(await read(pdfWithAttachment(PASSPORT_XML)))).toEqual(expected)
    expect(whatItSays(await read(strToU8(CANDIDATE_XML)))).toEqual(expected)
  })

  test('other XML is not a CV, and broken XML is damaged', async () => {
    expect(await readCvBytes(strToU8('<?xml version="1.0"?><invoice/>'))).toEqual({
      problem: 'not_a_cv_format',
    })
    expect(await readCvBytes(strToU8('<SkillsPassport><LearnerInfo></SkillsPassport>'))).toEqual({
      problem: 'damaged',
    })
  })

  test('entities that a file declares itself are not expanded', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${PASSPORT_XML.slice(21).replace('Planned menus', '&b;')}`
    expect((await read(strToU8(bomb))).text).not.toContain('aaaa')
  })
})

describe('a JSON Resume', () => {
  test('says what it says', async () => {
    const reading = await read(strToU8(JSON.stringify(RESUME)))
    expect(reading.format).toBe('json_resume')
    expect(reading.work).toEqual([
      { title: 'Cook, grill', employer: 'Ravintola Malli Oy', from: '2019-03', to: null, ongoing: true },
    ])
    expect(reading.education).toEqual([
      { title: 'Diploma in Cooking', school: 'Mallila College', from: '2015-08', to: '2018-05' },
    ])
    expect(reading.travelText).toContain('Jamix')
    expect(reading.travelText).not.toMatch(/Aino|example\.com|Mallikatu/)
  })

  test('other JSON is not a CV, and broken JSON is damaged', async () => {
    expect(await readCvBytes(strToU8('{"title": "Web developer wanted"}'))).toEqual({
      problem: 'not_a_cv_format',
    })
    expect(await readCvBytes(strToU8('{"basics": {'))).toEqual({ problem: 'damaged' })
  })
})
