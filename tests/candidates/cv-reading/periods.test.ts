import { describe, expect, test } from 'vitest'

import { periodIn } from '~/candidates/cv-reading/periods'

const shortly = (text: string) => {
  const period = periodIn(text)
  if (!period) return null
  return period.isPoint ? period.to : `${period.from}..${period.ongoing ? 'now' : period.to}`
}

describe('a period is read as people write it', () => {
  test.each([
    ['June 2023 – present', '2023-06..now'],
    ['Sept 2018 – May 2023', '2018-09..2023-05'],
    ['December 2015 to Present', '2015-12..now'],
    ['2017 - 2019', '2017..2019'],
    ['2017–19', '2017..2019'],
    ['3/2019–5/2021', '2019-03..2021-05'],
    ['03.2019 - 05.2021', '2019-03..2021-05'],
    ['1.3.2019–31.5.2021', '2019-03..2021-05'],
    ['01/2019 – nykyinen', '2019-01..now'],
    ['2020–', '2020..now'],
    ['8/2020 alkaen', '2020-08..now'],
    ['sedan 2019', '2019..now'],
    ['tammikuu 2019 – helmikuu 2020', '2019-01..2020-02'],
    ['augusti 2012 – december 2017', '2012-08..2017-12'],
    ['januari 2018 – nuvarande', '2018-01..now'],
    ['kesä–elokuu 2019', '2019-06..2019-08'],
    ['5–8/2019', '2019-05..2019-08'],
    ['Jan – Mar 2020', '2020-01..2020-03'],
    ['2013-12-01 – 2014-12-01', '2013-12..2014-12'],
    ['01/18 - 12/22', '2018-01..2022-12'],
    ['8/98–5/03', '1998-08..2003-05'],
    ['8/21 – nykyinen', '2021-08..now'],
    ['08/19 - Närvårdare', '2019-08..now'],
    ['8/2019 – Lähihoitaja', '2019-08..now'],
    ['2019 – Hygieniapassi', '2019'],
    ["Feb '21 - Present", '2021-02..now'],
    ['kesä 2018', '2018'],
    ['May 2016', '2016-05'],
    ['(2024)', '2024'],
  ])('%s is %s', (text, expected) => expect(shortly(text)).toBe(expected))

  test.each([
    'cited 340+ times',
    '10.1234/neurips.2023.1234',
    'US Patent 11,234,567',
    '12 500 e',
    'klo 8.30–16.15',
    'sivu 3/12',
  ])('%s is none', (text) => expect(shortly(text)).toBeNull())
})
