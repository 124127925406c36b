import { z } from 'zod'
import { normalisePhone } from '~/platform/contact-details'
import { readBusinessId } from '../business-id'
import type { DuplicateReason } from './probable-duplicates.server'

/** A company of the register beside one that is being typed, and why it is shown. */
export type KnownCompany = {
  id: string
  name: string
  businessId: string | null
  municipality: string | null
  reasons: DuplicateReason[]
}

const typed = z.string().trim().max(300).default('')

/** What stands in the fields of a new company so far; anything unreadable counts as not typed. */
export const TypedCompany = z
  .object({ name: typed, businessId: typed, municipality: typed, phone: typed, website: typed, email: typed })
  .transform(({ name, businessId, municipality, phone, website, email }) => {
    const reading = readBusinessId(businessId)
    return {
      name,
      businessId: reading.ok ? reading.businessId : null,
      municipality: municipality || null,
      phone: normalisePhone(phone),
      website: website || null,
      email: email || null,
    }
  })
export type TypedCompany = z.output<typeof TypedCompany>
