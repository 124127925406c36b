import type { Part } from './measure'
import { claim, claimWithoutRest } from './parts/claim'
import { companyPage } from './parts/company-page'
import { deepPage } from './parts/deep-page'
import { filter } from './parts/filter'
import { importToCompanies, importToPreview } from './parts/import'
import { list } from './parts/list'
import { live } from './parts/live'
import { match } from './parts/match'
import { searchCommon } from './parts/search-common'
import { searchNonAscii } from './parts/search-non-ascii'
import { searchRare } from './parts/search-rare'

/** What is measured, in the order of the table. */
export const parts: Part[] = [
  list,
  filter,
  searchCommon,
  searchRare,
  searchNonAscii,
  deepPage,
  companyPage,
  claim,
  claimWithoutRest,
  live,
  importToPreview,
  importToCompanies,
  match,
]
