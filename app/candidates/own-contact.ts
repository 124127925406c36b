import { z } from 'zod'
import { day, optionalText, text, version } from '~/platform/fields'

const details = {
  company: text(120),
  contactedOn: day(),
  cameOfIt: optionalText(600),
}

/** A contact that a person has made about work, in the person's own words. */
export const NewOwnContactForm = z.object(details)
export const OwnContactForm = z.object({ ...details, version: version() })
export type OwnContactDetails = z.output<typeof NewOwnContactForm>
