import type { Candidates } from './candidates'
import type { CompanyBook } from './companies'
import type { Rounds } from './rounds'
import type { Listed } from './source-lists'
import type { Staff } from './staff'
import type { Story } from './story'

/** Who and what is there before anything happens; every happening is told from it. */
export type Scene = {
  story: Story
  staff: Staff
  rounds: Rounds
  book: CompanyBook
  listed: Listed
  candidates: Candidates
}
